"""Simplifies real boundaries when they are loaded. Pure: no models, no drawing.

Polygons are lists of rings, rings lists of [longitude, latitude] in degrees.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

Point = tuple[float, float]
Polygons = Sequence[Sequence[Sequence[Sequence[float]]]]

METRES_A_DEGREE = 111_320.0  # of latitude
MIDDLE_LATITUDE = -7.98  # of Kota Malang
SHRINK = math.cos(math.radians(MIDDLE_LATITUDE))  # of a degree of longitude
TOLERANCE = 10.0  # metres that a simplified line may stray


def in_metres(point: Sequence[float]) -> Point:
    """Return metres east and south of where the degrees begin."""
    return point[0] * METRES_A_DEGREE * SHRINK, -point[1] * METRES_A_DEGREE


def simplify_all(areas: Mapping[str, Polygons], tolerance: float = TOLERANCE) -> dict[str, list]:
    """Return every area with fewer points, none of its lines more than ``tolerance`` metres off.

    Lines that two areas share stay shared: they are cut where owners change, and each piece is
    simplified the same way from either side.
    """
    owners: dict[Point, set[str]] = {}
    for name, polygons in areas.items():
        for point in _points(polygons):
            owners.setdefault(point, set()).add(name)
    return {
        name: [[_simplify(_rounded(ring), owners, tolerance) for ring in rings] for rings in area]
        for name, area in areas.items()
    }


def _points(polygons: Polygons) -> Iterator[Point]:
    for rings in polygons:
        for ring in rings:
            yield from _rounded(ring)


def _rounded(ring: Iterable[Sequence[float]]) -> list[Point]:
    """Return a ring by the metre, without points that fall together, still closed."""
    points: list[Point] = []
    for longitude, latitude, *_ in ring:
        point = (round(longitude, 5), round(latitude, 5))
        if not points or points[-1] != point:
            points.append(point)
    return points


def _simplify(
    ring: list[Point], owners: Mapping[Point, set[str]], tolerance: float
) -> list[list[float]]:
    open_ring = ring[:-1]
    count = len(open_ring)
    corners = [
        n
        for n, point in enumerate(open_ring)
        if owners[point] != owners[open_ring[n - 1]]
        or owners[point] != owners[open_ring[(n + 1) % count]]
    ]
    if len(corners) < 2:
        start = min(range(count), key=lambda n: open_ring[n])
        far = max(range(count), key=lambda n: math.dist(open_ring[n], open_ring[start]))
        corners = sorted({start, far})
    kept: list[Point] = []
    for first, last in zip(corners, [*corners[1:], corners[0] + count], strict=True):
        piece = [open_ring[n % count] for n in range(first, last + 1)]
        kept += _thin(piece, tolerance)[:-1]
    if len(kept) < 3:  # too thin to survive: keep it as it was
        kept = open_ring
    return [list(point) for point in [*kept, kept[0]]]


def _thin(line: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker, without recursion; the same points whichever end comes first."""
    if line[0] > line[-1]:
        return _thin(line[::-1], tolerance)[::-1]
    metres = [in_metres(point) for point in line]
    keep, open_spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        inner = range(first + 1, last)
        farthest = max(
            inner, key=lambda n: _stray(metres[n], metres[first], metres[last]), default=None
        )
        if farthest is None:
            continue
        if _stray(metres[farthest], metres[first], metres[last]) > tolerance:
            keep.add(farthest)
            open_spans += [(first, farthest), (farthest, last)]
    return [line[n] for n in sorted(keep)]


def _stray(point: Point, start: Point, end: Point) -> float:
    """Return how far a point lies from a stretch of line."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if not length else max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return math.dist((x, y), (ax + share * dx, ay + share * dy))
