"""kim/figures.py: what officials stated, beside the record."""

import datetime as dt

import pytest

from kim.figures import Compared, compare_nearest
from kim.models import StatedKimFigure
from kim.timeline import Timeline


def figure(low, high, day="2022-12-07"):
    return StatedKimFigure(value_min=low, value_max=high, as_of=dt.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("low", "high", "recorded", "gap", "is_short"),
    [
        (34, 38, 12, "22–26", True),
        (43, 43, 13, "30", True),
        (34, 38, 36, "", False),
        (6, 6, 6, "", False),
        (6, 6, 8, "2", False),
        (4, 6, 8, "2–4", False),
    ],
)
def test_gap_says_how_far_record_and_statement_are_apart(low, high, recorded, gap, is_short):
    compared = Compared(figure(low, high), recorded)
    assert str(compared.gap) == gap
    assert compared.gap.is_short is is_short


def test_compare_nearest_takes_the_figure_of_the_nearest_day_and_counts_that_day():
    history = Timeline(((1, dt.date(2014, 3, 12), "active"), (2, dt.date(2023, 1, 1), "active")))
    figures = [figure(6, 6, "2014-12-31"), figure(34, 38), figure(43, 43, "2024-08-01")]
    compared = compare_nearest(figures, dt.date(2022, 1, 1), history)
    assert compared.figure is figures[1]
    assert compared.recorded == 1


def test_compare_nearest_without_figures_is_nothing():
    assert compare_nearest([], dt.date(2022, 1, 1), Timeline(())) is None
