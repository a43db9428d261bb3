"""The portal's own templates as drawings for a card."""

from django.template.loader import render_to_string

from awards.cards.subjects import Art
from awards.ranks import Roundel
from malangnews.core.batik import Cloth, cloth

PALETTE = "arema"
#: Patterns within a pattern, which the pen of a card does not draw.
NOT_HUNG = frozenset({"sekarjagad"})
#: What stands in for the characters of a roundel: they are set as words of the card.
STAND_IN = "I"


def art_for(key: str, roundel: Roundel) -> Art:
    """Return the drawings of a card whose cloth belongs to ``key``, a slug."""
    piece = _cloth(key)
    shown = Roundel(roundel.form, STAND_IN if roundel.text else "")
    return Art(
        cloth=piece,
        motif=f"<svg>{render_to_string(piece.template, {'c': piece})}</svg>",
        roundel=render_to_string("components/roundel.html", {"roundel": shown}),
        mark=render_to_string("components/wordmark.html"),
        tumpal=render_to_string("components/tumpal.html", {"id": "kartu"}),
    )


def _cloth(key: str) -> Cloth:
    """The same key always hangs the same cloth, on a dark ground: the card's paper is light."""
    for turn in range(99):
        piece = cloth(f"{key}{'·' * turn}", PALETTE)
        if piece.motif not in NOT_HUNG and not piece.is_light:
            return piece
    raise ValueError(key)
