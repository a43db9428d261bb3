"""The coverage board as an atlas: each kelurahan in one of five shades, its number on the tile."""

from collections.abc import Callable
from dataclasses import dataclass

from kim.atlas import Atlas, build_atlas
from kim.board import Board, Row
from kim.coverage import Tile

# Drawn apart: no story was ever written, so there are no days to count.
NEVER = "never"


@dataclass(frozen=True)
class Measure:
    """One number of the board. ``bounds`` are the lowest values of the shades 1 to 4.

    The bounds are fixed, not read from the numbers, so that the atlases of two quarters compare.
    """

    key: str
    label: str
    unit: str
    bounds: tuple[int, int, int, int]
    value: Callable[[Row], int | None]
    strongest: str

    def level(self, row: Row) -> str:
        """Return the shade of a kelurahan: "0" (lightest) to "4", or NEVER."""
        value = self.value(row)
        if value is None:
            return NEVER
        return str(sum(value >= bound for bound in self.bounds))

    def words(self, row: Row) -> str:
        """Return the number in words: "3 berita", "belum pernah diberitakan"."""
        value = self.value(row)
        return "belum pernah diberitakan" if value is None else f"{value} {self.unit}"


MEASURES = {
    measure.key: measure
    for measure in (
        Measure(
            "hari",
            "Hari sejak berita terakhir",
            "hari sejak berita terakhir",
            (31, 91, 181, 366),
            lambda row: row.days,
            "paling lama tidak diberitakan",
        ),
        Measure(
            "berita",
            "Berita triwulan ini",
            "berita pada triwulan itu",
            (1, 2, 4, 7),
            lambda row: len(row.stories),
            "paling banyak diberitakan",
        ),
        Measure(
            "potensi",
            "Potensi belum diangkat",
            "potensi belum diangkat",
            (1, 2, 3, 5),
            lambda row: len(row.uncovered),
            "paling banyak potensi yang menunggu",
        ),
        Measure(
            "penghargaan",
            "Penghargaan",
            "penghargaan",
            (1, 2, 4, 7),
            lambda row: len(row.awards),
            "paling banyak penghargaan",
        ),
        Measure(
            "episode",
            "Episode UMKM",
            "episode UMKM",
            (1, 2, 3, 4),
            lambda row: len(row.episodes),
            "paling banyak episode",
        ),
    )
}


@dataclass(frozen=True)
class Shade(Tile):
    """A tile of this atlas, with the number to print on it."""

    value: str = ""


def board_atlas(board: Board, measure: Measure) -> Atlas:
    """Lay out the kelurahan of a board; each tile leads to its row of the table."""
    return build_atlas(_shade(row, measure) for row in board.rows)


def legend(board: Board, measure: Measure) -> list[dict[str, object]]:
    """Return {level, label, count} of every shade, the lightest first, NEVER where it occurs."""
    levels = [measure.level(row) for row in board.rows]
    starts = (0, *measure.bounds)
    ends = (*(bound - 1 for bound in measure.bounds), None)
    found = [
        {"level": str(level), "label": _range(start, end), "count": levels.count(str(level))}
        for level, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]
    if NEVER in levels:
        found.append({"level": NEVER, "label": "belum pernah", "count": levels.count(NEVER)})
    return found


def _range(start: int, end: int | None) -> str:
    if end is None:
        return f"{start} ke atas"
    return str(start) if start == end else f"{start}–{end}"


def _shade(row: Row, measure: Measure) -> Shade:
    value = measure.value(row)
    shown = {
        "url": f"#kelurahan-{row.tile.slug}",
        "state": f"level-{measure.level(row)}",
        "state_label": measure.words(row),
        "kims": (),
        "value": "–" if value is None else str(value),
    }
    return Shade(**{**vars(row.tile), **shown})
