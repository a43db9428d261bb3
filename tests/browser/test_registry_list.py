"""The registry's list in a browser: instant with scripts, whole without them."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests import factories as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
LIST = "/penghargaan/"


@pytest.fixture
def registry():
    """Thirty awards of two years, two levels and eight programmes."""
    for number in range(8):
        level = "nasional" if number % 2 else "provinsi"
        programme = make.make_programme(name=f"Ajang {number}", level=level)
        for year in (2022, 2023):
            edition = make.make_edition(programme=programme, year=year)
            for category in ("Video", "Situs Web")[: 1 + number % 2 + (year == 2023)]:
                make.make_award(published=True, edition=edition, category=category)


def count(page):
    return page.locator("#jumlah")


def facet(page, group: str, label: str):
    within = page.get_by_role("group", name=group, exact=True)
    return within.get_by_role("link", name=re.compile(f"^{label} "))


def query(page) -> str:
    return urlsplit(page.url).query


def mark(page) -> None:
    """Leave a mark that only a page that was not loaded anew still has."""
    page.evaluate("window.stillHere = true")


def is_marked(page) -> bool:
    return page.evaluate("window.stillHere === true")


def test_choices_words_and_order_change_the_list_without_a_new_page(visit, registry):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto(LIST)
    mark(page)
    expect(count(page)).to_have_text("28 penghargaan, urutan: terbaru.")
    facet(page, "Tahun", "2022").click()
    expect(count(page)).to_have_text("12 penghargaan, urutan: terbaru.")
    assert query(page) == "tahun=2022"
    expect(page).to_have_title(re.compile("^Penghargaan 2022 "))
    expect(facet(page, "Tahun", "2022")).to_be_focused()
    expect(page.locator("[data-registry-status]")).to_have_text("12 penghargaan, urutan: terbaru.")
    page.fill("#kata", "situs")
    expect(count(page)).to_have_text("4 penghargaan, urutan: terbaru.")
    assert page.input_value("#kata") == "situs"
    expect(page.locator("#kata")).to_be_focused()
    page.select_option("#urut", "nama")
    expect(count(page)).to_have_text("4 penghargaan, urutan: nama ajang.")
    assert query(page) == "tahun=2022&q=situs&urut=nama"
    page.get_by_role("link", name="Hapus saringan Kata: situs").click()
    expect(count(page)).to_have_text("12 penghargaan, urutan: nama ajang.")
    assert page.input_value("#kata") == ""
    expect(count(page)).to_be_focused()
    page.get_by_role("link", name="Hapus semua saringan").click()
    expect(count(page)).to_have_text("28 penghargaan, urutan: nama ajang.")
    assert is_marked(page)
    assert page.problems == []


def test_back_and_forward_show_what_was_there(visit, registry):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto(LIST)
    mark(page)
    facet(page, "Tahun", "2022").click()
    expect(count(page)).to_have_text(re.compile("^12 "))
    page.locator("#kata").press_sequentially("vid", delay=20)
    expect(count(page)).to_have_text(re.compile("^8 "))
    page.go_back()
    expect(count(page)).to_have_text(re.compile("^12 "))
    assert page.input_value("#kata") == ""
    page.go_back()
    expect(count(page)).to_have_text(re.compile("^28 "))
    page.go_forward()
    page.go_forward()
    expect(count(page)).to_have_text(re.compile("^8 "))
    assert page.input_value("#kata") == "vid"
    assert is_marked(page)


def test_words_still_on_their_way_are_not_lost_by_a_click(visit, registry):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto(LIST)
    page.fill("#kata", "situs")
    facet(page, "Tahun", "2022").click()
    expect(count(page)).to_have_text(re.compile("^4 "))
    assert page.input_value("#kata") == "situs"
    assert query(page) == "q=situs&tahun=2022"


def test_opened_groups_stay_open_and_pages_lead_to_the_list(visit, registry):
    page = visit(viewport={"width": 1280, "height": 700})
    page.goto(LIST)
    mark(page)
    page.get_by_text("2 lainnya, Ajang").click()
    facet(page, "Ajang", "Ajang 6").click()
    expect(count(page)).to_have_text(re.compile("^3 "))
    expect(facet(page, "Ajang", "Ajang 6")).to_be_focused()
    facet(page, "Ajang", "Ajang 6").click()
    expect(count(page)).to_have_text(re.compile("^28 "))
    assert page.locator("[data-keep='lainnya-ajang']").get_attribute("open") is not None
    page.get_by_role("link", name="Berikutnya").click()
    expect(count(page)).to_have_text("28 penghargaan, halaman 2, urutan: terbaru.")
    expect(count(page)).to_be_focused()
    assert is_marked(page)


def test_failed_request_falls_back_to_the_plain_link(visit, registry):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto(LIST)
    mark(page)
    page.route("**/penghargaan/?*", lambda route: route.abort(), times=1)
    facet(page, "Tahun", "2022").click()
    expect(count(page)).to_have_text(re.compile("^12 "))
    assert not is_marked(page)


def test_list_works_without_scripts_on_a_phone(visit, registry):
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(LIST)
    page.get_by_text("Saring", exact=True).click()
    facet(page, "Tahun", "2022").click()
    expect(count(page)).to_have_text(re.compile("^12 "))
    page.fill("#kata", "situs")
    page.select_option("#urut", "nama")
    page.get_by_role("button", name="Tampilkan").click()
    expect(count(page)).to_have_text("4 penghargaan, urutan: nama ajang.")
    page.get_by_role("link", name="Hapus saringan Tahun 2022").click()
    expect(count(page)).to_have_text("12 penghargaan, urutan: nama ajang.")
