"""Charts and the year book in a real browser: on a phone, from the keyboard, and on paper."""

import re

import pytest

from tests import factories as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
A4 = (595, 842)
LONG = "Penghargaan Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Seluruh Indonesia"
# Every word of a chart, with its size and whether it lies within what can be scrolled to.
WORDS = """() => [...document.querySelectorAll(".chart-frame text")].map(text => {
  const box = text.getBoundingClientRect(), svg = text.closest("svg").getBoundingClientRect();
  return {
    words: text.textContent,
    size: parseFloat(getComputedStyle(text).fontSize),
    inside: box.left >= svg.left - 1 && box.right <= svg.right + 1
      && box.top >= svg.top - 1 && box.bottom <= svg.bottom + 1,
  };
})"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def years():
    """Awards of every level over many years, one programme with a very long name."""
    host = make.make_organization(name=LONG + " Raya")
    for number, level in enumerate(["internasional", "nasional", "regional", "provinsi", "kota"]):
        programme = make.make_programme(level=level, organizer=host, name=f"{LONG} {number}")
        for year in range(2008 + number, 2024, number + 1):
            edition = make.make_edition(programme=programme, year=year)
            make.make_award(published=True, edition=edition)
    make.make_handover(published=True, awards=[make.make_award(published=True, edition=edition)])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["statistik", "laporan", "laporan/2023"])
def test_pages_of_figures_fit_every_screen(visit, years, path, width, scheme):
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(f"/penghargaan/{path}/")
    assert not page.evaluate(TOO_WIDE)
    words = page.evaluate(WORDS)
    assert len(words) > 20 or path == "laporan"
    assert [word for word in words if word["size"] < 12 or not word["inside"]] == []
    assert page.problems == []


def test_chart_is_walked_by_keyboard_and_leads_to_its_records(visit, years):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto("/penghargaan/statistik/")
    page.locator(".chart-columns a.chart-mark:not([tabindex])").last.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    column = page.locator(".chart-columns a.chart-mark:focus")
    assert re.fullmatch(r"2023: \d+ penghargaan", column.get_attribute("aria-label"))
    ground = column.locator(".chart-ground")
    assert ground.evaluate("node => getComputedStyle(node).strokeWidth") == "3px"
    count = re.search(r": (\d+) ", column.get_attribute("aria-label"))[1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/penghargaan/?tahun=2023")
    assert page.locator(".figure-value").first.inner_text() == count


def test_year_book_is_a_book_on_paper(visit, years):
    page = visit(viewport={"width": 658, "height": 1000}, color_scheme="dark")
    page.goto("/penghargaan/laporan/2023/")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".masthead", ".foot", ".crumbs", ".pages", ".book-print", "summary"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert not page.evaluate(TOO_WIDE)
    assert page.locator(".chart-columns + *, .chart:has(.chart-columns) table").first.is_visible()
    paper = page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {A4}
    assert 4 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12
    assert page.problems == []


def test_print_button_is_there_with_scripts_only(visit, years):
    page = visit()
    page.goto("/penghargaan/laporan/2023/")
    page.evaluate("window.print = () => { document.title = 'dicetak'; }")
    page.get_by_role("button", name="Cetak atau simpan PDF").click()
    assert page.title() == "dicetak"
    plain = visit(java_script_enabled=False)
    plain.goto("/penghargaan/laporan/2023/")
    assert plain.get_by_role("button", name="Cetak atau simpan PDF").count() == 0
