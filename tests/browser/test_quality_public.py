"""Every kind of public page, on a phone and a desktop, light and dark: axe, reflow, keyboard."""

import pytest

from tests.browser import quality
from tests.browser.addresses import ROOMS, fill_portal, kinds, public_addresses

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("room", ROOMS)
def test_public_pages_are_for_everyone(visit, live_server, room):
    fill_portal()
    page = visit(viewport=quality.PHONE)
    found = quality.complaints(page, public_addresses()[room])
    assert found == [], "\n".join(found)


def test_at_least_twenty_five_kinds_of_pages_are_looked_at(live_server):
    fill_portal()
    chosen = {address for room in public_addresses().values() for address in room}
    assert len(kinds()) > 15
    assert len(chosen) >= 25
