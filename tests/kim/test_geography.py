"""kim/geography.py: real boundaries as drawings."""

import re

import pytest

from kim.geography import MARGIN, draw_city, draw_outline
from tests.kim.squares import square


def corners(path: str) -> list[list[tuple[int, int]]]:
    """Read a path of steps back into rings of points."""
    rings = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)(?:l([^z]*))?z", path):
        x, y = map(int, start.split())
        ring = [(x, y)]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        rings.append(ring)
    return rings


LARGE, SMALL = [[square(112.62, -7.97, 0.02)]], [[square(112.66, -7.97, 0.001)]]


def test_city_is_drawn_north_up_and_in_proportion():
    city = draw_city({"besar": LARGE, "kecil": SMALL}, {"besar": "Besar", "kecil": "Kecil"}, 1000)
    left, _, width, height = map(int, city.view_box.split())
    assert (left, width) == (0, 1000)
    (ring,) = corners(city.shapes["besar"].path)
    xs, ys = zip(*ring, strict=True)
    assert min(xs) == min(ys) == MARGIN
    assert max(ys) == pytest.approx(height - MARGIN, abs=1)
    # A degree of longitude is a little shorter here than one of latitude.
    assert (max(xs) - min(xs)) / (max(ys) - min(ys)) == pytest.approx(0.9903, abs=0.003)
    # The first corner of the square is its south-west.
    assert ring[0] == (min(xs), max(ys))


def test_name_is_written_only_where_it_fits_and_stands_inside():
    city = draw_city({"besar": LARGE, "kecil": SMALL}, {"besar": "Besar", "kecil": "Kecil"})
    shape = city.shapes["besar"]
    assert shape.label.text == "Besar"
    (ring,) = corners(shape.path)
    xs, ys = zip(*ring, strict=True)
    assert min(xs) + 30 < shape.label.x < max(xs) - 30
    assert min(ys) + 15 < shape.label.y < max(ys)
    assert city.shapes["kecil"].label is None


def test_name_avoids_a_hole():
    hole = square(112.62, -7.97, 0.015)
    city = draw_city({"cincin": [[LARGE[0][0], hole]]}, {"cincin": "Nama yang panjang sekali"})
    assert len(corners(city.shapes["cincin"].path)) == 2
    outer, inner = corners(city.shapes["cincin"].path)
    label = city.shapes["cincin"].label
    assert label is None or not (
        min(x for x, _ in inner) < label.x < max(x for x, _ in inner)
        and min(y for _, y in inner) < label.y < max(y for _, y in inner)
    )


def test_every_polygon_of_a_parted_area_is_drawn():
    parted = [*LARGE, *SMALL]
    assert len(corners(draw_city({"dua": parted}, {"dua": "Dua"}).shapes["dua"].path)) == 2


@pytest.mark.parametrize(("half", "metres"), [(0.0005, 50), (0.004, 200), (0.02, 1000)])
def test_outline_fills_its_box_and_its_scale_is_true(half, metres):
    outline = draw_outline([[square(112.62, -7.97, half)]])
    (ring,) = corners(outline.path)
    xs, ys = zip(*ring, strict=True)
    assert outline.metres == metres
    length = int(re.search(r"h(\d+)", outline.scale_path)[1])
    drawn = max(ys) - min(ys)
    assert length / drawn == pytest.approx(metres / (2 * half * 111_320), rel=0.02)
    _, _, width, height = map(int, outline.view_box.split())
    assert max(width, height) <= 320 + 22
    assert length < width / 2


def test_points_that_fall_together_are_drawn_once():
    ring = square(112.62, -7.97, 0.02)
    fine = [point for corner in ring for point in (corner, [corner[0] + 1e-7, corner[1]])]
    fine.append(ring[0])
    assert draw_outline([[fine]]).path == draw_outline([[ring]]).path
