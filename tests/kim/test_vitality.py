"""How alive a group is: what counts as a sign, when vakum is proposed, what the table costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from awards.models import Award
from kim.models import Kim, KimActivity
from kim.months import age_words, has_begun, months_before, months_between
from kim.vitality import QUIET_MONTHS, SOON, vitalities
from kim.vitality_order import FIRST, VIEWS, read_asked
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
FORMED = dt.date(2010, 1, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def quiet_kim(**fields) -> Kim:
    """A group formed in 2010 of which nothing else is known."""
    return make.make_kim(published=True, milestones=[("formed", FORMED)], **fields)


def vitality(kim: Kim, today: dt.date = TODAY):
    return vitalities(Kim.objects.filter(pk=kim.pk), today)[0]


def publish_on(story: Article, moment: dt.datetime) -> None:
    Article.objects.filter(pk=story.pk).update(published_at=moment)


def at(text: str, hour: int) -> dt.datetime:
    zone = timezone.get_current_timezone()
    return dt.datetime.combine(day(text), dt.time(hour), tzinfo=zone)


# Signs


def test_forming_is_the_first_sign():
    row = vitality(quiet_kim())
    assert (row.last.kind, row.last.day, row.last.what) == ("milestone", FORMED, "Dibentuk")


@pytest.mark.parametrize("way", ["sent_by", "byline"])
def test_a_story_sent_or_signed_is_a_sign_on_its_day_in_malang(way):
    kim = quiet_kim()
    story = make.make_article(published=True, **({"sent_by": kim} if way == "sent_by" else {}))
    if way == "byline":
        make.make_byline(story, kim=kim)
    publish_on(story, at("2026-03-01", 2))
    assert (vitality(kim).last.kind, vitality(kim).last.day) == ("story", day("2026-03-01"))


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_a_story_that_is_not_out_is_no_sign(state):
    kim = quiet_kim()
    make.make_article(state=state, sent_by=kim)
    assert vitality(kim).last.kind == "milestone"


def test_a_story_whose_time_is_over_still_was_written():
    kim = quiet_kim()
    story = make.make_article(published=True, sent_by=kim)
    over = timezone.now() - dt.timedelta(days=1)
    Article.objects.filter(pk=story.pk).update(published_until=over)
    assert vitality(kim).last.kind == "story"


def test_a_story_about_a_group_is_not_its_work():
    kim = quiet_kim()
    make.make_article(published=True, kims=[kim])
    assert vitality(kim).last.kind == "milestone"


def test_the_latest_activity_is_a_sign():
    kim = quiet_kim()
    make.make_activity(kim, happened_on=day("2026-05-01"), title="Lama")
    make.make_activity(kim, happened_on=day("2026-06-01"), title="Baru")
    row = vitality(kim)
    assert (row.last.kind, row.last.day, row.last.what) == (
        "activity",
        day("2026-06-01"),
        "Baru (diskusi)",
    )


def test_an_activity_of_this_month_counts_although_its_date_stands_at_the_end():
    kim = quiet_kim()
    make.make_activity(kim, happened_on=day("2026-11-03"), happened_on_precision="month")
    row = vitality(kim)
    assert (row.last.date, row.quiet_days) == ("November 2026", 0)


def test_what_is_planned_is_no_sign():
    kim = quiet_kim()
    make.make_activity(kim, happened_on=day("2026-12-01"))
    make.make_milestone(kim, "trained", day("2027-01-01"))
    assert vitality(kim).last.day == FORMED


@pytest.mark.parametrize(
    ("own", "edition", "decided", "expected"),
    [
        ("2026-02-01", "2026-03-01", "2026-04-01", "1 Februari 2026"),
        (None, "2026-03-01", "2026-04-01", "1 Maret 2026"),
        (None, None, "2026-04-01", "1 April 2026"),
        (None, None, None, "2026"),
    ],
)
def test_an_award_is_a_sign_on_the_best_day_known(own, edition, decided, expected):
    kim = quiet_kim()
    year = make.make_edition(year=2026, conferred_on=edition and day(edition))
    fields = {"conferred_on": own and day(own), "decided_on": decided and day(decided)}
    make.make_award(published=True, edition=year, recipients=[kim], **fields)
    row = vitality(kim)
    assert (row.last.kind, row.last.date) == ("award", expected)
    assert not row.is_proposed


def test_an_award_still_to_be_conferred_is_no_sign():
    kim = quiet_kim()
    edition = make.make_edition(year=2027, conferred_on=day("2027-01-10"))
    make.make_award(published=True, edition=edition, recipients=[kim])
    assert vitality(kim).last.kind == "milestone"


def test_an_award_that_is_not_public_is_no_sign():
    kim = quiet_kim()
    make.make_award(edition=make.make_edition(year=2026), recipients=[kim])
    assert vitality(kim).last.kind == "milestone"
    assert Award.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("trained", True), ("attested", True), ("registered", True), ("dormant", False)],
)
def test_every_milestone_but_the_end_is_a_sign(kind, counts):
    kim = quiet_kim()
    make.make_milestone(kim, kind, day("2026-06-01"))
    assert (vitality(kim).last.day == day("2026-06-01")) == counts


def test_one_group_gets_nothing_of_another():
    busy, quiet = quiet_kim(), quiet_kim()
    make.make_activity(busy, happened_on=day("2026-06-01"))
    make.make_article(published=True, sent_by=busy)
    make.make_award(published=True, recipients=[busy])
    make.make_member(busy, term_until=day("2027-01-01"))
    row = vitality(quiet)
    assert (len(row.signs), row.activities, row.term) == (1, 0, "unknown")
    assert {sign.kind for sign in vitality(busy).signs} == {
        "milestone",
        "activity",
        "story",
        "award",
    }


# The proposal


@pytest.mark.parametrize(
    ("last", "proposed"), [("2025-11-24", False), ("2025-11-23", True), ("2026-11-24", False)]
)
def test_vakum_is_proposed_after_a_year_without_a_sign(last, proposed):
    kim = quiet_kim()
    make.make_activity(kim, happened_on=day(last))
    assert vitality(kim).is_proposed == proposed
    assert QUIET_MONTHS == 12


@pytest.mark.parametrize("kind", ["dormant", "dissolved", "proposed"])
def test_vakum_is_proposed_of_active_groups_only(kind):
    kim = make.make_kim(milestones=[(kind, FORMED)])
    row = vitality(kim)
    assert row.is_quiet and not row.is_proposed


def test_nothing_is_decided_by_reading():
    kim = quiet_kim()
    assert vitality(kim).is_proposed
    assert kim.milestones.count() == 1
    assert Kim.objects.with_state(TODAY).get().state == "active"


# Work, term and decree


def test_activities_of_a_year_are_counted_by_the_six_kinds():
    kim = quiet_kim()
    make.make_activity(kim, happened_on=day("2025-11-24"), kind="aspiration")
    for number in range(3):
        make.make_activity(kim, happened_on=day(f"2026-0{number + 1}-01"), kind="access")
    make.make_activity(kim, happened_on=day("2026-01-01"), kind="aspiration")
    row = vitality(kim)
    counts = {kind["label"]: kind["count"] for kind in row.kinds}
    assert len(counts) == len(KimActivity.Kind) == 6
    assert (counts["Akses informasi"], counts["Aspirasi"], counts["Diskusi"]) == (3, 1, 0)
    assert row.activities == 4


@pytest.mark.parametrize(
    ("until", "term"),
    [
        (None, "unknown"),
        (TODAY - dt.timedelta(days=1), "expired"),
        (TODAY, "soon"),
        (TODAY + dt.timedelta(days=SOON), "soon"),
        (TODAY + dt.timedelta(days=SOON + 1), "valid"),
    ],
)
@pytest.mark.parametrize("source", ["member", "milestone"])
def test_the_term_stands_as_its_last_day_says(until, term, source):
    kim = quiet_kim()
    if source == "member":
        make.make_member(kim, term_until=until)
    else:
        make.make_milestone(kim, "decreed", day("2020-01-01"), valid_until=until)
    assert vitality(kim).term == term


def test_the_latest_of_document_and_members_ends_the_term():
    kim = quiet_kim()
    make.make_milestone(kim, "decreed", day("2020-01-01"), valid_until=day("2023-01-01"))
    make.make_member(kim, term_until=day("2027-05-01"))
    make.make_member(kim, term_until=day("2021-05-01"))
    assert vitality(kim).term_words == "sampai 1 Mei 2027"


def test_the_decree_is_as_old_as_the_latest_one():
    kim = quiet_kim()
    for on in ("2015-01-01", "2022-05-20"):
        make.make_milestone(kim, "decreed", day(on), document_number=f"SK {on}")
    row = vitality(kim)
    assert (row.decree.document_number, row.decree_age) == ("SK 2022-05-20", "4 tahun 6 bulan")
    assert vitality(quiet_kim()).decree_age == ""


# Months


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [("2026-11-24", 12, "2025-11-24"), ("2024-02-29", 12, "2023-02-28")]
    + [("2026-01-31", 2, "2025-11-30"), ("2026-12-31", 0, "2026-12-31")],
)
def test_months_before_keep_to_the_month(start, count, expected):
    assert months_before(day(start), count) == day(expected)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [("2026-10-24", "2026-11-24", 1), ("2026-10-25", "2026-11-24", 0)]
    + [("2025-11-24", "2026-11-24", 12), ("2027-01-01", "2026-11-24", 0)],
)
def test_whole_months_are_counted(first, last, months):
    assert months_between(day(first), day(last)) == months


def test_ages_in_words():
    assert [age_words(months) for months in (0, 5, 24, 25)] == [
        "kurang dari sebulan",
        "5 bulan",
        "2 tahun",
        "2 tahun 1 bulan",
    ]


def test_a_date_known_by_its_year_has_begun_in_that_year():
    assert has_begun(day("2026-12-31"), "year", TODAY)
    assert not has_begun(day("2026-12-31"), "day", TODAY)
    assert not has_begun(day("2026-12-31"), "month", TODAY)


# Cost, order


def test_many_groups_cost_what_one_costs():
    def add():
        kim = quiet_kim()
        make.make_activity(kim)
        make.make_member(kim)
        make.make_article(published=True, sent_by=kim)
        make.make_award(published=True, recipients=[kim])

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert all(len(row.signs) == 4 for row in vitalities(Kim.objects.all(), TODAY))
        return len(queries)

    add()
    few = cost()
    for _ in range(8):
        add()
    assert cost() == few <= 8


def rows_of_three():
    quiet, busy = quiet_kim(name="KIM B"), quiet_kim(name="KIM A")
    make.make_activity(busy, happened_on=day("2026-06-01"))
    make.make_milestone(busy, "decreed", day("2025-01-01"), valid_until=day("2026-01-01"))
    asleep = quiet_kim(name="KIM C", kelurahan=make.kelurahan("Tlogomas"))
    make.make_milestone(asleep, "dormant", day("2020-01-01"))
    return vitalities(Kim.objects.all(), TODAY), quiet, busy, asleep


@pytest.mark.parametrize(
    ("view", "names"),
    [
        ("", ["KIM B", "KIM C", "KIM A"]),
        ("usul", ["KIM B"]),
        ("vakum", ["KIM C"]),
        ("masa", ["KIM A"]),
    ],
)
def test_the_table_narrows_and_those_to_decide_come_first(view, names):
    rows, *_ = rows_of_three()
    shown = read_asked({"tampil": view}, {"klojen"}).chosen(rows)
    assert [row.kim.name for row in shown] == names


def test_a_kecamatan_is_chosen_and_every_column_sorts():
    rows, *_ = rows_of_three()
    asked = read_asked({"kecamatan": "klojen"}, {"klojen"})
    assert {row.kim.name for row in asked.chosen(rows)} == {"KIM A", "KIM B"}
    for heading in asked.headings():
        for order in (heading["key"], f"-{heading['key']}"):
            assert len(read_asked({"urut": order}, set()).chosen(rows)) == 3
    assert [row.kim.name for row in read_asked({"urut": "-kim"}, ()).chosen(rows)] == [
        "KIM C",
        "KIM B",
        "KIM A",
    ]


@pytest.mark.parametrize("wrong", ["x", "--kim", "\x00", "-"])
def test_what_an_address_says_wrongly_is_as_at_first(wrong):
    asked = read_asked({"kecamatan": wrong, "tampil": wrong, "urut": wrong}, {"klojen"})
    assert (asked.kecamatan, asked.view, asked.order) == ("", "", FIRST)
    assert "" in VIEWS
