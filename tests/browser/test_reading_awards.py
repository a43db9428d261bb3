"""A story pasted at the desk becomes records: read, ticked, checked by another, public."""

import re
from pathlib import Path

import pytest

from awards.models import Award, Edition, Organization, Programme
from kim.models import Kim
from tests import factories as make
from tests.browser.desk import log_in, press, said

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
ROOT = Path(__file__).parents[2]
OURS = ROOT / "malangnews/demo/stories/tujuh-penghargaan-satu-kebersamaan.txt"
GIVEN = ROOT.parent / "shared/data/handover-story.txt"
SEVEN = {
    ("Terbaik I", "Media Audiovisual"),
    ("Terbaik I", "Website"),
    ("Terbaik I", "Program Kampanye Komunikasi Publik"),
    ("Terbaik II", "Video Kreatif"),
    ("Terbaik II", "Media Sosial"),
    ("Juara III", "Videografis"),
    ("Juara III", ""),
}


def script(path: Path) -> str:
    """The text of a story; of one of ours, with its title before it."""
    words = path.read_text(encoding="utf-8")
    words = re.sub(r"\[\[\w+:(?:[^\]|]+\|)?([^\]]+)\]\]", r"\1", words)
    head, line, body = words.partition("---\n")
    if not line:
        return words
    title = head.split("\n", 1)[0].removeprefix("title: ")
    return f"{title}\n\n" + body.replace("\n", "\n\n")


def paste(page, text):
    page.goto("/admin/awards/award/")
    page.get_by_role("link", name="Baca dari naskah").click()
    page.fill("#id_text", text)
    page.fill("#id_source_title", "Tujuh penghargaan diserahterimakan")
    page.get_by_role("button", name="Baca naskah").click()
    page.get_by_role("heading", name="usulan").wait_for()


def correct(page):
    """Fill in the level where the text leaves it open."""
    for box in page.locator("select[name$=-level]").all():
        if not box.input_value():
            box.select_option("provinsi")


def counts():
    return [row.objects.count() for row in (Award, Edition, Programme, Organization, Kim)]


@pytest.mark.parametrize("path", [OURS, GIVEN], ids=["ours", "given"])
def test_pasted_story_is_recorded_once_and_published_by_another(visit, path):
    if not path.exists():
        pytest.skip("the story of ../shared is not here")
    make.make_user("rian", group="Penyunting", first_name="Rian")
    make.make_user("sari", group="Pengelola Penghargaan")
    for name, place in (("KIM Lestari Tunjungsekar", "Tunjungsekar"), ("KIM Samaan", "Samaan")):
        make.make_kim(name=name, kelurahan=make.kelurahan(place), published=True)
    page = visit(viewport={"width": 360, "height": 740})
    log_in(page, "rian")
    paste(page, script(path))
    assert page.locator("fieldset.proposal").count() == 7
    assert page.locator(".read-pieces mark").count() >= 7
    correct(page)
    assert "7 penghargaan dicatat" in press(page, "Simpan yang dicentang sebagai draf")
    told = {
        (row.rank_label, row.category[:1].upper() + row.category[1:]) for row in Award.objects.all()
    }
    assert told == SEVEN
    assert Programme.objects.count() == 4
    assert {row.work.title for row in Award.objects.exclude(work=None)} == {"Gelaran Malang"}

    before = counts()
    paste(page, script(path))
    assert page.locator(".proposal-state", has_text="Sudah tercatat").count() == 7
    assert page.locator("input[name$=-take]:checked").count() == 0
    assert "tidak ada yang disimpan" in press(page, "Simpan yang dicentang sebagai draf")
    assert counts() == before

    second = visit(viewport={"width": 1280, "height": 900})
    log_in(second, "sari")
    second.goto("/admin/awards/award/")
    second.check("#action-toggle")
    second.select_option("select[name=action]", label="Terbitkan")
    second.click("button[name=index]")
    assert "Diterbitkan: 7 penghargaan" in said(second)

    visitor = visit(viewport={"width": 360, "height": 740})
    visitor.goto("/penghargaan/?tahun=2023")
    words = visitor.locator("main").inner_text()
    for fact in ("Anugerah Media Humas 2023", "KIM Samaan", "Juara III", "Terbaik II"):
        assert fact in words
    assert page.problems + second.problems + visitor.problems == []
