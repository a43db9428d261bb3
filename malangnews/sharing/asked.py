"""What an address asks of a frame or of the oEmbed answer."""

from collections.abc import Mapping
from typing import NamedTuple

from malangnews.core.frames import MOST_STORIES, STORIES, Size
from malangnews.core.pagination import positive_int

# No frame is wider or higher, whatever is allowed.
LARGEST = 2000


class Limits(NamedTuple):
    """The largest frame that the other site has room for, px."""

    width: int = LARGEST
    height: int = LARGEST

    def fit(self, size: Size) -> Size:
        """Return ``size``, made smaller where it must be."""
        return Size(min(size.width, self.width), min(size.height, self.height))

    def hold(self, width: int, height: int) -> bool:
        """True when a picture of that size fits without being made smaller."""
        return width <= self.width and height <= self.height


def stories_asked(query: Mapping[str, str]) -> int:
    """Return how many stories ``?jumlah=`` asks for: 1 to 10, and 5 for anything else."""
    count = positive_int(query.get("jumlah"), STORIES)
    return count if count <= MOST_STORIES else STORIES


def read_limits(query: Mapping[str, str]) -> Limits:
    """Read ``maxwidth`` and ``maxheight``. Raises ValueError for what is no number of pixels."""
    return Limits(_pixels(query, "maxwidth"), _pixels(query, "maxheight"))


def _pixels(query: Mapping[str, str], name: str) -> int:
    text = query.get(name, "")
    if not text:
        return LARGEST
    if not (text.isascii() and text.isdigit() and text.strip("0")):
        raise ValueError(name)
    # More digits than a screen has pixels are no limit at all.
    return min(int(text[:9]), LARGEST) if len(text) < 10 else LARGEST
