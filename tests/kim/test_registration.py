"""The order in which a KIM comes to be, without a desk."""

import datetime as dt

import pytest

from kim.months import Dated
from kim.registration import first_dates, out_of_order, progress
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)


def way(*pairs):
    kim = make.make_kim(milestones=[(kind, dt.date.fromisoformat(day)) for kind, day in pairs])
    return progress(kim.milestones.all(), TODAY)


@pytest.mark.parametrize(
    ("pairs", "following"),
    [
        ([], "Musyawarah kelurahan"),
        ([("proposed", "2025-01-01")], "Musyawarah kelurahan"),
        ([("deliberated", "2025-02-03")], "Berita acara pembentukan"),
        ([("formed", "2025-02-03")], "SK lurah"),
        ([("attested", "2020-05-31")], "SK lurah"),
        ([("decreed", "2020-03-16")], "Pendaftaran di kim.id"),
        ([("formed", "2020-01-14"), ("registered", "2021-01-01")], "SK lurah"),
        ([("decreed", "2020-03-16"), ("registered", "2021-01-01")], "Pembinaan"),
        ([("trained", "2019-03-16"), ("formed", "2019-01-01")], "SK lurah"),
    ],
)
def test_next_step_is_the_first_that_is_neither_recorded_nor_left_behind(pairs, following):
    assert way(*pairs).words == following


def test_way_ends_when_every_step_that_counts_is_recorded():
    whole = way(("decreed", "2020-03-16"), ("registered", "2021-01-01"), ("trained", "2021-02-01"))
    assert whole.next is None
    assert whole.words == "Lengkap"
    assert (whole.recorded, whole.total) == (3, 5)


def test_decree_that_ran_out_is_the_next_step_again():
    kim = make.make_kim(milestones=[("formed", dt.date(2020, 1, 14))])
    until = dt.date(2023, 3, 16)
    make.make_milestone(kim, "decreed", dt.date(2020, 3, 16), valid_until=until)
    rows = kim.milestones.all()
    assert progress(rows, until).words == "Pendaftaran di kim.id"
    after = progress(rows, until + dt.timedelta(days=1))
    assert after.words == "SK baru: yang lama berlaku sampai 16 Maret 2023"


DAYS = {
    "deliberated": Dated(dt.date(2025, 2, 3)),
    "formed": Dated(dt.date(2025, 2, 3)),
    "decreed": Dated(dt.date(2025, 3, 10)),
    "registered": Dated(dt.date(2025, 4, 2)),
    "trained": Dated(dt.date(2025, 5, 6)),
}


def test_steps_in_order_contradict_nothing_and_one_day_may_hold_two():
    assert out_of_order({}, DAYS) == {}


@pytest.mark.parametrize(
    ("kind", "day", "blamed"),
    [
        ("formed", "2025-02-02", {"formed"}),
        ("decreed", "2025-02-02", {"decreed"}),
        ("registered", "2025-03-09", {"registered"}),
        ("trained", "2025-02-01", {"trained"}),
        ("deliberated", "2025-02-04", {"formed"}),
    ],
)
def test_step_before_an_earlier_one_is_named(kind, day, blamed):
    wrong = out_of_order({}, DAYS | {kind: Dated(dt.date.fromisoformat(day))})
    assert set(wrong) == blamed


def test_training_may_come_before_decree_and_listing():
    assert out_of_order({}, DAYS | {"trained": Dated(dt.date(2025, 2, 20))}) == {}


def test_step_filled_in_later_is_held_against_what_is_on_record():
    recorded = {"decreed": Dated(dt.date(2025, 3, 10))}
    wrong = out_of_order(recorded, {"formed": Dated(dt.date(2025, 3, 11))})
    assert "“SK lurah” tercatat 10 Maret 2025" in wrong["formed"]


def test_month_that_may_hold_both_days_is_no_contradiction():
    month = Dated(dt.date(2025, 3, 1), "month")
    assert str(month) == "Maret 2025"
    assert out_of_order({}, {"decreed": month, "registered": Dated(dt.date(2025, 3, 5))}) == {}
    early = out_of_order({}, {"decreed": month, "registered": Dated(dt.date(2025, 2, 28))})
    assert set(early) == {"registered"}


def test_talks_known_by_year_must_not_undo_the_formation():
    """Counted on 31 December they would make a formed group one in process again."""
    year = Dated(dt.date(2025, 2, 3), "year")
    wrong = out_of_order({}, {"deliberated": year, "formed": Dated(dt.date(2025, 3, 1))})
    assert "dihitung sejak 31 Desember 2025" in wrong["deliberated"]
    attested = {"attested": Dated(dt.date(2025, 6, 1))}
    assert set(out_of_order(attested, {"deliberated": year})) == {"deliberated"}


def test_first_date_of_a_kind_counts():
    kim = make.make_kim(
        milestones=[("trained", dt.date(2022, 1, 1)), ("trained", dt.date(2021, 1, 1))]
    )
    assert first_dates(kim.milestones.all())["trained"].day == dt.date(2021, 1, 1)
