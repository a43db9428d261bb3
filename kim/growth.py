"""Growth over time, laid out for drawing: what is on record beside what officials stated.

Pure: no models, no addresses. components/growth.html draws what stands here, on any width: across,
everything is in percent, up and down in ``em``. Positions are text, safe from localisation.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from kim.figures import Compared
from malangnews.core.dates import format_date

# Down the drawing, in em; across it, in percent.
ABOVE, PLOT, BELOW = 1.6, 15.0, 2.2
RIGHT = 96.0
BOX = 1000  # the box in which the line is drawn, stretched over the plot
# A number stands left or right of its point where it meets nothing, even on the narrowest drawing.
LABEL_ACROSS, LABEL_DOWN = 14.0, 0.65
MOST_YEARS, MOST_HEIGHTS = 6, 6
SIDES = {"kiri": -1, "kanan": 1}
STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class Tick:
    """A year on the foot of the chart, or a height with its line."""

    words: str
    at: str


@dataclass(frozen=True)
class Point:
    """One stated figure: a dot, or a bar from the lowest to the highest."""

    compared: Compared
    anchor: str
    x: str
    top: str
    bottom: str
    side: str  # of its number: kiri, kanan, or "" when there is no room for it
    label_y: str
    title: str


@dataclass(frozen=True)
class Growth:
    """The chart as drawn."""

    height: str
    plot_top: str
    plot_height: str
    foot: str
    line: str
    area: str
    years: tuple[Tick, ...]
    heights: tuple[Tick, ...]
    points: tuple[Point, ...]
    recorded: int
    recorded_x: str
    recorded_y: str
    asked_x: str
    description: str


def lay_out(
    counts: Sequence[tuple[dt.date, int]],
    compared: Sequence[Compared],
    asked: dt.date,
    today: dt.date,
) -> Growth | None:
    """Lay out the recorded ``counts`` (day, groups from then on) and the stated figures.

    Drawn is from the year of the first of either to ``today``; ``asked`` is the day that is marked.
    None when nothing was recorded or stated by today.
    """
    counts = [(day, count) for day, count in counts if day <= today]
    compared = [one for one in compared if one.figure.as_of <= today]
    first = min([day for day, _ in counts] + [one.figure.as_of for one in compared], default=None)
    if first is None:
        return None
    start = first.replace(month=1, day=1)
    span = max((today - start).days, 1)
    most = max([count for _, count in counts] + [one.figure.value_max for one in compared])
    step = next((step for step in STEPS if most <= step * (MOST_HEIGHTS - 1)), STEPS[-1])
    top = max(-(-most // step), 1) * step
    now = counts[-1][1] if counts else 0

    def across(day: dt.date) -> float:
        return RIGHT * (day - start).days / span

    def down(value: float) -> float:
        return ABOVE + PLOT * (1 - value / top)

    return Growth(
        height=_em(ABOVE + PLOT + BELOW),
        plot_top=_em(ABOVE),
        plot_height=_em(PLOT),
        foot=_em(ABOVE + PLOT),
        line=_path([(across(day), count / top) for day, count in counts], across(today)),
        area=_path([(across(day), count / top) for day, count in counts], across(today), True),
        years=_years(start.year, today.year, across),
        heights=tuple(
            Tick(str(value), _em(down(value))) for value in range(step, top + step, step)
        ),
        points=_points(compared, across, down),
        recorded=now,
        recorded_x=_percent(across(today)),
        recorded_y=_em(down(now)),
        asked_x="" if asked == today or asked < start else _percent(across(asked)),
        description=_words(counts, compared, today),
    )


def _path(steps: list[tuple[float, float]], end: float, closed: bool = False) -> str:
    """Return a staircase of (percent across, share of the height), "" without steps."""
    if not steps:
        return ""
    scaled = [(BOX * x / 100, BOX * (1 - share)) for x, share in steps]
    stairs = "".join(f"H{_number(x)}V{_number(y)}" for x, y in scaled)
    closing = f"V{BOX}Z" if closed else ""
    return f"M{_number(scaled[0][0])} {BOX}{stairs}H{_number(BOX * end / 100)}{closing}"


def _years(first: int, last: int, across) -> tuple[Tick, ...]:
    """Return at most MOST_YEARS beginnings of years, the newest among them."""
    step = next((step for step in STEPS if last - first < step * MOST_YEARS), STEPS[-1])
    years = range(last - (last - first) // step * step, last + 1, step)
    return tuple(Tick(str(year), _percent(across(dt.date(year, 1, 1)))) for year in years)


def _points(compared: Sequence[Compared], across, down) -> tuple[Point, ...]:
    """Lay out the stated figures, the newest first in the choice of a place for its number."""
    bars = [
        (across(one.figure.as_of), down(one.figure.value_max), down(one.figure.value_min))
        for one in compared
    ]
    points, written = [], []
    for place, one in reversed(list(enumerate(compared))):
        figure, (x, top, bottom) = one.figure, bars[place]
        middle = (top + bottom) / 2
        others = [*bars[:place], *bars[place + 1 :], *written]
        side = next((side for side in SIDES if _is_free(side, x, middle, others)), "")
        if side:
            written.append((x + SIDES[side] * LABEL_ACROSS / 2, middle, middle))
        day = format_date(figure.as_of, figure.as_of_precision)
        points.append(
            Point(
                compared=one,
                anchor=f"angka-{place + 1}",
                x=_percent(x),
                top=_em(top),
                bottom=_em(bottom),
                side=side,
                label_y=_em(middle + 0.36),
                title=f"{day}: {figure.value_text} KIM menurut {figure.stated_by}; "
                f"tercatat di sini {one.recorded}",
            )
        )
    return tuple(reversed(points))


def _is_free(side: str, x: float, y: float, others: Sequence[tuple[float, float, float]]) -> bool:
    """Say whether a number on that side of a point at ``x``, ``y`` meets none of the others.

    These are (across, top, bottom) of points and of numbers written before.
    """
    reach = x + SIDES[side] * LABEL_ACROSS
    low, high = sorted((x, reach))
    return 0 <= reach <= 100 and not any(
        low <= a <= high and top - 2 * LABEL_DOWN < y < bottom + 2 * LABEL_DOWN
        for a, top, bottom in others
    )


def _words(
    counts: Sequence[tuple[dt.date, int]], compared: Sequence[Compared], today: dt.date
) -> str:
    """The chart in a sentence or two, for those who do not see it."""
    words = "Belum ada KIM yang tercatat."
    if counts:
        (first, before), (_, now) = counts[0], counts[-1]
        words = (
            f"Tercatat {before} KIM sejak {format_date(first)} dan {now} per {format_date(today)}."
        )
    if compared:
        last = compared[-1].figure
        day = format_date(last.as_of, last.as_of_precision)
        words += f" Angka pejabat terakhir: {last.value_text} KIM, keadaan per {day}."
    return words


def _em(length: float) -> str:
    return f"{_number(length)}em"


def _percent(share: float) -> str:
    return f"{_number(share)}%"


def _number(value: float) -> str:
    """Write a number with at most three decimals and a point, whatever the language."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
