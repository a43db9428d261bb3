import datetime as dt

import pytest

from malangnews.core.quarters import Quarter, quarters


@pytest.mark.parametrize(
    ("day", "key"),
    [("2026-01-01", "2026-1"), ("2026-03-31", "2026-1"), ("2026-04-01", "2026-2")]
    + [("2026-10-01", "2026-4"), ("2026-12-31", "2026-4")],
)
def test_a_day_falls_in_its_quarter(day, key):
    day = dt.date.fromisoformat(day)
    assert Quarter.of(day).key == key
    assert day in Quarter.of(day)


def test_a_quarter_has_its_months_and_days():
    quarter = Quarter(2024, 1)
    assert (quarter.first, quarter.last) == (dt.date(2024, 1, 1), dt.date(2024, 3, 31))
    assert str(quarter) == "Triwulan I 2024"
    assert quarter.months == "Januari–Maret 2024"
    assert quarter.before == Quarter(2023, 4)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-5", "2026-0", "0001-1", "٢٠٢٦-1", "2026-1\n", "x"]
)
def test_what_is_no_quarter_gives_none(text):
    assert Quarter.read(text) is None


def test_quarters_are_listed_newest_first():
    keys = [quarter.key for quarter in quarters(dt.date(2025, 8, 1), dt.date(2026, 2, 1))]
    assert keys == ["2026-1", "2025-4", "2025-3"]
