"""kim/figures.py: what officials stated, beside the record."""

import datetime as dt

import pytest

from kim.figures import Compared, compare, nearest
from kim.models import StatedKimFigure
from kim.timeline import Timeline

HISTORY = Timeline(((1, dt.date(2014, 3, 12), "active"), (2, dt.date(2023, 1, 1), "active")))


def figure(low, high, day="2022-12-07"):
    return StatedKimFigure(value_min=low, value_max=high, as_of=dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("low", "high", "recorded", "gap", "is_short", "difference"),
    [
        (34, 38, 12, "22–26", True, "22–26 lebih sedikit"),
        (43, 43, 13, "30", True, "30 lebih sedikit"),
        (34, 38, 36, "", False, "di dalam rentang"),
        (6, 6, 6, "", False, "sama"),
        (6, 6, 8, "2", False, "2 lebih banyak"),
        (4, 6, 8, "2–4", False, "2–4 lebih banyak"),
    ],
)
def test_gap_says_how_far_record_and_statement_are_apart(
    low, high, recorded, gap, is_short, difference
):
    compared = Compared(figure(low, high), recorded)
    assert str(compared.gap) == gap
    assert compared.gap.is_short is is_short
    assert compared.difference == difference


def test_compare_counts_each_figure_on_its_own_day():
    figures = [figure(6, 6, "2014-03-11"), figure(34, 38), figure(43, 43, "2024-08-01")]
    compared = compare(figures, HISTORY)
    assert [(one.figure.value_min, one.recorded) for one in compared] == [(6, 0), (34, 1), (43, 2)]


def test_nearest_is_what_was_stated_for_the_day_itself_all_of_it():
    figures = [figure(34, 34), figure(38, 38), figure(39, 39, "2022-12-14")]
    chosen = nearest(compare(figures, HISTORY), dt.date(2022, 12, 7))
    assert [one.figure.value_min for one in chosen] == [34, 38]


def test_nearest_of_two_days_as_near_is_the_earlier():
    figures = [figure(2, 2, "2022-12-05"), figure(1, 1, "2022-12-03")]
    chosen = nearest(compare(figures, HISTORY), dt.date(2022, 12, 4))
    assert [one.figure.value_min for one in chosen] == [1]


def test_nearest_without_figures_is_nothing():
    assert nearest([], dt.date(2022, 1, 1)) == []
