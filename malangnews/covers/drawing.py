"""A cover as a picture: the cloth, a label upon it, the band with the portal's name."""

from PIL import ImageDraw

from awards.cards.art import art_for
from awards.cards.colours import TOKENS
from awards.cards.drawing import draw_frame, draw_lines, png, signature
from awards.cards.lettering import drawable
from awards.cards.parts import Part
from awards.cards.setting import set_parts
from awards.cards.shapes import Shape
from awards.cards.subjects import LONGEST
from awards.ranks import Roundel
from malangnews.core.batik import DEFAULT_PALETTE
from malangnews.core.share import SIZE, Cover

LABEL = (72, 98, 1128, 540)
SHAPE = Shape(
    name="sampul",
    label="Sampul (1200 × 630), untuk tautan",
    size=SIZE,
    cloth=(0, 0, 1200, 540),
    roundel=(0, 0, 0),
    words=(124, 122, 1076, 524),
    band=(0, 540, 1200, 630),
    hem=(72, 72, 1128, 98),
    mark=54,
    foot=(0, 0, 0, 0),
    is_stacked=False,
    unit=86,
    floor=24,
    is_centred=False,
    weave=1.875,  # as wide as on the page, where a cover is 640 units
)
BAND = "Portal berita dan prestasi Kota Malang"
NO_ROUNDEL = Roundel("plain", "")


def cover_png(cover: Cover) -> bytes:
    """Return the picture of a cover as the bytes of a PNG."""
    art = art_for(cover.slug, NO_ROUNDEL, cover.palette or DEFAULT_PALETTE)
    card = draw_frame(SHAPE, art)
    left, top, right, bottom = LABEL
    ImageDraw.Draw(card).rectangle((left, top, right - 1, bottom - 1), TOKENS["paper"])
    draw_lines(card, [*set_parts([_parts(cover)], SHAPE), *signature(SHAPE, BAND)])
    return png(card)


def _parts(cover: Cover) -> list[Part]:
    kicker, title, note = (
        drawable(text[:LONGEST]) for text in (cover.kicker, cover.title, cover.note)
    )
    parts = [
        Part("kicker", kicker.upper(), 700, 0.3, "accent", 0, lines=1),
        Part("title", title or cover.slug, 800, 0.84, "ink", 0.16, lines=4, leading=1.14),
        Part("rule", "", 0, 0.05, "gold-bright", 0.3),
        Part("note", note, 500, 0.32, "muted", 0.26, lines=2),
    ]
    return [part for part in parts if part.text or part.role == "rule"]
