"""Charts laid out as numbers: bars beside their names, columns over the years.

Pure: no models, no addresses, no HTML. components/chart_bars.html and chart_columns.html draw what
stands here. Across, everything is in percent of the room there is; up and down in ``em``, so that a
chart fits any screen while its words keep their size. Positions are text, safe from localisation.

    chart = column_chart("tahun", "Penghargaan menurut tahun", [Bar("2023", 7, url), ...])
    {% include "components/chart_columns.html" with chart=chart only %}
"""

import textwrap
from collections.abc import Sequence

from malangnews.core.chart_parts import Bar, Chart, Line, Mark, Part, Series, Shape, number

__all__ = ["MOST_COLUMNS", "Bar", "Chart", "Part", "Series", "bar_chart", "column_chart"]

PATTERNS = 6
SOLID = 2
LINE_OF_WORDS = 36
MOST_COLUMNS = 24
# Down the page, in em: bars.
LINE, BAR, GAP, BAR_BASELINE, WORDS_BASELINE = 1.4, 1.15, 0.95, 0.88, 1.02
LONGEST_BAR = 80.0
# Down the page, in em: columns.
ABOVE, PLOT, BELOW, COLUMN_SHARE = 1.9, 13.0, 2.0, 0.64
# What is there is seen, however little; a number stands in a part with room for it.
LEAST_BAR, LEAST_COLUMN, ROOM_ACROSS, ROOM_FOR_NUMBER = 0.6, 0.18, 12.0, 1.5


def bar_chart(
    id: str,
    title: str,
    bars: Sequence[Bar],
    *,
    series: Sequence[Series] = (),
    unit: str = "penghargaan",
    head: str = "Nama",
    note: str = "",
) -> Chart:
    """Lay out ``bars`` one under another, each under its name, in the order given.

    ``id`` is unique on the page, ``head`` the heading of the names in the table. Raises ValueError
    when a bar has not one part for each series.
    """
    series, bars = _used(series, bars)
    most = max((bar.value for bar in bars), default=0)
    marks, top = [], 0.0
    for bar in bars:
        marks.append(_bar(bar, series, top, most, unit))
        top += len(marks[-1].lines) * LINE + BAR + GAP
    return Chart(id, title, unit, head, note, series, bars, tuple(marks), _em(top))


def column_chart(
    id: str,
    title: str,
    bars: Sequence[Bar],
    *,
    series: Sequence[Series] = (),
    unit: str = "penghargaan",
    head: str = "Tahun",
    note: str = "",
) -> Chart:
    """Lay out ``bars`` side by side in the order given; with series each is a stack of parts.

    Of more than MOST_COLUMNS only the last are drawn; the table has them all. Raises ValueError as
    ``bar_chart`` does.
    """
    series, bars = _used(series, bars)
    drawn = bars[-MOST_COLUMNS:]
    most = max((bar.value for bar in drawn), default=0)
    slot = 100 / max(len(drawn), 1)
    marks = tuple(_column(bar, series, n * slot, slot, most, unit) for n, bar in enumerate(drawn))
    return Chart(
        id,
        title,
        unit,
        head,
        note,
        series,
        bars,
        marks,
        _em(ABOVE + PLOT + BELOW),
        baseline=_em(ABOVE + PLOT),
        size="wider" if len(drawn) > 16 else "wide" if len(drawn) > 11 else "",
        left_out=len(bars) - len(drawn),
    )


def _used(
    series: Sequence[Series], bars: Sequence[Bar]
) -> tuple[tuple[Series, ...], tuple[Bar, ...]]:
    """Return both without series that no bar has anything of, and without ways to nothing."""
    if any(len(bar.parts) != len(series) for bar in bars):
        raise ValueError("Each bar needs one part for each series.")
    kept = [n for n in range(len(series)) if any(bar.parts[n].value for bar in bars)]
    slimmer = (
        Bar(bar.label, bar.value, bar.url if bar.value else "", tuple(bar.parts[n] for n in kept))
        for bar in bars
    )
    return tuple(series[n] for n in kept), tuple(slimmer)


def _parts(bar: Bar, series: tuple[Series, ...]) -> list[tuple[Part, int, str]]:
    """Return what to draw of a bar: each part that is not nothing, its pattern and its name."""
    if not series:
        return [(Part(bar.value), SOLID, "")] if bar.value else []
    pairs = zip(bar.parts, series, strict=True)
    return [(part, kind.pattern, kind.label) for part, kind in pairs if part.value]


def _bar(bar: Bar, series: tuple[Series, ...], top: float, most: int, unit: str) -> Mark:
    words = textwrap.wrap(bar.label, LINE_OF_WORDS) or [""]
    lines = tuple(Line(text, _em(top + n * LINE + WORDS_BASELINE)) for n, text in enumerate(words))
    across, y = 0.0, top + len(lines) * LINE
    shapes = []
    for part, pattern, name in _parts(bar, series):
        width = max(LONGEST_BAR * part.value / most, LEAST_BAR)
        title = _says(f"{bar.label}, {name.lower()}", part.value, unit) if name else ""
        has_room = bool(name) and width >= ROOM_ACROSS and part.value != bar.value
        shapes.append(
            Shape(
                _percent(across),
                _em(y),
                _percent(width),
                _em(BAR),
                pattern,
                part.url,
                title,
                part.value if has_room else None,
                _percent(across + width / 2),
                _em(y + BAR_BASELINE),
            )
        )
        across += width
    ground = Shape("0", _em(top), "100%", _em(len(lines) * LINE + BAR), 0)
    says = _says(bar.label, bar.value, unit)
    end = _percent(across)
    return Mark(bar, says, ground, tuple(shapes), lines, "0", end, _em(y + BAR_BASELINE))


def _column(
    bar: Bar, series: tuple[Series, ...], left: float, slot: float, most: int, unit: str
) -> Mark:
    x, width, middle = left + slot * (1 - COLUMN_SHARE) / 2, slot * COLUMN_SHARE, left + slot / 2
    foot, shapes = ABOVE + PLOT, []
    for part, pattern, name in _parts(bar, series):
        height = max(PLOT * part.value / most, LEAST_COLUMN)
        foot -= height
        has_room = bool(name) and height >= ROOM_FOR_NUMBER and part.value != bar.value
        shapes.append(
            Shape(
                _percent(x),
                _em(foot),
                _percent(width),
                _em(height),
                pattern,
                part.url,
                _says(f"{bar.label}, {name.lower()}", part.value, unit) if name else "",
                part.value if has_room else None,
                _percent(middle),
                _em(foot + height / 2 + 0.36),
            )
        )
    says = _says(bar.label, bar.value, unit)
    ground = Shape(_percent(left), "0", _percent(slot), _em(ABOVE + PLOT + BELOW), 0)
    lines = (Line(bar.label, _em(ABOVE + PLOT + 1.35)),)
    center = _percent(middle)
    return Mark(bar, says, ground, tuple(shapes), lines, center, center, _em(foot - 0.45))


def _says(label: str, value: int, unit: str) -> str:
    return f"{label}: {number(value)} {unit}"


def _em(length: float) -> str:
    return f"{length:.3f}".rstrip("0").rstrip(".") + "em"


def _percent(share: float) -> str:
    return f"{share:.3f}".rstrip("0").rstrip(".") + "%"
