"""The stories are complete, and what they print still equals what the registry counts."""

import datetime as dt
import re
from collections import Counter

import pytest
from django.db.models import Sum
from django.utils import timezone

from awards.models import Award
from kim.models import Kecamatan, Kim, StatedKimFigure
from malangnews.core.dates import DAYS
from malangnews.core.text import plain
from malangnews.demo.manuscripts import manuscripts, read
from malangnews.demo.marks import with_marks
from malangnews.news.models import Article, Rubric

ROW = re.compile(r"<tr><t[hd][^>]*>(.*?)</t[hd]>(.*?)</tr>")
CELL = re.compile(r"<td>(.*?)</td>")
WEEKDAY = re.compile(rf"({'|'.join(DAYS)}) \((\d+)/(\d+)/(\d{{4}})\)")


def printed(slug: str) -> dict[str, list[str]]:
    """The table of a story: first cell of each row -> the others."""
    body = Article.objects.get(slug=slug).body_html
    return {head: CELL.findall(rest) for head, rest in ROW.findall(body) if "<td>" in rest}


def test_no_two_stories_share_an_address_or_a_title(demo):
    slugs = [manuscript.slug for manuscript in manuscripts()]
    titles = [manuscript.head["title"] for manuscript in manuscripts()]
    assert len(slugs) >= 25
    assert len(set(slugs)) == len(slugs) == Article.objects.published().count()
    assert len(set(titles)) == len(titles)


def test_every_story_is_published_in_the_past_and_signed(demo):
    for article in Article.objects.all():
        article.full_clean(exclude=["tags"])
        assert article.published_at < timezone.now()
        assert not article.missing_for_publication()
        assert article.sign_off and article.tags.exists()
        assert 120 <= len(plain(article.body_html).split()) <= 450, article.slug


def test_every_rubric_has_several_stories(demo):
    counts = Counter(Article.objects.values_list("rubric__name", flat=True))
    assert set(counts) == set(Rubric.objects.values_list("name", flat=True))
    assert min(counts.values()) >= 3


def test_handover_story_is_signed_and_linked_to_all_it_tells_of(demo):
    story = Article.objects.get(slug="tujuh-penghargaan-satu-kebersamaan")
    assert story.sign_off == "say/yon"
    assert story.dateline_place == "Klojen"
    assert story.awards.count() == 7
    assert {kim.name for kim in story.kims.all()} == {"KIM Samaan", "KIM Lestari Tunjungsekar"}
    assert {place.name for place in story.kelurahan.all()} == {"Samaan", "Tunjungsekar"}
    assert story.corrections.get().kind == "clarification"
    for words in ("Gelaran Malang", "Terbaik II kategori Media Sosial", "Juara III KIM Hackathon"):
        assert words in story.body


def test_weekdays_match_their_dates():
    for manuscript in manuscripts():
        for name, day, month, year in WEEKDAY.findall(manuscript.body):
            weekday = dt.date(int(year), int(month), int(day)).weekday()
            assert DAYS[weekday] == name, manuscript.slug


def test_table_of_kim_figures_equals_the_registry(demo):
    table = list(printed("mengapa-angka-kim-berbeda").values())
    figures = StatedKimFigure.objects.order_by("as_of")
    assert table == [
        [figure.value_text, str(Kim.objects.published().formed(figure.as_of).count())]
        for figure in figures
    ]


def test_table_of_amh_equals_the_registry(demo):
    for year, cells in printed("tiga-tahun-amh-enam-catatan").items():
        awards = Award.objects.published().filter(
            edition__programme__abbreviation="AMH", edition__year=year
        )
        ranks = Counter(awards.values_list("rank_label", flat=True))
        assert cells == [str(ranks["Terbaik I"]), str(ranks["Terbaik II"]), str(awards.count())]


def test_table_of_kecamatan_equals_the_reference(demo):
    table = printed("lima-kecamatan-57-kelurahan-dalam-angka")
    kecamatan = Kecamatan.objects.annotate(area=Sum("kelurahan__area_km2")).with_counts()
    for row in kecamatan:
        area = f"{row.kelurahan.aggregate(area=Sum('area_km2'))['area']:.3f}".replace(".", ",")
        assert table[row.name] == [str(row.kelurahan_count), area]
    assert len(table) == 5


@pytest.mark.parametrize(
    "text", ["title: Judul\n", "judul: Salah\n---\nIsi", "title: A\ntitle: B\n---\nIsi", "t\n---\n"]
)
def test_unreadable_manuscript_is_named(tmp_path, text):
    path = tmp_path / "rusak.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"rusak\.txt"):
        read(path)


def test_marks_become_links_to_the_registry(demo):
    body = Article.objects.get(slug="tujuh-penghargaan-satu-kebersamaan").body_html
    assert '<a data-record="kim:' in body
    assert '<a data-record="count:tahun=2023;jenis=kim"' in body
    assert "[[" not in body


@pytest.mark.parametrize(
    ("text", "error"), [("[[kim:KIM Tiada]]", Kim.DoesNotExist), ("[[hitung:x=1|2]]", ValueError)]
)
def test_mark_of_nothing_is_an_error(demo, text, error):
    with pytest.raises(error):
        with_marks(text)
