"""Figures of a text in order: a mark, then at most a caption. Works on what nh3 has cleaned.

A figure that points at something keeps only its caption; whatever else stood in it follows it. One
that points at nothing is taken off, and its words stay. No word is lost.
"""

import re
from dataclasses import dataclass, field

PART = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>")
BLOCKS = frozenset("p h2 h3 h4 ul ol li blockquote hr table caption thead tbody tr th td".split())
BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))}|figure)\b")
TAG = re.compile(r"<[^>]*>")
EDGES = re.compile(r"^(?:\s|&nbsp;|<br>)+|(?:\s|&nbsp;|<br>)+\Z")
DEEPEST = 20


@dataclass
class _Frame:
    """A figure that is open: its marks, and what was met in it so far."""

    marks: str
    caption: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    in_caption: bool = False

    def take(self, markup: str) -> None:
        (self.caption if self.in_caption else self.rest).append(markup)

    def take_block(self, markup: str) -> None:
        """A caption is one line: between its blocks stands a space."""
        self.take(" " if self.in_caption else markup)

    def closed(self) -> str:
        caption, rest = EDGES.sub("", "".join(self.caption)), "".join(self.rest)
        if not self.marks:
            return _as_blocks(rest) + _as_blocks(caption) + "".join(self.after)
        if not caption and not BLOCK.search(rest):
            caption, rest = EDGES.sub("", rest), ""
        words = f"<figcaption>{caption}</figcaption>" if caption else ""
        figure = f"<figure{self.marks}>{words}</figure>"
        return figure + _as_blocks(rest) + "".join(self.after)


def _as_blocks(markup: str) -> str:
    """Return markup that may stand beside paragraphs: bare words become one."""
    markup = markup.strip()
    bare = markup and not BLOCK.search(markup)
    if bare and not TAG.sub("", markup).strip():
        return ""
    return f"<p>{markup}</p>" if bare else markup


class _Reader:
    """Reads a text part by part; ``frames`` are the open figures, on the text itself."""

    def __init__(self):
        self.frames = [_Frame("")]
        self.skipped = 0

    def words(self, text: str) -> None:
        self.frames[-1].take(text)

    def tag(self, closes: str, tag: str, whole: str, marks: str) -> None:
        top = self.frames[-1]
        if tag == "figure":
            self._close() if closes else self._open(marks)
        elif tag == "figcaption":
            self._caption(top, bool(closes))
        elif tag in BLOCKS:
            top.take_block(whole)
        else:
            top.take(whole)

    def _open(self, marks: str) -> None:
        """Deeper than anybody nests, a figure is only taken off."""
        if self.skipped or len(self.frames) > DEEPEST:
            self.skipped += 1
        else:
            self.frames.append(_Frame(marks))

    def _close(self) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        done, holder = self.frames.pop(), self.frames[-1]
        (holder.after if holder.in_caption else holder.rest).append(done.closed())

    def _caption(self, top: _Frame, closes: bool) -> None:
        if self.skipped or len(self.frames) == 1:
            top.take(" ")
            return
        top.in_caption = not closes
        if top.caption and not closes:
            top.caption.append(" ")


def orderly(cleaned: str) -> str:
    """Return clean HTML whose figures hold a caption at most, and whose captions have a figure."""
    if "<figure" not in cleaned and "<figcaption" not in cleaned:
        return cleaned
    reader, at = _Reader(), 0
    for found in PART.finditer(cleaned):
        reader.words(cleaned[at : found.start()])
        reader.tag(found[1], found[2], found[0], found[3])
        at = found.end()
    reader.words(cleaned[at:])
    return "".join(reader.frames[0].rest)
