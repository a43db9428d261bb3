"""kim/coverage.py and kim/timeline.py: the count on any day is what the milestones say."""

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kim.atlas import build_atlas
from kim.coverage import coverage, state_label
from kim.models import Kelurahan, Kim, KimMilestone
from kim.timeline import timeline
from tests.factories import PAST, kelurahan, make_kim, make_milestone, make_potential

pytestmark = pytest.mark.django_db

DAY = dt.date(2022, 12, 7)
# Written anew, not taken from the code under test: later in a life stands later here.
LIFE = {
    "proposed": "in_process",
    "deliberated": "in_process",
    "formed": "active",
    "decreed": "active",
    "registered": "active",
    "trained": None,
    "attested": "active",
    "dormant": "dormant",
    "reactivated": "active",
    "dissolved": "dissolved",
}
days = st.dates(dt.date(2019, 11, 1), dt.date(2020, 3, 31))
steps = st.tuples(st.sampled_from(list(LIFE)), days, st.sampled_from(["day", "month"]))
histories = st.lists(st.lists(steps, max_size=5), max_size=4)


def certain_on(day: dt.date, precision: str) -> dt.date:
    last = calendar.monthrange(day.year, day.month)[1]
    return day.replace(day=last) if precision == "month" else day


def brute_state(history, on: dt.date) -> str | None:
    """Walk the life of one group step by step."""
    order = list(LIFE)
    state = None
    for day, kind in sorted(
        ((certain_on(day, precision), kind) for kind, day, precision in history),
        key=lambda step: (step[0], order.index(step[1])),
    ):
        if day <= on and LIFE[kind]:
            state = LIFE[kind]
    return state


def record(history, place: Kelurahan, name: str) -> None:
    kim = Kim.objects.create(
        name=name, kelurahan=place, status=Kim.Status.PUBLISHED, published_at=PAST
    )
    seen = set()
    for kind, day, precision in history:
        if (kind, certain_on(day, precision)) not in seen:
            seen.add((kind, certain_on(day, precision)))
            make_milestone(kim, kind, day, happened_on_precision=precision)


@settings(max_examples=40, deadline=None)
@given(histories=histories, on=days)
def test_count_on_any_day_equals_a_brute_force_reading(histories, on):
    Kim.objects.all().delete()
    places = list(Kelurahan.objects.all()[:2])
    for number, history in enumerate(histories):
        record(history, places[number % 2], f"KIM {number}")

    states = [brute_state(history, on) for history in histories]
    formed = [state in ("active", "dormant") for state in states]

    cover = coverage(on)
    assert cover.groups == sum(formed)
    assert timeline().formed_on(on) == sum(formed)
    assert Kim.objects.formed(on).count() == sum(formed)
    assert cover.formed_kelurahan == len({n % 2 for n, is_formed in enumerate(formed) if is_formed})
    assert {kim.name: kim.state for kim in cover.kims} == {
        f"KIM {number}": state for number, state in enumerate(states) if state
    }


def test_coverage_of_a_city_without_kim_has_all_tiles_and_no_groups():
    cover = coverage(DAY)
    assert (cover.on, cover.groups, cover.formed_kelurahan) == (DAY, 0, 0)
    assert cover.total_kelurahan == len(cover.tiles) == len(cover.without) == 57
    assert {tile.state for tile in cover.tiles} == {"none"}
    assert [(d.name, d.formed, d.total) for d in cover.by_kecamatan] == [
        ("Blimbing", 0, 11),
        ("Klojen", 0, 11),
        ("Kedungkandang", 0, 12),
        ("Sukun", 0, 11),
        ("Lowokwaru", 0, 12),
    ]


def test_coverage_lets_the_best_group_speak_for_its_kelurahan():
    samaan = kelurahan("Samaan")
    day = dt.date(2020, 1, 1)
    for kinds, state in (
        ((), "none"),
        (("dissolved",), "dissolved"),
        (("proposed",), "in_process"),
        (("formed", "dormant"), "dormant"),
        (("formed",), "active"),
    ):
        if kinds:
            make_kim(kelurahan=samaan, published=True, milestones=[(kind, day) for kind in kinds])
        assert coverage(DAY).tile("samaan").state == state
    cover = coverage(DAY)
    assert cover.groups == 2
    assert cover.formed_kelurahan == 1
    assert "Samaan" not in [tile.name for tile in cover.without]


def test_coverage_counts_neither_drafts_nor_withdrawn_groups():
    for state in ("draft", "review", "scheduled", "withdrawn"):
        make_kim(state=state)
    assert coverage().groups == 0
    assert timeline().formed_on(dt.date(2026, 1, 1)) == 0


def test_coverage_counts_a_group_for_its_home_only():
    make_kim(published=True, serves=[kelurahan("Kasin")])
    cover = coverage()
    assert cover.tile("samaan").is_formed
    assert not cover.tile("kasin").is_formed


def test_coverage_needs_two_queries_however_many_groups(django_assert_num_queries):
    for place in Kelurahan.objects.all()[:3]:
        make_kim(published=True, kelurahan=place)
    with django_assert_num_queries(2):
        cover = coverage()
        assert [kim.kelurahan.kecamatan.name for kim in cover.kims]
        assert build_atlas(cover.tiles).hexagons


def test_spotlight_marks_what_lies_outside_the_kecamatan():
    tiles = coverage().spotlight("klojen")
    assert len(tiles) == 57
    assert sum(tile.state == "elsewhere" for tile in tiles) == 57 - 11


def test_state_label_of_no_state_says_not_recorded():
    assert state_label("active") == "Terbentuk"
    assert state_label(None) == state_label("none") == "Belum tercatat"


def test_timeline_lists_the_years_with_a_step_that_changed_something():
    kim = make_kim(published=True, milestones=[("formed", dt.date(2014, 3, 12))])
    make_milestone(kim, "trained", dt.date(2018, 5, 1))
    make_milestone(kim, "dissolved", dt.date(2021, 5, 1))
    assert timeline().years() == [2014, 2021]


def test_timeline_needs_one_query(django_assert_num_queries):
    make_kim(published=True)
    with django_assert_num_queries(1):
        history = timeline()
        assert history.formed_on(DAY) == 1


def test_milestone_of_a_month_counts_from_its_last_day():
    kim = make_kim(milestones=[])
    make_milestone(kim, "attested", dt.date(2020, 11, 3), happened_on_precision="month")
    Kim.objects.publish(PAST)
    assert coverage(dt.date(2020, 11, 29)).groups == 0
    assert coverage(dt.date(2020, 11, 30)).groups == 1


def test_potentials_are_counted_by_a_field():
    make_potential(kind="food")
    make_potential(kind="food")
    potential = make_potential(kind="arts")
    assert type(potential).objects.counted_by("kind") == {"food": 2, "arts": 1}


def test_every_kind_of_milestone_is_known_to_this_file():
    assert set(LIFE) == set(KimMilestone.Kind.values)
