"""Pages of records in a real browser: the buttons that copy, axe, and no sideways scrolling."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from malangnews.core.short import short_code
from tests.browser.desk import KEEPS_COPIES
from tests.factories import (
    kelurahan,
    make_article,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_source,
    make_work,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def rows():
    """One public record of every kind, with several years and a long address as source."""
    office, person, work = make_organization(), make_person(), make_work()
    kim, programme = make_kim(published=True), make_programme(organizer=make_organization())
    award = None
    for year in (2021, 2023):
        edition = make_edition(programme=programme, year=year)
        for rank in ("Terbaik I", "Terbaik II"):
            award = make_award(
                published=True,
                edition=edition,
                rank_label=rank,
                work=work,
                recipients=[office, person, kim, kelurahan()],
            )
    make_source(award, title="", url=f"https://contoh.id/{'alamat-panjang-' * 12}")
    handover = make_handover(published=True, awards=[award])
    make_article(published=True, awards=[award])
    return [award, edition, programme, office, person, work, handover, kim, kelurahan()]


def test_records_please_axe_and_fit_a_phone(visit, rows):
    for scheme in ("light", "dark"):
        page = visit(viewport={"width": 360, "height": 780}, color_scheme=scheme)
        for row in rows:
            page.goto(row.get_absolute_url())
            page.get_by_text("Untuk pengelola pustaka").click()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, row
            found = Axe().run(page).response["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], row
        assert page.problems == []


def test_citation_is_copied_with_the_day_it_was_read(visit, rows):
    award = rows[0]
    page = visit(**CLIPBOARD)
    page.add_init_script(KEEPS_COPIES)
    page.clock.set_fixed_time("2026-03-09T20:00:00Z")  # the tenth in Malang
    page.goto(award.get_absolute_url())
    page.get_by_role("button", name="Salin kutipan").click()
    page.get_by_role("status").get_by_text("Tersalin.").wait_for()
    copied = page.evaluate("copied")
    assert copied.startswith("Diskominfo Kota Malang. “Terbaik II")
    assert copied.endswith("Diakses 10 Maret 2026.")
    page.get_by_role("button", name="Salin alamat tetap").press("Enter")
    page.wait_for_function("copied.startsWith('http')")
    address = page.evaluate("copied")
    assert address.endswith(f"/p/{short_code(award)}/")
    page.goto(address)
    assert page.url.endswith(award.get_absolute_url())
    page.get_by_text("Untuk pengelola pustaka").click()
    page.get_by_role("button", name="Salin BibTeX").click()
    page.wait_for_function("copied.startsWith('@misc')")
    assert page.problems == []


def test_words_are_selected_where_the_browser_refuses_to_copy(visit, rows):
    page = visit()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(rows[0].get_absolute_url())
    page.get_by_role("button", name="Salin alamat tetap").click()
    page.get_by_text("Teksnya sudah dipilih: tekan Ctrl+C.").wait_for()
    assert page.evaluate("getSelection().toString()").endswith(f"/p/{short_code(rows[0])}/")


def test_citation_stands_without_scripts_and_promises_no_button(visit, rows):
    page = visit(java_script_enabled=False)
    page.goto(rows[0].get_absolute_url())
    assert page.get_by_text("Diakses [tanggal membaca].").is_visible()
    assert page.get_by_role("button", name="Salin").count() == 0
    page.get_by_text("Untuk pengelola pustaka").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh RIS").click()
    assert download.value.suggested_filename == f"malangnews-{short_code(rows[0])}.ris"
