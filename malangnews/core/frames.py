"""Frames in which other sites show something of the portal: their size, and the line of HTML.

What stands in a frame is malangnews/sharing; a page offers the line by the tag ``sharing_tools``.
"""

from typing import NamedTuple

from django.utils.html import escape

# The narrowest frame that a card is made for, px; in a narrower one it still wraps.
NARROWEST = 280
# How many stories the frame of a kelurahan lists: at most, and unless it is asked for a number.
MOST_STORIES, STORIES = 10, 5
# The frame of a list, px: what stands around its rows, and one row.
LIST_FRAME, LIST_ROW = 184, 80


class Size(NamedTuple):
    """A frame in px. Each is as high as its card in the narrowest frame, with long words."""

    width: int
    height: int


SIZES = {
    "story": Size(480, 420),
    "award": Size(480, 340),
    "kim": Size(480, 320),
}


def list_size(count: int = STORIES) -> Size:
    """Return the size of a frame that lists so many stories."""
    return Size(480, LIST_FRAME + LIST_ROW * count)


def size_of(kind: str) -> Size:
    """Return the size of the frame of a kind: a key of SIZES, or "kelurahan"."""
    return SIZES.get(kind) or list_size()


def frame_line(address: str, title: str, width: int | str, height: int) -> str:
    """Return the line of HTML that shows a frame, as text: a template escapes it to be read."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{width}" '
        f'height="{height}" loading="lazy" style="border:0;max-width:100%"></iframe>'
    )
