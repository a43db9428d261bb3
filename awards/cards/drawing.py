"""A card as a picture: ground first, then the words."""

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from awards.cards.colours import ROUNDELS, TOKENS, TUMPAL, roundel_paint
from awards.cards.lettering import Style, advance, drawable, ink, picture_of, width_of
from awards.cards.setting import Placed, Rule, place, set_words
from awards.cards.shapes import Shape
from awards.cards.subjects import Art, AwardSubject, YearSubject
from awards.cards.vector import stamp
from awards.cards.weaving import hang

#: Raise it when the same words are drawn otherwise: every kept card is drawn anew.
VERSION = 1
COLOURS = 128  # of the PNG's palette
COMPRESSION = 7  # 9 saves 3 % and takes ten times as long
ROMAN = frozenset("IVX")
NAME, REGISTRY = ("malang", "news"), "Registri Penghargaan Kota Malang"


def card_png(subject: AwardSubject | YearSubject, shape: Shape, art: Art) -> bytes:
    """Return the card of a subject as the bytes of a PNG."""
    card = draw_ground(subject, shape, art)
    lines = card_lines(subject, shape)
    draw_lines(card, lines)
    few = card.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    few.save(buffer, "PNG", compress_level=COMPRESSION)
    return buffer.getvalue()


def card_lines(subject: AwardSubject | YearSubject, shape: Shape) -> list[Placed | Rule]:
    """Return everything written on a card: the words, inside the roundel, the portal's name."""
    return [*set_words(subject, shape), *_inside(subject, shape), *_signature(shape)]


def draw_ground(subject: AwardSubject | YearSubject, shape: Shape, art: Art) -> Image.Image:
    """Return a card without its words."""
    card = Image.new("RGB", shape.size, TOKENS["paper"])
    hang(card, shape.cloth, art.cloth, art.motif, shape.weave)
    if shape.foot[2]:
        hang(card, shape.foot, art.cloth, art.motif, shape.weave)
    card.paste(TOKENS["brand-deep"], shape.band)
    high = shape.hem[3] - shape.hem[1]
    shoot = Image.new("RGB", (round(high * 1.2), high), TOKENS["paper"])
    stamp(shoot, art.tumpal, (0, 0, *shoot.size), (0, 0, 24, 20), TUMPAL, "kartu")
    for left in range(shape.hem[0], shape.hem[2], shoot.width):
        inside = shoot.crop((0, 0, min(shoot.width, shape.hem[2] - left), high))
        card.paste(inside, (left, shape.hem[1]))
    x, y, radius = shape.roundel
    halo = round(radius * 1.22)
    stamp(card, HALO, (x - halo, y - halo, x + halo, y + halo), (-50, -50, 100, 100))
    drawn = (x - radius, y - radius, x + radius, y + radius)
    stamp(card, art.roundel, drawn, (0, 0, 48, 48), roundel_paint(subject.roundel.form))
    left, top = _corner(shape)
    stamp(card, art.mark, (left, top, left + shape.mark, top + shape.mark), (0, 0, 40, 40))
    return card


HALO = (
    f'<svg><circle r="49.5" fill="{TOKENS["paper"]}"/>'
    f'<circle r="45.6" fill="none" stroke="{TOKENS["gold-bright"]}" stroke-width="1.6" '
    'stroke-linecap="round" stroke-dasharray="0 4.775"/></svg>'
)


def draw_lines(card: Image.Image, lines: Iterable[Placed | Rule]) -> None:
    """Write the lines upon a card."""
    pen = ImageDraw.Draw(card)
    for line in lines:
        if isinstance(line, Rule):
            pen.rectangle((*line.box[:2], line.box[2] - 1, line.box[3] - 1), line.colour)
        else:
            card.paste(line.colour, line.box[:2], picture_of(line.text, line.style))


def _inside(subject: AwardSubject | YearSubject, shape: Shape) -> list[Placed | Rule]:
    """The few characters in the roundel; Roman numerals between two bars, as they are carved."""
    text = drawable(subject.roundel.text)
    if not text:
        return []
    form, mark = subject.roundel.form, ROUNDELS[subject.roundel.form][1]
    x, y, radius = shape.roundel
    size = round(radius * 0.86)
    bars = ROMAN.issuperset(text)
    most = radius * (0.9 if form == "merit" else 1.05)
    while width_of(text, Style(800, size)) + (size // 3 if bars else 0) > most:
        size -= 2
    style = Style(800, size)
    y += {"star": round(radius * 0.06), "seal": -round(radius * 0.033)}.get(form, 0)
    left, top, right, bottom = ink(text, style)
    line = place("roundel", text, (x - (left + right) // 2, y - (top + bottom) // 2), style, mark)
    if not bars:
        return [line]
    thick, over = max(3, size // 9), size // 6
    left, top, right, bottom = line.box
    carved = [
        (left - over, top - thick // 2, right + over, top + thick // 2),
        (left - over, bottom - thick // 2, right + over, bottom + thick // 2),
    ]
    return [line, *(Rule(bar, TOKENS[mark]) for bar in carved)]


def _corner(shape: Shape) -> tuple[int, int]:
    """Where the mark of the portal stands in its band."""
    left, top, right, bottom = shape.band
    if shape.is_stacked:
        name = width_of("".join(NAME), _name_style(shape))
        return (right - round(shape.mark * 1.25) - name) // 2, top + round(shape.mark * 0.08)
    return left + (80 if shape.is_centred else 52), top + (bottom - top - shape.mark) // 2


def _name_style(shape: Shape) -> Style:
    return Style(800, round(shape.mark * 0.62))


def _signature(shape: Shape) -> list[Placed]:
    """The portal's name beside its mark, and what the registry is called."""
    left, top = _corner(shape)
    middle = top + shape.mark // 2
    name, rest = _name_style(shape), Style(500, round(shape.mark * 0.38))
    x = left + round(shape.mark * 1.25)
    found = []
    for word, colour in zip(NAME, ("on-deep", "gold-fill"), strict=True):
        _, above, _, below = ink("malang", name)
        found.append(place("name", word, (x, middle - (above + below) // 2), name, colour))
        x += advance(word, name)
    wide = width_of(REGISTRY, rest)
    _, above, _, below = ink(REGISTRY, rest)
    at = (shape.size[0] - left - wide, middle - (above + below) // 2)
    if shape.is_stacked:
        at = ((shape.size[0] - wide) // 2, top + round(shape.mark * 1.08))
    return [*found, place("registry", REGISTRY, at, rest, "on-deep-muted")]
