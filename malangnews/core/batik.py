"""The cloth on a story without a photo: which motif, colours and cut belong to a slug.

Pure: no models, no HTML. The motifs are drawn in templates/components/batik/<motif>.html, each as
one repeat of a pattern in five colours. The same key always gives the same cloth.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

# Motif -> width and height of one repeat (a cover is 640 wide), and the angles it may hang at.
MOTIFS: dict[str, tuple[int, int, tuple[int, ...]]] = {
    "kawung": (80, 80, (0, 0, 45)),
    "parang": (48, 96, (-45, -40, 45)),
    "truntum": (96, 96, (0, 0, 45)),
    "ceplok": (120, 120, (0, 0, 45)),
    "gringsing": (56, 36, (0,)),
    "nitik": (120, 120, (0, 0, 45)),
    "megamendung": (240, 176, (0,)),
    "udanliris": (48, 132, (-45, -35, 45)),
    "teratai": (144, 144, (0,)),
    "sekarjagad": (240, 200, (0, 90, 45)),
    "tumpal": (96, 96, (0,)),
}

# Five colours, on a dark and on a light ground: ground, main, second, ink (lines), spark (dots).
PALETTES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "indigo": (
        ("#0b2344", "#2c6cab", "#9cc4e6", "#eef3f6", "#e6bd63"),
        ("#efe8d8", "#1d4e86", "#6f9fcb", "#0d2a50", "#b6742a"),
    ),
    "sogan": (
        ("#2e1a0e", "#8f5222", "#d9a86a", "#f4e6c8", "#e7b64c"),
        ("#f2e6cc", "#7a4319", "#c28a4e", "#3a2010", "#1f3f63"),
    ),
    "arema": (
        ("#06335e", "#1460a6", "#7db4e8", "#fbf3dc", "#f0c04f"),
        ("#f6f1e2", "#0a4f8f", "#6fa4d6", "#06335e", "#c8871b"),
    ),
    "kunyit": (
        ("#4a2a05", "#c07a12", "#f0bd4a", "#fff1cd", "#d9542b"),
        ("#f9e9bd", "#b26f0c", "#e2a52f", "#55300a", "#9c2f1f"),
    ),
    "daun": (
        ("#16321f", "#3b7a3f", "#9cc77b", "#f1edcf", "#e3b548"),
        ("#f0ecd4", "#2f6a35", "#86b263", "#17351f", "#a8571c"),
    ),
    "terong": (
        ("#2b1938", "#74428c", "#c49ad3", "#f6e9e6", "#efb84e"),
        ("#f3e8e4", "#633a7c", "#b184c4", "#2f1b3e", "#b3462f"),
    ),
}
DEFAULT_PALETTE = "arema"
# How large a repeat may be drawn.
SCALES = ("0.8", "0.92", "1.05", "1.2")
# Light (+) and shade (-) over the hanging cloth: offset and strength; three ways to fall.
FOLDS = (
    "0+.1 .16-.06 .3+.12 .46-.16 .62+.06 1-.3",
    "0-.28 .2+.1 .38-.1 .55+.12 .76-.12 1-.18",
    "0+.06 .24-.14 .42+.1 .6-.04 .78+.1 1-.26",
)
# Motifs that a hem suits; tumpal and the widest drawings go without.
HEMMED = frozenset({"ceplok", "gringsing", "kawung", "nitik", "parang", "teratai", "truntum"})


class Fold(NamedTuple):
    """One stop of the light over a cloth."""

    offset: str
    is_light: bool
    opacity: str


@dataclass(frozen=True)
class Cloth:
    """One cloth: what a template needs to draw it, fractions as text, safe from localisation."""

    uid: str
    motif: str
    template: str
    width: int
    height: int
    transform: str
    ground: str
    main: str
    second: str
    ink: str
    spark: str
    has_hem: bool
    is_light: bool
    folds: tuple[Fold, ...]


def cloth(key: str, palette: str = DEFAULT_PALETTE) -> Cloth:
    """Return the cloth of ``key`` (a slug) in the colours of ``palette`` (a key of PALETTES).

    An unknown palette gives the house colours. Nothing random: a stable hash decides.
    """
    digest = hashlib.sha256(key.encode()).digest()
    motif = sorted(MOTIFS)[int.from_bytes(digest[:4], "big") % len(MOTIFS)]
    width, height, angles = MOTIFS[motif]
    is_light = digest[4] % 3 == 0
    ground, main, second, ink, spark = PALETTES.get(palette, PALETTES[DEFAULT_PALETTE])[is_light]
    scale = SCALES[digest[5] % len(SCALES)]
    angle = angles[digest[6] % len(angles)]
    x, y = (digest[7] * width // 256, digest[8] * height // 256) if motif != "tumpal" else (16, 0)
    turn = f" rotate({angle})" if angle else ""
    return Cloth(
        uid=f"b{digest.hex()[:4]}",
        motif=motif,
        template=f"components/batik/{motif}.html",
        width=width,
        height=height,
        transform=f"translate({x} {y}){turn} scale({scale})",
        ground=ground,
        main=main,
        second=second,
        ink=ink,
        spark=spark,
        has_hem=motif in HEMMED and digest[9] % 3 == 0,
        is_light=is_light,
        folds=_folds(FOLDS[digest[10] % len(FOLDS)]),
    )


def _folds(text: str) -> tuple[Fold, ...]:
    """Read a way to fall: "0+.1 1-.3" is light .1 at the start and shade .3 at the end."""
    stops = (re.fullmatch(r"(.+)([+-])(.+)", stop).groups() for stop in text.split())
    return tuple(Fold(offset, sign == "+", opacity) for offset, sign, opacity in stops)
