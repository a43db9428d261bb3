"""kim/activity_record.py: counted by the six kinds, the newest listed."""

import datetime as dt

from kim.activity_record import NEWEST, activity_record
from kim.models import KimActivity


def did(kind: str, day: int) -> KimActivity:
    return KimActivity(kind=kind, title="Diskusi", happened_on=dt.date(2023, 1, day))


def test_nothing_done_counts_six_times_nothing():
    record = activity_record([])
    assert (record.total, record.older, record.newest) == (0, 0, ())
    assert [kind.count for kind in record.kinds] == [0] * 6


def test_counts_are_of_all_and_the_list_is_of_the_newest():
    rows = [did("discussion", day) for day in range(20, 0, -1)] + [did("access", 1)]
    record = activity_record(rows)
    assert {kind.label: kind.count for kind in record.kinds if kind.count} == {
        "Akses informasi": 1,
        "Diskusi": 20,
    }
    assert record.newest == tuple(rows[:NEWEST])
    assert record.older == 21 - NEWEST
