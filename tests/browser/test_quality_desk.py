"""The desk's main pages, on a phone and a desktop, light and dark: axe, reflow, keyboard."""

import pytest

from tests import factories as make
from tests.browser import quality
from tests.browser.addresses import DESK, DOOR, desk_addresses, fill_portal
from tests.browser.desk import hush, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_the_door_is_for_everyone(visit, live_server):
    page = visit(viewport=quality.PHONE)
    found = quality.complaints(page, [DOOR])
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("part", DESK)
def test_pages_of_the_desk_are_for_everyone(visit, live_server, part):
    fill_portal()
    make.make_user("bos", is_superuser=True)
    page = visit(viewport=quality.DESKTOP)
    log_in(page, "bos")
    found = quality.complaints(page, desk_addresses(part))
    hush(page)
    assert found == [], "\n".join(found)
