"""The cloth on a card: the batik of malangnews/core/batik.py, hung in a box of pixels."""

import math
from functools import lru_cache

from PIL import Image

from awards.cards.vector import stamp
from malangnews.core.batik import Cloth, Fold

FINER = 2  # a cloth that is turned is drawn so many times larger: its lines stay smooth
STRIP = 512  # px of the strip that light and shade are read from
SLANT = 0.3  # the folds fall so much to the side, as in components/batik/cloth.html


def hang(
    card: Image.Image, box: tuple[int, int, int, int], cloth: Cloth, motif: str, unit: float
) -> None:
    """Cover ``box`` with the cloth.

    ``motif`` is the SVG of one repeat, drawn at ``unit`` px a unit.
    """
    width, height = box[2] - box[0], box[3] - box[1]
    turn, scale = _fall(cloth.transform)
    unit *= scale * (FINER if turn else 1)
    tile = _repeat(cloth, motif, round(cloth.width * unit), unit)
    if turn:
        reach = math.ceil(math.hypot(width, height) * FINER)
        sine = FINER * math.sin(math.radians(turn))
        cosine = FINER * math.cos(math.radians(turn))
        middle_x, middle_y, middle = width / 2, height / 2, reach / 2
        back = (
            *(cosine, sine, middle - cosine * middle_x - sine * middle_y),
            *(-sine, cosine, middle + sine * middle_x - cosine * middle_y),
        )
        piece = _tiled(tile, reach, reach).transform(
            (width, height), Image.Transform.AFFINE, back, Image.Resampling.BILINEAR
        )
    else:
        piece = _tiled(tile, width, height)
    _light(piece, cloth.folds)
    card.paste(piece, box)


def _fall(transform: str) -> tuple[float, float]:
    """Return angle (degrees) and scale of a cloth's transform."""
    words = transform.replace("(", " ").replace(")", " ").split()
    angle = float(words[words.index("rotate") + 1]) if "rotate" in words else 0.0
    return angle, float(words[words.index("scale") + 1])


@lru_cache(maxsize=8)
def _repeat(cloth: Cloth, motif: str, width: int, unit: float) -> Image.Image:
    tile = Image.new("RGB", (width, round(cloth.height * unit)), cloth.ground)
    stamp(tile, motif, (0, 0, *tile.size), (0, 0, cloth.width, cloth.height))
    return tile


def _tiled(tile: Image.Image, width: int, height: int) -> Image.Image:
    """Return a picture of that size (px), covered with the tile."""
    piece = Image.new("RGB", (width, height))
    for top in range(0, height, tile.height):
        for left in range(-tile.width // 2, width, tile.width):
            piece.paste(tile, (left, top))
    return piece


def _light(piece: Image.Image, folds: tuple[Fold, ...]) -> None:
    """Let light and shade fall over a cloth, slanting a little."""
    spread = 1 + SLANT * SLANT
    across, down = STRIP / piece.width / spread, SLANT * STRIP / piece.height / spread
    for is_light, colour in ((True, (255, 255, 255)), (False, (0, 0, 0))):
        strip = Image.new("L", (STRIP, 1))
        strip.putdata([_strength(place / STRIP, folds, is_light) for place in range(STRIP)])
        veil = strip.resize((STRIP, 3)).transform(
            piece.size,
            Image.Transform.AFFINE,
            (across, down, 0, 0, 0, 1),
            Image.Resampling.BILINEAR,
        )
        piece.paste(colour, mask=veil)


def _strength(place: float, folds: tuple[Fold, ...], is_light: bool) -> int:
    """Return the opacity (0 to 255) at a place from 0 to 1 between the stops of the folds."""
    stops = [
        (float(fold.offset), float(fold.opacity) if fold.is_light == is_light else 0.0)
        for fold in folds
    ]
    for (start, first), (end, second) in zip(stops, stops[1:], strict=False):
        if start <= place <= end:
            return round(255 * (first + (second - first) * (place - start) / (end - start)))
    return round(255 * stops[-1][1])
