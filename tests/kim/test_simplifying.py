"""kim/simplifying.py: fewer points, the same lines, and what is shared stays shared."""

import math

import pytest

from kim.simplifying import in_metres, simplify_all

METRE = 1 / 111_320


def wavy(start, end, steps=40, height=4 * METRE) -> list[list[float]]:
    """A line from start to end that strays a few metres, without its last point."""
    (ax, ay), (bx, by) = start, end
    return [
        [ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps + height * (n % 2)]
        for n in range(steps)
    ]


def closed(*pieces) -> list:
    ring = [point for piece in pieces for point in piece]
    return [[[*ring, ring[0]]]]


WEST, MIDDLE, EAST = 112.60, 112.62, 112.64
SOUTH, NORTH = -7.98, -7.96
# How many metres the points of a border stand beside a straight line.
CALM = [0, 5] * 20
WILD = [0] + [(7 * n * n) % 26 for n in range(1, 40)]
EVEN = [0, 18, 18, 0, 0, 30, 30, 0] * 5


def neighbours(strays: list[int]) -> dict:
    """Two areas on either side of a border with those ``strays``."""
    step = (NORTH - SOUTH) / len(strays)
    border = [[MIDDLE + x * METRE, SOUTH + n * step] for n, x in enumerate(strays)]
    left = closed(
        border,
        wavy((MIDDLE, NORTH), (WEST, NORTH)),
        wavy((WEST, NORTH), (WEST, SOUTH)),
        wavy((WEST, SOUTH), (MIDDLE, SOUTH)),
    )
    right = closed(
        [[MIDDLE, NORTH], *reversed(border[1:])],
        wavy((MIDDLE, SOUTH), (EAST, SOUTH)),
        wavy((EAST, SOUTH), (EAST, NORTH)),
        wavy((EAST, NORTH), (MIDDLE, NORTH)),
    )
    return {"left": left, "right": right}


def points(area) -> set[tuple]:
    return {tuple(point) for rings in area for ring in rings for point in ring}


def test_fewer_points_and_every_ring_still_closed():
    areas = neighbours(CALM)
    slim = simplify_all(areas)
    for name, area in slim.items():
        assert len(points(area)) < len(points(areas[name])) / 4
        assert area[0][0][0] == area[0][0][-1]


@pytest.mark.parametrize("strays", [CALM, WILD, EVEN])
def test_border_is_the_same_from_both_sides(strays):
    areas = neighbours(strays)
    shared = points(areas["left"]) & points(areas["right"])
    assert len(shared) > 30
    slim = simplify_all(areas)
    left, right = (
        {point for point in points(area) if MIDDLE - METRE < point[0] < MIDDLE + 40 * METRE}
        for area in slim.values()
    )
    assert left == right
    assert 2 <= len(left) < len(shared)


def test_point_where_three_areas_meet_stays_in_all_of_them():
    south, north = (112.6201, -7.975), (112.6201, -7.965)
    meeting = (112.6201, -7.97)
    west, east = 112.61, 112.63
    lower, upper = wavy(south, meeting), wavy(meeting, north)
    through = wavy(meeting, (east, -7.97))
    top, middle, bottom = [list(north)], [list(meeting)], [list(south)]
    areas = {
        "west": closed(lower, upper, top, [[west, -7.965], [west, -7.975]]),
        "lower": closed(bottom, [[east, -7.975], [east, -7.97]], through[::-1], lower[:0:-1]),
        "upper": closed(through, [[east, -7.97], [east, -7.965]], top, upper[:0:-1]),
    }
    assert all(tuple(middle[0]) in points(area) for area in areas.values())
    slim = simplify_all(areas)
    assert all(meeting in points(area) for area in slim.values())
    assert len(points(slim["west"])) < 12


@pytest.mark.parametrize("tolerance", [3.0, 10.0, 40.0])
def test_no_point_strays_farther_than_allowed(tolerance):
    ring = [
        [112.62 + 0.01 * math.cos(a / 50), -7.97 + 0.01 * math.sin(a / 50)]
        for a in range(int(100 * math.pi))
    ]
    ring.append(ring[0])
    slim = simplify_all({"disc": [[ring]]}, tolerance)["disc"][0][0]
    assert 4 <= len(slim) < len(ring)
    corners = [in_metres(point) for point in slim]
    for point in ring:
        here = in_metres(point)
        pairs = zip(corners, corners[1:], strict=False)
        # A metre more for the rounding of stored degrees.
        assert min(stray(here, a, b) for a, b in pairs) <= tolerance + 1.5


def stray(point, start, end) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2 or 1
    share = max(0, min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    return math.dist((x, y), (ax + share * (bx - ax), ay + share * (by - ay)))


def test_what_is_smaller_than_the_tolerance_is_kept_as_it_was():
    tiny = [[112.62, -7.97], [112.62003, -7.97], [112.62003, -7.96997], [112.62, -7.97]]
    assert simplify_all({"tiny": [[tiny]]}, 200)["tiny"] == [[tiny]]


def test_holes_are_simplified_too():
    outer = neighbours(CALM)["left"][0][0]
    hole = closed(*[wavy(a, b) for a, b in zip(CORNERS, [*CORNERS[1:], CORNERS[0]], strict=True)])
    slim = simplify_all({"left": [[outer, hole[0][0]]]})["left"][0]
    assert len(slim) == 2
    assert len(slim[1]) < len(hole[0][0])


CORNERS = [(112.605, -7.975), (112.615, -7.975), (112.615, -7.965), (112.605, -7.965)]
