"""Real boundaries as drawings, of the whole city and of one kelurahan.

Pure: no models, no HTML. Polygons are lists of rings, rings lists of [longitude, latitude] in
degrees; drawings are SVG paths in whole units, safe from localisation.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kim.simplifying import Point, Polygons, in_metres

WIDTH, OUTLINE_SIDE, MARGIN = 1000, 320, 6
FONT_SIZE, LETTER = 15.0, 0.6  # in units and in em: the widest that a name needs
SCALES = (50, 100, 200, 500, 1000, 2000)  # metres


@dataclass(frozen=True)
class Label:
    """A name and where it fits."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Shape:
    """A kelurahan as drawn: its path, a point inside for a mark, its name if it fits."""

    path: str
    x: int
    y: int
    label: Label | None


@dataclass(frozen=True)
class CityMap:
    """All kelurahan in one drawing, by slug."""

    view_box: str
    shapes: Mapping[str, Shape]


@dataclass(frozen=True)
class Outline:
    """One kelurahan alone, with a scale of so many metres."""

    view_box: str
    path: str
    scale_path: str
    metres: int


@dataclass(frozen=True)
class _Window:
    """The box round some areas, and how many metres a unit of the drawing has."""

    left: float
    top: float
    metres: float
    width: int
    height: int

    def at(self, point: Sequence[float]) -> tuple[int, int]:
        x, y = in_metres(point)
        return (
            round((x - self.left) / self.metres) + MARGIN,
            round((y - self.top) / self.metres) + MARGIN,
        )

    @property
    def view_box(self) -> str:
        return f"0 0 {self.width} {self.height}"


def _window(areas: Iterable[Polygons], width: int, height: int | None = None) -> _Window:
    points = [in_metres(point) for area in areas for rings in area for point in rings[0]]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    metres = (right - left) / (width - 2 * MARGIN)
    if height is not None:
        metres = max(metres, (bottom - top) / (height - 2 * MARGIN))
    return _Window(
        left,
        top,
        metres,
        math.ceil((right - left) / metres) + 2 * MARGIN,
        math.ceil((bottom - top) / metres) + 2 * MARGIN,
    )


def draw_city(
    areas: Mapping[str, Polygons], names: Mapping[str, str], width: int = WIDTH
) -> CityMap:
    """Draw all areas, by slug; ``names`` are written where they fit. Needs at least one area."""
    window = _window(areas.values(), width)
    return CityMap(
        window.view_box,
        {slug: _shape(window, area, names[slug]) for slug, area in areas.items()},
    )


def draw_outline(polygons: Polygons, side: int = OUTLINE_SIDE) -> Outline:
    """Draw one area as large as a square of ``side`` units allows, with a scale under it."""
    window = _window([polygons], side, side)
    metres = max(
        scale for scale in SCALES if scale == SCALES[0] or scale < side * 0.4 * window.metres
    )
    length, foot = round(metres / window.metres), window.height + 14
    box = f"0 0 {window.width} {window.height + 22}"
    scale = f"M{MARGIN} {foot - 6}v6h{length}v-6"
    return Outline(box, _path(window, polygons), scale, metres)


def _path(window: _Window, polygons: Polygons) -> str:
    """Return all rings as one path of steps; holes stay open by the rule "evenodd"."""
    parts = []
    for rings in polygons:
        for ring in rings:
            here = start = window.at(ring[0])
            parts.append(f"M{here[0]} {here[1]}")
            steps = []
            for point in ring[1:-1]:
                x, y = window.at(point)
                if (x, y) != here:
                    steps.append(f"{x - here[0]} {y - here[1]}")
                    here = (x, y)
            if here == start:  # "z" goes there by itself
                steps = steps[:-1]
            parts.append("l" + " ".join(steps).replace(" -", "-") if steps else "")
            parts.append("z")
    return "".join(parts)


def _shape(window: _Window, polygons: Polygons, name: str) -> Shape:
    rings = [[window.at(point) for point in ring] for rings in polygons for ring in rings]
    ys = [y for _, y in max(rings, key=_area)]
    best = (0.0, 0.0, 0.0)
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):
        y = min(ys) + share * (max(ys) - min(ys)) + 0.5
        span = _span(rings, y - FONT_SIZE * 0.55, y + FONT_SIZE * 0.35)
        best = max(best, (span[1] - span[0], (span[0] + span[1]) / 2, y))
    room, x, y = best
    fits = room >= len(name) * LETTER * FONT_SIZE + FONT_SIZE
    label = Label(name, round(x), round(y + FONT_SIZE * 0.3)) if fits else None
    return Shape(_path(window, polygons), round(x), round(y), label)


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, ring[1:], strict=False)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs))


def _span(rings: Sequence[Sequence[Point]], top: float, bottom: float) -> tuple[float, float]:
    """Return the widest stretch inside the rings all the way from one height to another."""
    best = (0.0, 0.0)
    heights = (top, (top + bottom) / 2, bottom)
    rows = [_crossings(rings, y) for y in heights]
    for start, end in zip(rows[1][::2], rows[1][1::2], strict=False):
        left, right = start, end
        for row in (rows[0], rows[2]):
            inside = [
                (a, b) for a, b in zip(row[::2], row[1::2], strict=False) if a < right and b > left
            ]
            if not inside:
                left = right = 0.0
                break
            a, b = max(inside, key=lambda pair: min(pair[1], right) - max(pair[0], left))
            left, right = max(left, a), min(right, b)
        if right - left > best[1] - best[0]:
            best = (left, right)
    return best


def _crossings(rings: Sequence[Sequence[Point]], y: float) -> list[float]:
    found = []
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
            if (ay > y) != (by > y):
                found.append(ax + (y - ay) * (bx - ax) / (by - ay))
    return sorted(found)
