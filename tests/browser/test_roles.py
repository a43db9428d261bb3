"""The work of the two roles that keep the registries, from their desk to the page."""

import pytest

from tests import factories as make
from tests.browser.desk import choose, fill, log_in, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
SOURCE = "https://malangpagi.com"


def row(page, prefix):
    page.locator(f"#{prefix}-group .add-row a").click()
    return int(page.locator(f"#id_{prefix}-TOTAL_FORMS").input_value()) - 1


def test_award_keeper_records_an_award_in_one_form_and_another_lets_it_out(visit, live_server):
    make.make_user("wati", group="Pengelola Penghargaan")
    make.make_user("rian", group="Penyunting")
    city = make.make_organization(name="Pemerintah Kota Malang", kind="city")
    programme = make.make_programme(name="Penghargaan Pembangunan Daerah", level="nasional")
    make.make_edition(programme=programme, year=2024)
    page = visit(viewport={"width": 1280, "height": 900})
    log_in(page, "wati")

    page.goto("/admin/awards/award/add/")
    choose(page, "edition", "Pembangunan Daerah 2024")
    fill(page, category="Kota", rank_label="Terbaik I")
    n = row(page, "recipients")
    choose(page, f"recipients-{n}-organization", city.name)
    assert "Masih kurang" in press(page, "Simpan dan terbitkan")

    n = row(page, "sources")
    fill(page, **{f"sources__{n}__url": SOURCE})
    assert "orang lain yang memeriksanya" in press(page, "Simpan dan terbitkan")
    press(page, "Simpan dan kirim untuk ditinjau")

    second = visit(viewport={"width": 1280, "height": 900})
    log_in(second, "rian")
    second.goto("/admin/awards/award/?antrean=tinjauan")
    second.get_by_role("link", name="Terbaik I", exact=True).click()
    second.get_by_role("link", name="Periksa dengan sumbernya").click()
    assert SOURCE in second.locator("#content").inner_html()
    second.get_by_role("button", name="Sudah saya cocokkan: terbitkan").click()
    assert "Diterbitkan" in second.locator(".messagelist").inner_text()

    visitor = visit(viewport={"width": 360, "height": 740})
    visitor.goto("/penghargaan/?tahun=2024")
    text = visitor.locator("main").inner_text()
    for fact in ("Terbaik I", "Penghargaan Pembangunan Daerah 2024", city.name, "Nasional"):
        assert fact in text, fact

    page.goto("/admin/news/article/")
    assert not page.locator("a.addlink[href='/admin/news/article/add/']").count()
    assert page.problems + second.problems + visitor.problems == []


def test_kim_keeper_publishes_a_kim_and_records_that_it_rests(visit, live_server):
    make.make_user("sari", group="Pembina KIM")
    page = visit(viewport={"width": 360, "height": 740})
    log_in(page, "sari")

    page.goto("/admin/kim/kim/add/")
    fill(page, name="KIM Gerabah")
    choose(page, "kelurahan", "Penanggungan")
    n = row(page, "milestones")
    first = {"kind": "formed", "happened_on": "2020-01-14", "source_name": "Laman KIM Gerabah"}
    fill(page, **{f"milestones__{n}__{name}": value for name, value in first.items()})
    assert "Sudah terbit" in press(page, "Simpan dan terbitkan")

    page.goto("/admin/kim/kim/?q=gerabah")
    page.locator("#result_list tbody th a").first.click()
    n = row(page, "milestones")
    then = {"kind": "dormant", "happened_on": "2023-01-31", "source_name": "Berita acara"}
    fill(page, **{f"milestones__{n}__{name}": value for name, value in then.items()})
    press(page, "Simpan")

    visitor = visit(viewport={"width": 1280, "height": 900})
    for day, state in (
        ("2020-01-13", "Belum tercatat"),
        ("2022-12-07", "Terbentuk"),
        ("", "Vakum"),
    ):
        visitor.goto(f"/kim/?pada={day}")
        tile = visitor.locator("table tr").filter(has_text="Penanggungan").last
        assert state in tile.text_content(), day
    visitor.goto("/kim/kim-gerabah/")
    assert "Vakum" in visitor.locator("main").inner_text()
    assert page.problems + visitor.problems == []
