"""kim/activity_record.py: counted by the six kinds, the newest listed."""

import datetime as dt

import pytest

from kim.activity_record import NEWEST, activity_record
from tests.factories import make_activity, make_kim

pytestmark = pytest.mark.django_db


def test_nothing_done_counts_six_times_nothing():
    record = activity_record(make_kim().activities.all())
    assert (record.total, record.older, record.newest) == (0, 0, ())
    assert [kind.count for kind in record.kinds] == [0] * 6


def test_counts_are_of_all_and_the_list_is_of_the_newest(django_assert_num_queries):
    kim = make_kim()
    rows = [
        make_activity(kim, kind="discussion", happened_on=dt.date(2023, 1, day))
        for day in range(20, 0, -1)
    ]
    make_activity(kim, kind="access", happened_on=dt.date(2022, 1, 1))
    make_activity(make_kim(), kind="aspiration")
    with django_assert_num_queries(2):
        record = activity_record(kim.activities.all())
    assert {kind.label: kind.count for kind in record.kinds if kind.count} == {
        "Akses informasi": 1,
        "Diskusi": 20,
    }
    assert record.newest == tuple(rows[:NEWEST])
    assert record.older == 21 - NEWEST
