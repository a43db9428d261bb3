"""Setting the words: sizes and lines so that everything stands inside its box."""

from dataclasses import dataclass

from awards.cards.colours import TOKENS
from awards.cards.lettering import BOX, Style, ink, width_of, wrap
from awards.cards.parts import Part, versions
from awards.cards.shapes import Shape
from awards.cards.subjects import AwardSubject, YearSubject

#: Words grow smaller by so much at a time, down to a share that still looks well.
STEP, COMFORT = 0.04, 0.6
#: No letter is ever smaller than this, in px.
SMALLEST = 7


@dataclass(frozen=True)
class Placed:
    """One line of words: where it is drawn, and where its ink lies."""

    role: str
    text: str
    at: tuple[int, int]
    style: Style
    colour: str
    box: BOX


@dataclass(frozen=True)
class Rule:
    """A bar: between the words, or over and under the numeral in a roundel."""

    box: BOX
    colour: str = TOKENS["gold-bright"]


def set_words(subject: AwardSubject | YearSubject, shape: Shape) -> list[Placed | Rule]:
    """Return every line of a subject, inside ``shape.words``.

    Words grow smaller first; then organiser and class are left out, then recipients are counted
    instead of named; then words grow as small as they must. Nothing is ever cut off.
    """
    width, room = shape.words[2] - shape.words[0], shape.words[3] - shape.words[1]
    parts: list[Part] = []
    for parts in versions(subject):
        for factor in _factors(1.0, COMFORT):
            blocks, height = _flow(parts, shape, factor, width)
            if height <= room and not any(block.is_broken for block in blocks):
                return _place(blocks, shape, room - height)
    # Words too long for any line are cut in two rather than left out.
    for factor in _factors(1.0, 0.04):
        blocks, height = _flow(parts, shape, factor, width)
        if height <= room:
            return _place(blocks, shape, room - height)
    raise ValueError("words longer than LONGEST cannot be set")


def _factors(start: float, end: float) -> list[float]:
    return [start - STEP * step for step in range(round((start - end) / STEP) + 1)]


@dataclass(frozen=True)
class _Block:
    part: Part
    style: Style
    lines: tuple[str, ...]
    is_broken: bool
    gap: int
    height: int


def _flow(parts: list[Part], shape: Shape, factor: float, width: int) -> tuple[list[_Block], int]:
    """Set each part under the other; return them and how high they stand together."""
    blocks = [_block(part, shape, factor, width, not place) for place, part in enumerate(parts)]
    return blocks, sum(block.gap + block.height for block in blocks)


def _block(part: Part, shape: Shape, factor: float, width: int, is_first: bool) -> _Block:
    gap = 0 if is_first else round(part.gap * shape.unit * min(1.0, factor + 0.2))
    if part.role == "rule":
        return _Block(part, Style(500, 8), (), False, gap, max(3, round(part.size * shape.unit)))
    size = max(SMALLEST, round(part.size * shape.unit * factor))
    least = min(size, max(SMALLEST, round(shape.floor * min(1.0, factor / COMFORT))))
    style = Style(part.weight, size, part.leading)
    found = wrap(part.text, style, width)
    while size > least and (len(found.lines) > part.lines or found.is_broken):
        size = max(least, round(size * 0.94) if size > 16 else size - 1)
        if size < part.size * shape.unit * factor * 0.55 and not found.is_broken:
            break
        style = Style(part.weight, size, part.leading)
        found = wrap(part.text, style, width)
    height = style.ascent + style.descent + (len(found.lines) - 1) * style.line_height
    return _Block(part, style, found.lines, found.is_broken, gap, height)


def _place(blocks: list[_Block], shape: Shape, left_over: int) -> list[Placed | Rule]:
    left, top, right, _ = shape.words
    y = top + left_over // 2
    placed: list[Placed | Rule] = []
    for block in blocks:
        y += block.gap
        if block.part.role == "rule":
            length = shape.unit
            x = (left + right - length) // 2 if shape.is_centred else left
            placed.append(Rule((x, y, x + length, y + block.height)))
        for number, line in enumerate(block.lines):
            wide = width_of(line, block.style)
            x = (left + right - wide) // 2 if shape.is_centred else left
            here = (x, y + number * block.style.line_height)
            placed.append(place(block.part.role, line, here, block.style, block.part.colour))
        y += block.height
    return placed


def place(role: str, text: str, at: tuple[int, int], style: Style, colour: str) -> Placed:
    """Return a line whose ink begins no further left than ``at``; ``colour`` is a token."""
    left, top, right, bottom = ink(text, style)
    x, y = at[0] - min(0, left), at[1]
    box = (x + left, y + top, x + right, y + bottom)
    return Placed(role, text, (x, y), style, TOKENS[colour], box)
