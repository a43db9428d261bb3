"""The atlas as one SVG file that stands by itself: its own colours, legend and words.

Pure. Colours are attributes, so that any program shows them; STYLE changes them on a dark screen.
They are those of static/css/tokens.css, which a test compares.
"""

from dataclasses import dataclass

from kim.atlas import Atlas, Hexagon, build_atlas, text_width
from kim.coverage import Coverage, state_label
from malangnews.core.dates import format_date

LIGHT = {
    "paper": "#faf8f3",
    "ink": "#17212b",
    "muted": "#4f5c69",
    "on-kec": "#ffffff",
    "kec-blimbing": "#1f6ea8",
    "kec-klojen": "#946000",
    "kec-kedungkandang": "#3f7a26",
    "kec-sukun": "#b8403a",
    "kec-lowokwaru": "#6b4a9e",
}
DARK = {
    "paper": "#10151b",
    "ink": "#e9edf1",
    "muted": "#a8b4c0",
    "on-kec": "#0b1118",
    "kec-blimbing": "#5fabe2",
    "kec-klojen": "#e6b24a",
    "kec-kedungkandang": "#82c263",
    "kec-sukun": "#ee857c",
    "kec-lowokwaru": "#ad92dd",
}
# Without signs that XML would write otherwise: the policy knows this text by its digest.
_RULES = " ".join(
    f".f-{name} {{fill: {colour}}} .s-{name} {{stroke: {colour}}}" for name, colour in DARK.items()
)
STYLE = f"@media (prefers-color-scheme: dark) {{{_RULES}}}"
STATES = ("active", "in_process", "dormant", "dissolved", "none")
# What lies under the tiles, in SVG units.
LETTERS, ROW, SYMBOL, PAD = 11.0, 22.0, 16.0, 14.0
# How much of its colour fills a hexagon; what else tells its state, the template draws.
FILLED = {"active": "1", "in_process": "0", "dormant": ".3", "dissolved": ".09", "none": ".09"}
INKS = {"active": "on-kec", "in_process": "ink", "dormant": "ink"}


@dataclass(frozen=True)
class Paint:
    """A colour by its name, and as it is on a light screen."""

    name: str

    @property
    def hex(self) -> str:
        return LIGHT[self.name]


@dataclass(frozen=True)
class Shape:
    """A hexagon with its state: on the map or in the legend."""

    x: str
    y: str
    colour: Paint
    ink: Paint
    state: str
    hexagon: Hexagon | None = None

    @property
    def filled(self) -> str:
        return FILLED[self.state]


@dataclass(frozen=True)
class Entry:
    """One entry of the legend: its sample and its words."""

    shape: Shape
    x: str
    y: str
    words: str


@dataclass(frozen=True)
class Picture:
    """The whole file."""

    atlas: Atlas
    shapes: tuple[Shape, ...]
    entries: tuple[Entry, ...]
    left: str
    top: str
    width: int
    height: int
    title: str
    words_x: str
    title_y: str
    source_y: str
    paper: Paint
    ink: Paint
    muted: Paint
    here: str


def picture(cover: Coverage, current: str = "") -> Picture:
    """Lay out the atlas of a day; ``current`` is the slug of the kelurahan to mark, if any."""
    atlas = build_atlas(cover.tiles, current)
    left, top, width, height = map(float, atlas.view_box.split())
    left, top, width, height = left - PAD, top - PAD, width + 2 * PAD, height + PAD
    across = left + PAD
    down = top + height + 8
    names = [(f"kec-{row.slug}", "active", row.name) for row in cover.by_kecamatan]
    states = [("muted", state, state_label(state)) for state in STATES]
    entries = (*_row(names, across, down), *_row(states, across, down + ROW))
    total = f"{cover.formed_kelurahan} dari {cover.total_kelurahan} kelurahan mempunyai KIM"
    return Picture(
        atlas=atlas,
        shapes=tuple(map(_shape, atlas.hexagons)),
        entries=entries,
        left=_number(left),
        top=_number(top),
        width=int(width),
        height=int(height + 8 + 2 * ROW + 50),
        title=f"{total}, keadaan per {format_date(cover.on)}",
        words_x=_number(across),
        title_y=_number(down + 2 * ROW + 12),
        source_y=_number(down + 2 * ROW + 31),
        paper=Paint("paper"),
        ink=Paint("ink"),
        muted=Paint("muted"),
        here=f", dengan {atlas.current.tile.name} ditandai" if atlas.current else "",
    )


def _shape(hexagon: Hexagon) -> Shape:
    tile = hexagon.tile
    colour, ink = f"kec-{tile.kecamatan_slug}", INKS.get(tile.state, "muted")
    return Shape(hexagon.x, hexagon.y, Paint(colour), Paint(ink), tile.state, hexagon)


def _row(entries: list[tuple[str, str, str]], x: float, y: float) -> list[Entry]:
    """Set samples and words side by side from ``x``."""
    placed = []
    for colour, state, words in entries:
        shape = Shape(_number(x + SYMBOL / 2), _number(y), Paint(colour), Paint("ink"), state)
        start = x + SYMBOL + 5
        placed.append(Entry(shape, _number(start), _number(y + 4), words))
        x = start + text_width(words) * LETTERS / 9 + 16
    return placed


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
