"""Charts are laid out truthfully: lengths as the numbers, nothing outside, nothing lost."""

import re

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from malangnews.core import charts
from malangnews.core.charts import Bar, Part, Series, bar_chart, column_chart

LEVELS = [Series("Nasional", 2), Series("Provinsi", 4), Series("Kota", 5)]
counts = st.integers(min_value=0, max_value=100_000)
stacks = st.lists(st.tuples(counts, counts, counts), max_size=40)


def stack(label: str, *values: int, url: str = "") -> Bar:
    return Bar(label, sum(values), url, tuple(Part(value, url) for value in values))


def length(text: str) -> float:
    return float(text.removesuffix("em").removesuffix("%"))


def drawn(kind: str, chart, **more) -> str:
    return render_to_string(f"components/chart_{kind}.html", {"chart": chart, **more})


def test_longest_bar_is_the_largest_number_and_the_others_in_proportion():
    chart = bar_chart("a", "Uji", [Bar("A", 40), Bar("B", 10), Bar("C", 0)])
    widths = [length(mark.shapes[0].width) for mark in chart.marks[:2]]
    assert widths == [charts.LONGEST_BAR, charts.LONGEST_BAR / 4]
    assert chart.marks[2].shapes == ()


def test_columns_stand_on_the_baseline_side_by_side():
    chart = column_chart("a", "Uji", [Bar("2022", 6), Bar("2023", 3)])
    shapes = [mark.shapes[0] for mark in chart.marks]
    assert [length(shape.height) for shape in shapes] == [charts.PLOT, charts.PLOT / 2]
    assert {length(s.y) + length(s.height) for s in shapes} == {length(chart.baseline)}
    assert length(shapes[0].x) + length(shapes[0].width) < length(shapes[1].x)


@given(stacks)
def test_parts_of_a_column_stack_up_without_gap_and_stay_inside(values):
    bars = [stack(str(1990 + n), *row) for n, row in enumerate(values)]
    chart = column_chart("a", "Uji", bars, series=LEVELS)
    slack = len(LEVELS) * charts.LEAST_COLUMN
    for mark in chart.marks:
        foot = length(chart.baseline)
        for shape in mark.shapes:
            assert length(shape.y) + length(shape.height) == pytest.approx(foot, abs=0.01)
            foot = length(shape.y)
            assert 0 <= length(shape.x) <= 100 - length(shape.width) + 0.01
        assert foot >= charts.ABOVE - slack - 0.01
    assert len(chart.marks) + chart.left_out == len(chart.bars) == len(values)


@given(stacks)
def test_parts_of_a_bar_lie_end_to_end_within_the_room(values):
    chart = bar_chart("a", "Uji", [stack("A", *row) for row in values], series=LEVELS)
    for mark in chart.marks:
        across = 0.0
        for shape in mark.shapes:
            assert length(shape.x) == pytest.approx(across, abs=0.01)
            across += length(shape.width)
        assert across <= charts.LONGEST_BAR + len(LEVELS) * charts.LEAST_BAR + 0.01
        assert length(mark.number_x) == pytest.approx(across, abs=0.01)


@given(st.lists(st.text(max_size=200), max_size=8))
def test_rows_of_bars_do_not_touch_however_long_their_names(names):
    chart = bar_chart("a", "Uji", [Bar(name, 1) for name in names])
    foot = 0.0
    for mark in chart.marks:
        assert length(mark.ground.y) >= foot
        foot = length(mark.ground.y) + length(mark.ground.height)
        assert all(len(line.text) <= charts.LINE_OF_WORDS for line in mark.lines)
    assert foot <= length(chart.height)


def test_series_that_no_bar_has_are_left_out_and_the_patterns_stay():
    chart = column_chart("a", "Uji", [stack("2022", 2, 0, 1)], series=LEVELS)
    assert [kind.label for kind in chart.series] == ["Nasional", "Kota"]
    assert [shape.pattern for shape in chart.marks[0].shapes] == [2, 5]
    assert [part.value for part in chart.bars[0].parts] == [2, 1]


def test_parts_must_add_up_and_match_the_series():
    with pytest.raises(ValueError, match="add up"):
        Bar("2023", 3, "", (Part(1), Part(1)))
    with pytest.raises(ValueError, match="one part for each series"):
        column_chart("a", "Uji", [Bar("2023", 1, "", (Part(1),))], series=LEVELS)


def test_of_many_years_the_last_are_drawn_and_the_table_has_all():
    chart = column_chart("a", "Uji", [Bar(str(year), 1) for year in range(1990, 2025)])
    assert chart.marks[0].bar.label == "2001"
    assert chart.left_out == 11
    page = drawn("columns", chart)
    assert "11 tahun yang lebih awal hanya ada dalam tabel." in page
    assert page.count('<th scope="row">') == 35


@pytest.mark.parametrize(
    ("kind", "make"), [("bars", bar_chart), ("columns", column_chart)], ids=["bars", "columns"]
)
def test_chart_says_what_it_shows_and_leads_to_the_records(kind, make):
    bars = [stack("Satu", 1000, 234, 0, url="/satu/"), stack("Dua <b>", 0, 0, 0, url="/dua/")]
    page = drawn(kind, make("uji", "Judul uji", bars, series=LEVELS), level=3)
    assert '<h3 id="uji-judul">Judul uji</h3>' in page
    assert 'aria-labelledby="uji-judul uji-isi"' in page
    assert "Terbanyak: Satu, 1.234 penghargaan." in page
    assert 'href="/satu/" aria-label="Satu: 1.234 penghargaan"' in page
    assert 'aria-label="Satu, nasional: 1.000 penghargaan"' in page
    assert "/dua/" not in page
    assert "Dua &lt;b&gt;" in page
    assert 'role="group"' in page
    assert "style=" not in page


def test_every_pattern_that_a_chart_uses_is_defined_in_it():
    series = [Series(f"Seri {n}", n) for n in range(1, charts.PATTERNS + 1)]
    bars = [stack("2023", *range(1, charts.PATTERNS + 1))]
    page = drawn("columns", column_chart("uji", "Uji", bars, series=series))
    used = set(re.findall(r'fill="url\(#([^)]+)\)"', page))
    assert len(used) == charts.PATTERNS
    assert used <= set(re.findall(r'<pattern id="([^"]+)"', page))


def test_chart_without_links_is_one_picture():
    page = drawn("columns", column_chart("uji", "Uji", [Bar("2023", 1)]))
    assert 'role="img"' in page
    assert "<a " not in page


def test_empty_chart_stands():
    for kind, make in (("bars", bar_chart), ("columns", column_chart)):
        assert "Belum ada yang dapat digambar." in drawn(kind, make("uji", "Uji", []))
