"""Reads the reference table of kecamatan and kelurahan, and tells who borders on whom."""

import csv
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "kelurahan.csv"
# Odd-r layout, pointy tops: odd rows stand half a tile to the right.
STEPS = {
    0: ((1, 0), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1)),
    1: ((1, 0), (1, -1), (0, -1), (-1, 0), (0, 1), (1, 1)),
}


def rows() -> list[dict[str, str]]:
    """Return the 57 rows of the table, as text."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hex_neighbours(column: int, row: int) -> Iterator[tuple[int, int]]:
    """Yield the six places around a tile of the atlas."""
    for dx, dy in STEPS[row % 2]:
        yield column + dx, row + dy
