"""Words on a card: the portal's font, what it can draw, and where a line must break.

Every width is measured with the font itself, so what is said to fit does fit.
"""

import math
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).parent / "fonts" / "plus-jakarta-sans-latin-wght-normal.ttf"
#: Ways of writing that the font lacks, and what stands for them.
INSTEAD = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2212": "-", "\u02bc": "’"}
SAMPLE = 64
#: Letters are drawn so many times larger, then made smaller: their spacing stays true to the font.
FINE = 3
BOX = tuple[int, int, int, int]


@dataclass(frozen=True)
class Style:
    """How words are set: weight 200 to 800, size in px, height of a line as a share of it."""

    weight: int
    size: int
    leading: float = 1.25

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font, FINE times larger than it is shown."""
        return font(self.weight, self.size * FINE)

    @property
    def ascent(self) -> int:
        return math.ceil(self.font.getmetrics()[0] / FINE)

    @property
    def descent(self) -> int:
        return math.ceil(self.font.getmetrics()[1] / FINE)

    @property
    def line_height(self) -> int:
        return round(self.size * self.leading)


@lru_cache(maxsize=96)
def font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    """Return the font of the portal in one weight and size (px)."""
    found = ImageFont.truetype(FONT, size)
    found.set_variation_by_axes([weight])
    return found


@cache
def _unknown() -> bytes:
    return _picture("\U0010ffff")


def _picture(sign: str) -> bytes:
    mask = font(500, SAMPLE).getmask(sign)
    return bytes(mask) + repr(mask.size).encode()


@lru_cache(maxsize=4096)
def is_drawable(sign: str) -> bool:
    """True when the font has a picture of this character, and not the empty box."""
    if sign == " ":
        return True
    if unicodedata.category(sign)[0] in "CMZ":
        return False
    return _picture(sign) != _unknown()


def drawable(text: str) -> str:
    """Return ``text`` in the characters that the font has, spaces made single.

    An accented letter that it lacks becomes the plain one; what has no likeness (emoji, other
    scripts, signs of control) is left out.
    """
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        sign = INSTEAD.get(sign, sign)
        if sign.isspace():
            signs.append(" ")
        elif is_drawable(sign):
            signs.append(sign)
        else:
            plain = unicodedata.normalize("NFKD", sign)
            signs += [part for part in plain if is_drawable(part)]
    return " ".join("".join(signs).split())


@lru_cache(maxsize=8192)
def ink(text: str, style: Style) -> BOX:
    """Return where the ink of a line lies (left, top, right, bottom), drawn at (0, 0)."""
    left, top, right, bottom = style.font.getbbox(text)
    return (
        math.floor(left / FINE),
        math.floor(top / FINE),
        math.ceil(right / FINE),
        math.ceil(bottom / FINE),
    )


@lru_cache(maxsize=8192)
def advance(text: str, style: Style) -> int:
    """Return how far a line moves the pen, in px."""
    return math.ceil(style.font.getlength(text) / FINE)


def width_of(text: str, style: Style) -> int:
    """Return how many px wide a line is, its ink and its advance both counted."""
    left, _, right, _ = ink(text, style)
    return max(right, advance(text, style)) - min(0, left)


def picture_of(text: str, style: Style) -> Image.Image:
    """Return a line as a mask (mode L) that covers ``ink()`` exactly."""
    left, top, right, bottom = ink(text, style)
    fine = Image.new("L", (max(1, right - left) * FINE, max(1, bottom - top) * FINE))
    ImageDraw.Draw(fine).text((-left * FINE, -top * FINE), text, fill=255, font=style.font)
    return fine.reduce(FINE)


@dataclass(frozen=True)
class Wrapped:
    """Words in lines; ``is_broken`` when a word had to be cut because no line could hold it."""

    lines: tuple[str, ...]
    is_broken: bool


@lru_cache(maxsize=2048)
def wrap(text: str, style: Style, width: int) -> Wrapped:
    """Break ``text`` into lines of at most ``width`` px, of about the same length each."""
    greedy = _greedy(text, style, width)
    if len(greedy.lines) < 2 or greedy.is_broken:
        return greedy
    low, high, best = width // 2, width, greedy
    while high - low > 8:
        middle = (low + high) // 2
        tried = _greedy(text, style, middle)
        if len(tried.lines) == len(greedy.lines) and not tried.is_broken:
            high, best = middle, tried
        else:
            low = middle
    return best


def _greedy(text: str, style: Style, width: int) -> Wrapped:
    found, line, is_broken = [], "", False
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, style) <= width:
            line = longer
            continue
        if line:
            found.append(line)
        line = word
        while width_of(line, style) > width and len(line) > 1:
            is_broken = True
            cut = _longest(line, style, width)
            found.append(line[:cut])
            line = line[cut:]
    return Wrapped((*found, line) if line else tuple(found), is_broken)


def _longest(word: str, style: Style, width: int) -> int:
    """Return how many characters of a word fit, at least one; after a sign that joins if any."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(word[:middle], style) <= width else (low, middle - 1)
    joint = max(word.rfind(sign, 0, low) for sign in "-/–") + 1
    return joint if joint > low // 2 else low
