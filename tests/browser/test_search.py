"""The search page in a browser: names offered while somebody types, results for everyone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from malangnews.search.index import rebuild
from tests import factories as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def rows():
    kim = make.make_kim(published=True, name="KIM Gerabah")
    make.make_potential(published=True, name="Gerabah Penanggungan")
    make.make_article(published=True, title="Gerabah naik kelas", body="Tungku gerabah baru.")
    rebuild()
    return kim


def test_a_name_is_chosen_with_the_keys(visit, rows):
    page = visit(viewport={"width": 360, "height": 740})
    page.goto("/cari/")
    box = page.locator("#kata")
    box.press_sequentially("gera", delay=20)
    expect(page.get_by_role("option")).to_have_count(2)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Gerabah Penanggungan")
    box.press("ArrowDown")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    box.press("Enter")
    page.wait_for_url(f"**{rows.get_absolute_url()}")
    page.goto("/cari/")
    box.press_sequentially("gera", delay=20)
    expect(page.get_by_role("option")).to_have_count(2)
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    assert box.input_value() == "gera"
    box.press("Enter")
    page.wait_for_url("**/cari/?q=gera")
    assert page.problems == []


def test_nothing_is_offered_and_all_works_when_the_portal_does_not_answer(visit, rows):
    page = visit(viewport={"width": 1280, "height": 800})
    page.route("**/cari/saran/**", lambda route: route.abort())
    page.goto("/cari/")
    page.locator("#kata").press_sequentially("gerabah", delay=20)
    page.locator("#kata").press("Enter")
    page.wait_for_url("**/cari/?q=gerabah")
    expect(page.get_by_text("Ditemukan 3 hasil")).to_be_visible()
    assert page.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_for_everyone(visit, rows, width, scheme):
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for address in ("/cari/?q=gerabah", "/cari/?q=entahapa", "/cari/?q=gerabha&jenis=kim"):
        page.goto(address)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width
