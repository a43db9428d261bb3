import random

import pytest

from awards.models import Award, Programme
from awards.statistics import cells, count_by_year, totals
from tests.factories import (
    kelurahan,
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_recipient,
)

pytestmark = pytest.mark.django_db
NOTHING = dict.fromkeys(Programme.Level.values, 0)


def test_totals_of_nothing_are_zeros_of_every_name():
    counted = totals(Award.objects.published())
    assert counted.total == counted.first_ranks == counted.organizers == counted.kims == 0
    assert counted.by_level == NOTHING
    assert counted.by_recipient == {"organization": 0, "kim": 0, "kelurahan": 0, "person": 0}


def test_award_with_two_recipients_counts_once_in_all_and_once_for_each_kind():
    kims = [make_kim(published=True), make_kim(published=True)]
    make_award(published=True, recipients=[make_organization(), *kims])
    counted = totals(Award.objects.published())
    assert counted.total == 1
    assert counted.by_level == {**NOTHING, "provinsi": 1}
    assert counted.by_recipient == {"organization": 1, "kim": 1, "kelurahan": 0, "person": 0}
    assert counted.kims == 2


def test_totals_do_not_grow_by_joins_of_the_asker():
    award = make_award(published=True)
    place = kelurahan("Purwantoro")
    make_recipient(award, place, detail="RW 05")
    make_recipient(award, place, detail="RW 19")
    joined = place.awards.published()
    assert joined.count() == 2
    assert totals(joined).total == 1
    assert Award.objects.received_by(place).count() == 1


def test_first_ranks_are_first_places_first_medals_and_overall_winners():
    labels = ["Terbaik I", "Juara 1", "Medali Emas", "Juara Umum", "Peringkat 1"]
    others = ["Terbaik II", "Juara Harapan I", "Bintang 1", "Predikat WTP", "Nominator"]
    for label in labels + others:
        make_award(published=True, rank_label=label)
    assert totals(Award.objects.published()).first_ranks == len(labels)
    assert {award.rank_label for award in Award.objects.first_placed()} == set(labels)


def test_organizers_are_counted_once_and_unknown_ones_not():
    host = make_organization()
    for organizer in (host, host, None):
        edition = make_edition(programme=make_programme(organizer=organizer))
        make_award(published=True, edition=edition)
    assert totals(Award.objects.published()).organizers == 1


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_totals_leave_out_what_is_not_public(state):
    make_award(state=state)
    assert totals(Award.objects.published()).total == 0


def test_totals_cost_two_queries(django_assert_num_queries):
    for _ in range(3):
        make_award(published=True)
    with django_assert_num_queries(2):
        totals(Award.objects.published())


@pytest.mark.parametrize("seed", range(3))
def test_totals_equal_a_count_by_hand(seed):
    chance = random.Random(seed)
    editions = [
        make_edition(programme=make_programme(level=level)) for level in Programme.Level.values
    ]
    kinds = {
        "organization": [make_organization() for _ in range(3)],
        "kim": [make_kim(published=True) for _ in range(3)],
        "kelurahan": [kelurahan("Samaan"), kelurahan("Bunulrejo")],
        "person": [make_person()],
    }
    everyone = [(kind, target) for kind, targets in kinds.items() for target in targets]
    rows = []
    for _ in range(15):
        edition = chance.choice(editions)
        recipients = chance.sample(everyone, chance.randint(1, 4))
        make_award(published=True, edition=edition, recipients=[target for _, target in recipients])
        rows.append((edition.programme, recipients))
    counted = totals(Award.objects.published())
    assert counted.total == len(rows)
    for level in Programme.Level.values:
        assert counted.by_level[level] == sum(programme.level == level for programme, _ in rows)
    for kind in kinds:
        having = sum(any(kind == other for other, _ in recipients) for _, recipients in rows)
        assert counted.by_recipient[kind] == having
    assert counted.organizers == len({programme.organizer for programme, _ in rows})
    assert counted.kims == len(
        {target for _, recipients in rows for kind, target in recipients if kind == "kim"}
    )


def test_cells_add_up_to_the_awards_in_two_queries(django_assert_num_queries):
    edition = make_edition(programme=make_programme(level="kota"), year=2021)
    for label in ("Terbaik I", "Terbaik I", "Juara II"):
        make_award(
            published=True,
            edition=edition,
            rank_label=label,
            recipients=[make_organization(), make_person()],
        )
    make_award(edition=edition)
    with django_assert_num_queries(2):
        counted = cells(Award.objects.published())
    facts = (2021, "kota", edition.programme.slug, edition.programme.name)
    assert sorted(counted) == [(*facts, "juara", 2, 1), (*facts, "terbaik", 1, 2)]
    assert count_by_year(counted) == {2021: 3}


def test_cells_of_nothing_are_none():
    assert cells(Award.objects.published()) == []


def test_cell_is_first_where_the_query_says_so():
    labels = ["Terbaik I", "Medali Emas", "Juara Umum", "Juara II", "Harapan I", "Bintang 1"]
    for label in [*labels, "Predikat A"]:
        make_award(published=True, rank_label=label)
    first = sum(cell.count for cell in cells(Award.objects.published()) if cell.is_first)
    assert first == Award.objects.published().first_placed().count() == 3
