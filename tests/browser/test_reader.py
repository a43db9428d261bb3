"""The desk's reader in a browser: it points at the very words, and mends only when told to."""

import pytest

from tests import factories as make
from tests.browser.desk import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SLIP = "Diserahkan pada Selasa (6/11/2023) di Balai Kota."


def test_a_slip_is_shown_mended_and_put_aside(visit, live_server):
    make.make_user("dina", group="Penulis")
    page = visit(viewport={"width": 1280, "height": 900})
    log_in(page, "dina")
    page.goto("/admin/news/article/add/")
    page.locator(".ProseMirror").click()
    page.keyboard.type(SLIP)
    panel = page.locator("#desk-reader")
    panel.get_by_text("1 hal untuk dilihat lagi").wait_for()
    panel.get_by_role("button", name="“Selasa (6/11/2023)”").click()
    assert page.evaluate("getSelection().toString()") == "Selasa (6/11/2023)"
    panel.get_by_role("button", name="Pakai usul: Senin (6/11/2023)").click()
    panel.get_by_text("Tidak ada yang perlu dilihat lagi.").wait_for()
    assert page.locator("#id_body").input_value() == f"<p>{SLIP.replace('Selasa', 'Senin')}</p>"
    page.fill("#id_title", SLIP)
    panel.get_by_role("button", name="Abaikan").click()
    panel.get_by_text("Tidak ada yang perlu dilihat lagi.").wait_for()
    assert page.locator("#id_title").input_value() == SLIP
    assert page.problems == []
