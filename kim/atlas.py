"""The hex atlas: one tile per kelurahan, laid out for drawing.

Pure geometry and words: no models, no HTML. Tiles stand in "odd-r" rows (pointy tops, odd rows
half a tile to the right). Coordinates are text in SVG units, safe from localisation.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

RADIUS = 34.5  # from the centre of a cell to its corner
GAP = 1.6  # from the edge of a cell to the edge of its tile
WIDTH = math.sqrt(3) * RADIUS
FONT_SIZE = 9.0
LINE_HEIGHT = 10.4
PADDING = 3.6  # between a label and the edge of its tile, at least
MARGIN = 3.0
ASCENT, DESCENT = 0.76, 0.21  # of the letters that occur in labels, in em

# Advance widths of Plus Jakarta Sans 2.071 at weight 600, in thousandths of an em.
ADVANCES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz- .'",
        (
            692, 692, 777, 741, 601, 584, 813, 734, 272, 390, 671, 539, 874, 739, 878, 646, 878,
            654, 647, 532, 712, 682, 1008, 640, 648, 576, 578, 670, 606, 670, 613, 402, 655, 586,
            245, 245, 567, 245, 919, 586, 653, 670, 670, 362, 512, 405, 586, 550, 855, 535, 569,
            471, 566, 175, 347, 289,
        ),
        strict=True,
    )
)  # fmt: skip
WIDEST = max(ADVANCES.values())

# First members of Javanese place names: a name may be parted after them.
STEMS = (
    "arjo bakalan balear bandung blim bumi bunul cemoro cipto jati karang kebon kedung kesa "
    "ketawang kidul kota lesan lowok madyo mergo merjo mojo mulyo pandan penang pisang polo purwan "
    "purwo rampal sawo suko sumber tanjung tlogo tulus tung tunggul tunjung wono"
).split()

# Steps to the neighbours of a cell, clockwise from the right.
EVEN_ROW = ((1, 0), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1))
ODD_ROW = ((1, 0), (1, 1), (0, 1), (-1, 0), (0, -1), (1, -1))


class TileLike(Protocol):
    """What the atlas needs to know of a kelurahan."""

    name: str
    slug: str
    url: str
    hex_column: int
    hex_row: int
    kecamatan: str
    kecamatan_slug: str
    state: str
    state_label: str
    kim_names: Iterable[str]


@dataclass(frozen=True)
class Line:
    """One line of a label and where its baseline stands."""

    text: str
    y: str

    @property
    def length(self) -> str:
        """Its width in SVG units, to which a stand-in font is squeezed."""
        return _number(text_width(self.text))


@dataclass(frozen=True)
class Hexagon:
    """A tile ready to be drawn."""

    tile: TileLike
    x: str
    y: str
    mark_y: str
    lines: tuple[Line, ...]
    is_current: bool
    title: str


@dataclass(frozen=True)
class Atlas:
    """The whole drawing."""

    hexagons: tuple[Hexagon, ...]
    points: str  # corners of every tile, round its own centre
    ring: str  # corners of the mark round the tile where the reader is
    borders: str  # path along the borders between kecamatan
    view_box: str
    width: int
    height: int
    current: Hexagon | None


def build_atlas(tiles: Iterable[TileLike], current: str | None = None) -> Atlas:
    """Lay out ``tiles``; ``current`` is the slug of the kelurahan the page is about, if any.

    Tiles come back row by row, the order in which a keyboard walks them. No tiles, an empty atlas.
    """
    ordered = sorted(tiles, key=lambda tile: (tile.hex_row, tile.hex_column))
    hexagons = tuple(_hexagon(tile, current) for tile in ordered)
    centres = [centre(tile.hex_column, tile.hex_row) for tile in ordered] or [(0.0, 0.0)]
    left = min(x for x, _ in centres) - WIDTH / 2 - MARGIN
    top = min(y for _, y in centres) - RADIUS - MARGIN
    width = math.ceil(max(x for x, _ in centres) + WIDTH / 2 + MARGIN - left)
    height = math.ceil(max(y for _, y in centres) + RADIUS + MARGIN - top)
    return Atlas(
        hexagons=hexagons,
        points=_points(RADIUS - GAP),
        ring=_points(RADIUS + 1.2),
        borders=_borders(ordered),
        view_box=f"{_number(left)} {_number(top)} {width} {height}",
        width=width,
        height=height,
        current=next((hexagon for hexagon in hexagons if hexagon.is_current), None),
    )


def centre(column: int, row: int) -> tuple[float, float]:
    """Return the centre of a cell in SVG units."""
    return (column + 0.5 + (row % 2) / 2) * WIDTH, RADIUS + row * 1.5 * RADIUS


def text_width(text: str) -> float:
    """Return the width of ``text`` in SVG units; an unknown letter counts as the widest."""
    return sum(ADVANCES.get(letter, WIDEST) for letter in text) / 1000 * FONT_SIZE


def room_at(top: float, bottom: float) -> float:
    """Return how wide a label may be between two heights measured from the centre of its tile."""
    radius = RADIUS - GAP
    farthest = max(abs(top), abs(bottom))
    straight = math.sqrt(3) / 2 * radius
    slanted = (radius - farthest) * math.sqrt(3)
    return 2 * (min(straight, slanted) - PADDING)


def baselines(count: int) -> list[float]:
    """Return the baselines of ``count`` lines that stand in the middle of a tile."""
    middle = (ASCENT - DESCENT) / 2 * FONT_SIZE
    return [middle + LINE_HEIGHT * (index - (count - 1) / 2) for index in range(count)]


def fits(lines: list[str]) -> bool:
    """Say whether the lines stay clear of the edge of their tile."""
    return all(
        text_width(text) <= room_at(y - ASCENT * FONT_SIZE, y + DESCENT * FONT_SIZE)
        for text, y in zip(lines, baselines(len(lines)), strict=True)
    )


def wrap_label(name: str) -> list[str]:
    """Part a name into lines that fit: whole, at its spaces, or at the joint of a compound.

    A name that fits in no way comes back as the narrowest of these.
    """
    choices = [[name]]
    words = name.split(" ")
    if len(words) > 1:
        choices.append(words)
    choices.append([part for word in words for part in _part(word)])
    for choice in choices:
        if fits(choice):
            return choice
    return min(choices, key=lambda lines: max(map(text_width, lines)))


def _part(word: str) -> list[str]:
    """Part a compound after its longest known first member, with a hyphen."""
    stems = (stem for stem in sorted(STEMS, key=len, reverse=True) if word.lower().startswith(stem))
    for stem in stems:
        if len(word) - len(stem) >= 3:
            return [word[: len(stem)] + "-", word[len(stem) :]]
    return [word]


def _hexagon(tile: TileLike, current: str | None) -> Hexagon:
    x, y = centre(tile.hex_column, tile.hex_row)
    label = wrap_label(tile.name)
    lines = tuple(
        Line(text, _number(y + offset))
        for text, offset in zip(label, baselines(len(label)), strict=True)
    )
    names = ", ".join(tile.kim_names)
    return Hexagon(
        tile=tile,
        x=_number(x),
        y=_number(y),
        mark_y=_number(y + RADIUS * 0.62),
        lines=lines,
        is_current=tile.slug == current,
        title=f"{tile.name}, Kecamatan {tile.kecamatan}: "
        + (f"{names} ({tile.state_label.lower()})" if names else tile.state_label.lower()),
    )


def _borders(tiles: list[TileLike]) -> str:
    """Return a path along every edge between two tiles of different kecamatan."""
    owner = {(tile.hex_column, tile.hex_row): tile.kecamatan_slug for tile in tiles}
    path = []
    for (column, row), kecamatan in owner.items():
        x, y = centre(column, row)
        # Right, lower right and lower left are enough: every edge is met once.
        for side, (dx, dy) in enumerate((ODD_ROW if row % 2 else EVEN_ROW)[:3]):
            if owner.get((column + dx, row + dy), kecamatan) != kecamatan:
                ends = (_corner(side), _corner(side + 1))
                path.append(
                    "M" + "L".join(f"{_number(x + dx)} {_number(y + dy)}" for dx, dy in ends)
                )
    return "".join(path)


def _corner(index: int, radius: float = RADIUS) -> tuple[float, float]:
    """Return a corner of a cell; 0 is the upper right one, 1 the lower right, and so on."""
    angle = math.radians(60 * index - 30)
    return radius * math.cos(angle), radius * math.sin(angle)


def _points(radius: float) -> str:
    corners = (_corner(index, radius) for index in range(6))
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)


def _number(value: float) -> str:
    """Write a coordinate with one decimal and a point, whatever the language."""
    return f"{value:.1f}".removesuffix(".0").replace("-0.0", "0")
