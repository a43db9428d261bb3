"""kim/growth.py: what is on record beside what was stated, as a drawing."""

import datetime as dt
import re

from django.template.loader import render_to_string

from kim.days import AskedDay
from kim.figures import Compared
from kim.growth import lay_out
from kim.models import StatedKimFigure

TODAY = dt.date(2024, 12, 31)
COUNTS = [(dt.date(2014, 3, 12), 1), (dt.date(2020, 1, 14), 4), (dt.date(2023, 6, 30), 3)]


def stated(low, high, day, recorded=1):
    figure = StatedKimFigure(
        value_min=low, value_max=high, as_of=dt.date.fromisoformat(day), stated_by="Wali kota"
    )
    return Compared(figure, recorded)


def share(text: str) -> float:
    return float(text.rstrip("%em"))


def test_nothing_recorded_or_stated_is_no_chart():
    assert lay_out([], [], TODAY, TODAY) is None
    assert lay_out([(dt.date(2025, 1, 1), 1)], [], TODAY, TODAY) is None


def test_line_is_a_staircase_that_ends_today():
    growth = lay_out(COUNTS, [], TODAY, TODAY)
    steps = re.findall(r"H([\d.]+)V([\d.]+)", growth.line)
    heights = [float(y) for _, y in steps]
    assert len(steps) == 3
    assert heights[1] < heights[2] < heights[0]
    assert growth.line.endswith("H960")
    assert growth.area.endswith("H960V1000Z")
    assert growth.recorded == 3
    assert "Tercatat 1 KIM sejak 12 Maret 2014 dan 3 per 31 Desember 2024." in growth.description


def test_point_stands_at_its_day_and_a_range_reaches_from_lowest_to_highest():
    exact, span = stated(6, 6, "2019-06-30"), stated(40, 49, "2023-11-06")
    first, second = lay_out(COUNTS, [exact, span], TODAY, TODAY).points
    assert first.top == first.bottom
    assert share(second.top) < share(second.bottom) < share(first.top)
    assert 0 < share(first.x) < share(second.x) < 96
    assert (first.anchor, second.anchor) == ("angka-1", "angka-2")
    assert second.title == "6 November 2023: 40–49 KIM menurut Wali kota; tercatat di sini 1"


def test_numbers_are_written_where_they_meet_nothing():
    crowd = [stated(n, n, f"2022-12-{n - 20:02}") for n in range(30, 40)]
    alone, last = stated(6, 6, "2014-12-31"), stated(60, 60, "2024-08-01")
    first, *dense, final = lay_out([], [alone, *crowd, last], TODAY, TODAY).points
    assert (first.side, final.side) == ("kanan", "kiri")
    assert not any(point.side for point in dense[1:-1])


def test_asked_day_is_marked_unless_it_is_today_or_before_the_chart():
    marks = [
        lay_out(COUNTS, [], day, TODAY).asked_x
        for day in (dt.date(2020, 1, 1), TODAY, dt.date(2013, 1, 1))
    ]
    assert share(marks[0]) > 0
    assert marks[1:] == ["", ""]


def test_years_and_heights_are_few_and_reach_everything():
    growth = lay_out([(dt.date(1990, 1, 1), 130)], [], TODAY, TODAY)
    assert 2 <= len(growth.years) <= 6
    assert len(growth.heights) <= 6
    assert int(growth.heights[-1].words) >= 130


def test_chart_draws_every_point_as_a_way_to_its_row():
    points = [stated(6, 6, "2014-12-31"), stated(34, 38, "2022-12-07")]
    asked = AskedDay(dt.date(2020, 1, 1), TODAY)
    growth = lay_out(COUNTS, points, asked.day, TODAY)
    markup = render_to_string("components/growth.html", {"growth": growth, "asked": asked})
    assert re.findall(r'class="growth-point" href="#(angka-\d)"', markup) == ["angka-1", "angka-2"]
    assert markup.count("growth-dot") == 2  # one in the legend
    assert markup.count('class="growth-range" x1') == 1
    assert "Tanggal yang dipilih" in markup
    assert "style=" not in markup
