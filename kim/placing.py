"""The small atlas that only marks: where something is among the 57 kelurahan.

Pure geometry over kim/atlas.py. The city behind the marks is drawn from the reference table, so a
page that shows it asks the database nothing; five paths and no links keep it near one kilobyte.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from django.utils.text import slugify

from kim.atlas import GAP, MARGIN, RADIUS, WIDTH, centre
from kim.reference import rows

HALF = WIDTH / 2 - GAP
SLOPE = (RADIUS - GAP) / 2
# A tile without its first corner, clockwise from the top.
OUTLINE = f"l{HALF:.0f} {SLOPE:.0f}v{2 * SLOPE:.0f}l-{HALF:.0f} {SLOPE:.0f}-{HALF:.0f}-{SLOPE:.0f}"
OUTLINE += f"v-{2 * SLOPE:.0f}z"


class PlaceLike(Protocol):
    """What is needed of a kelurahan."""

    name: str
    slug: str
    hex_column: int
    hex_row: int


@dataclass(frozen=True)
class Ground:
    """The tiles of one kecamatan as one path."""

    slug: str
    path: str


@dataclass(frozen=True)
class Marked:
    """A tile that stands out: the place itself, its path, and whether it is the first meant."""

    place: PlaceLike
    path: str
    is_main: bool


@dataclass(frozen=True)
class Placing:
    """The whole drawing."""

    grounds: tuple[Ground, ...]
    marked: tuple[Marked, ...]
    view_box: str

    @property
    def label(self) -> str:
        """The drawing in words."""
        return f"Letak pada atlas 57 kelurahan: {', '.join(m.place.name for m in self.marked)}"


def mark_places(main: Iterable[PlaceLike], others: Iterable[PlaceLike] = ()) -> Placing | None:
    """Mark ``main`` and, less strongly, ``others``; None when there is nothing to mark."""
    main, others = list(main), list(others)
    tiles = [(row, True) for row in main] + [(row, False) for row in others if row not in main]
    if not tiles:
        return None
    marked = tuple(
        Marked(row, _tile(row.hex_column, row.hex_row), is_main) for row, is_main in tiles
    )
    grounds, view_box = _city()
    return Placing(grounds, marked, view_box)


@cache
def _city() -> tuple[tuple[Ground, ...], str]:
    """Return the ground of each kecamatan and the window onto all of them."""
    paths: dict[str, list[str]] = {}
    centres = []
    for row in rows():
        column, line = int(row["hex_column"]), int(row["hex_row"])
        centres.append(centre(column, line))
        paths.setdefault(slugify(row["kecamatan"]), []).append(_tile(column, line))
    left = min(x for x, _ in centres) - WIDTH / 2 - MARGIN
    top = min(y for _, y in centres) - RADIUS - MARGIN
    width = max(x for x, _ in centres) + WIDTH / 2 + MARGIN - left
    height = max(y for _, y in centres) + RADIUS + MARGIN - top
    box = " ".join(f"{value:.0f}" for value in (left, top, width, height))
    return tuple(Ground(slug, "".join(parts)) for slug, parts in paths.items()), box


def _tile(column: int, row: int) -> str:
    x, y = centre(column, row)
    return f"M{x:.0f} {y - RADIUS + GAP:.0f}{OUTLINE}"
