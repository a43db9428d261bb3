"""The coverage board: what is counted, in what order, and how much it costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kim.board import LONG, board, last_stories
from kim.board_order import FIRST, read_asked
from kim.measures import MEASURES, NEVER, board_atlas, legend
from malangnews.core.quarters import Quarter
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
NOW = Quarter.of(TODAY)


def moment(day: str, hour: int = 9) -> dt.datetime:
    """That hour of a day in Malang."""
    zone = timezone.get_current_timezone()
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour), tzinfo=zone)


def story(day: str, hour: int = 9, **fields) -> Article:
    made = make.make_article(published=True, **fields)
    Article.objects.filter(pk=made.pk).update(published_at=moment(day, hour))
    return made


def row_of(found, name="Samaan"):
    return next(row for row in found.rows if row.tile.name == name)


def test_every_kelurahan_has_a_row_even_without_anything():
    found = board(NOW, TODAY)
    assert len(found.rows) == 57
    row = row_of(found)
    assert (row.stories, row.days, row.potentials, row.uncovered) == (frozenset(), None, 0, ())
    assert row.is_long_silent
    assert found.total.silent == 57


def test_stories_of_the_quarter_are_counted_by_the_clock_in_malang():
    samaan = make.kelurahan("Samaan")
    # One in the morning of 1 October in Malang is still September in Greenwich.
    story("2026-10-01", hour=1, kelurahan=[samaan])
    story("2026-09-30", hour=23, kelurahan=[samaan])
    assert len(row_of(board(NOW, TODAY)).stories) == 1
    assert len(row_of(board(NOW.before, TODAY)).stories) == 1


def test_a_story_on_a_potential_counts_for_its_kelurahan_once():
    samaan = make.kelurahan("Samaan")
    potential = make.make_potential(published=True, kelurahan=samaan)
    story("2026-11-01", potentials=[potential])
    story("2026-11-02", kelurahan=[samaan], potentials=[potential])
    assert len(row_of(board(NOW, TODAY)).stories) == 2


def test_only_what_the_public_sees_is_counted():
    samaan = make.kelurahan("Samaan")
    for state in ("draft", "review", "scheduled", "withdrawn"):
        make.make_article(state=state, kelurahan=[samaan])
        make.make_potential(state=state, kelurahan=samaan)
        make.make_award(state=state, recipients=[samaan])
    row = row_of(board(NOW, TODAY))
    assert (row.days, row.potentials, row.awards) == (None, 0, frozenset())


def test_days_are_counted_from_the_latest_story_whatever_the_quarter():
    samaan = make.kelurahan("Samaan")
    story("2026-11-20", hour=1, kelurahan=[samaan])
    story("2025-01-01", kelurahan=[samaan])
    assert row_of(board(Quarter(2025, 1), TODAY)).days == 4


@pytest.mark.parametrize(("days", "silent"), [(LONG - 1, False), (LONG, True)])
def test_ninety_days_without_a_story_are_long(days, silent):
    day = (TODAY - dt.timedelta(days=days)).isoformat()
    story(day, kelurahan=[make.kelurahan("Samaan")])
    assert row_of(board(NOW, TODAY)).is_long_silent == silent


def test_a_potential_is_covered_by_a_public_story_only():
    samaan = make.kelurahan("Samaan")
    told, drafted = (make.make_potential(published=True, kelurahan=samaan) for _ in range(2))
    make.make_article(published=True, potentials=[told])
    make.make_article(potentials=[drafted])
    row = row_of(board(NOW, TODAY))
    assert row.potentials == 2
    assert row.uncovered == (drafted,)


def test_awards_of_the_kelurahan_and_of_its_kim_count_once():
    samaan = make.kelurahan("Samaan")
    kim = make.make_kim(published=True, kelurahan=samaan)
    make.make_award(published=True, recipients=[samaan, kim])
    make.make_award(published=True, recipients=[kim])
    assert len(row_of(board(NOW, TODAY)).awards) == 2


def test_episodes_are_stories_of_the_first_weekly_rubric():
    samaan = make.kelurahan("Samaan")
    make.make_rubric(name="Kota", position=0)
    weekly = make.make_rubric(name="UMKM", cadence="weekly", position=1)
    other = make.make_rubric(name="Jeda", cadence="weekly", position=2)
    for rubric in (weekly, other):
        story("2020-01-01", rubric=rubric, kelurahan=[samaan])
    found = board(NOW, TODAY)
    assert found.rubric == weekly
    assert len(row_of(found).episodes) == 1


def test_what_belongs_to_two_kelurahan_is_one_in_the_total():
    places = [make.kelurahan("Samaan"), make.kelurahan("Kauman")]
    story("2026-11-01", kelurahan=places)
    make.make_award(published=True, recipients=places)
    total = board(NOW, TODAY).total
    assert (total.stories, total.awards, total.days) == (1, 1, 23)


def test_a_kecamatan_has_its_own_total():
    story("2026-11-01", kelurahan=[make.kelurahan("Samaan")])
    klojen = board(NOW, TODAY).of_kecamatan("klojen")
    assert {row.tile.kecamatan for row in klojen.rows} == {"Klojen"}
    assert (klojen.total.stories, klojen.total.kelurahan) == (1, 11)
    assert board(NOW, TODAY).of_kecamatan("sukun").total.stories == 0


def test_the_board_costs_the_same_for_ten_stories_and_for_a_thousand():
    samaan, rubric = make.kelurahan("Samaan"), make.make_rubric(cadence="weekly")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            found = board(NOW, TODAY)
        return len(queries), len(row_of(found).stories)

    def add(count):
        same = {"rubric": rubric, "status": "published", "published_at": moment("2026-11-01")}
        rows = [Article(title=f"Uji {n}", slug=f"uji-{count}-{n}", **same) for n in range(count)]
        Article.objects.bulk_create(rows)
        links = Article.kelurahan.through
        links.objects.bulk_create(links(article=row, kelurahan=samaan) for row in rows)

    add(10)
    few, ten = cost()
    add(1000)
    assert cost() == (few, 1010)
    assert (few <= 13, ten) == (True, 10)


def test_latest_stories_are_known_in_two_queries(django_assert_num_queries):
    samaan, kauman = make.kelurahan("Samaan"), make.kelurahan("Kauman")
    story("2026-01-01", kelurahan=[samaan])
    story("2026-02-01", potentials=[make.make_potential(kelurahan=samaan)])
    with django_assert_num_queries(2):
        found = last_stories()
    assert found == {samaan.pk: dt.date(2026, 2, 1)}
    assert kauman.pk not in found


# Order and address


def asked(**data):
    return read_asked(data, TODAY, {"klojen", "sukun"})


@pytest.mark.parametrize("wrong", ["", "x", "--hari", "-", "hari ", "\x00", "-x"])
def test_what_an_address_says_wrongly_is_as_at_first(wrong):
    found = asked(urut=wrong, triwulan=wrong, kecamatan=wrong, ukuran=wrong)
    assert (found.order, found.quarter, found.kecamatan) == (FIRST, NOW, "")
    assert found.measure.key == "hari"


def test_a_quarter_to_come_is_the_present_one():
    assert asked(triwulan="2999-1").quarter == NOW


def test_every_column_sorts_both_ways_and_ties_are_by_name():
    story("2026-11-01", kelurahan=[make.kelurahan("Tlogomas")])
    rows = board(NOW, TODAY).rows
    for heading in asked().headings():
        for order in (heading["key"], f"-{heading['key']}"):
            assert len(asked(urut=order).sorted(rows)) == 57
    names = [row.tile.name for row in asked(urut="-berita").sorted(rows)]
    assert names[0] == "Tlogomas"
    assert names[1:] == sorted(names[1:])
    assert asked(urut="hari").sorted(rows)[0].tile.name == "Tlogomas"
    assert asked(urut="-hari").sorted(rows)[-1].tile.name == "Tlogomas"


def test_a_heading_turns_the_order_and_keeps_the_rest():
    headings = {row["key"]: row for row in asked(kecamatan="klojen", urut="-hari").headings()}
    assert headings["hari"]["sorted"] == "descending"
    assert "urut=hari" in headings["hari"]["query"]
    assert "urut=-potensi" in headings["potensi"]["query"]
    assert headings["berita"]["sorted"] == ""
    assert all("kecamatan=klojen" in row["query"] for row in headings.values())


# The atlas


@pytest.mark.parametrize(("days", "level"), [(0, "0"), (31, "1"), (90, "1"), (91, "2"), (400, "4")])
def test_shades_have_fixed_bounds(days, level):
    day = (TODAY - dt.timedelta(days=days)).isoformat()
    story(day, kelurahan=[make.kelurahan("Samaan")])
    assert MEASURES["hari"].level(row_of(board(NOW, TODAY))) == level


def test_the_atlas_says_its_number_and_leads_to_the_table():
    story("2026-11-23", kelurahan=[make.kelurahan("Samaan")])
    found = board(NOW, TODAY)
    atlas = board_atlas(found, MEASURES["hari"])
    tiles = {hexagon.tile.name: hexagon for hexagon in atlas.hexagons}
    assert len(tiles) == 57
    assert tiles["Samaan"].tile.value == "1"
    assert tiles["Samaan"].tile.url == "#kelurahan-samaan"
    assert tiles["Samaan"].title == "Samaan, Kecamatan Klojen: 1 hari sejak berita terakhir"
    assert tiles["Kauman"].title == "Kauman, Kecamatan Klojen: belum pernah diberitakan"
    shades = {row["level"]: row for row in legend(found, MEASURES["hari"])}
    assert (shades["0"]["count"], shades[NEVER]["count"]) == (1, 56)
    assert shades["1"]["label"] == "31–90" and shades["4"]["label"] == "366 ke atas"
    assert NEVER not in {row["level"] for row in legend(found, MEASURES["berita"])}
