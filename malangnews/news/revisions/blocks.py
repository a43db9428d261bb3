"""A body as its reader sees it: a list of blocks, each its words and the markup they stand in."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from malangnews.core.text import render

INLINE = frozenset("a strong em b i abbr sub sup cite br".split())
KINDS = {
    "h2": "judul antara",
    "h3": "judul antara",
    "h4": "judul antara",
    "li": "butir",
    "blockquote": "kutipan",
    "figure": "gambar",
    "figcaption": "keterangan gambar",
    "td": "sel tabel",
    "th": "kepala tabel",
    "caption": "judul tabel",
}
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, item, caption or cell."""

    kind: str
    text: str
    #: The same with its inline markup: what tells a link that moved or words made bold.
    markup: str


class _Blocks(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._kinds: list[str] = []
        self._text: list[str] = []
        self._markup: list[str] = []

    def handle_starttag(self, tag, attrs):
        told = "".join(f' {name}="{value}"' for name, value in sorted(attrs))
        if tag in INLINE:
            self._markup.append(f"<{tag}{told}>")
            if tag == "br":
                self._text.append(" ")
            return
        self.end_block()
        if tag != "hr":
            self._kinds.append(KINDS.get(tag, ""))
        if tag == "figure":
            self._text.append(f"[{_figure(dict(attrs))}] ")

    def handle_endtag(self, tag):
        if tag in INLINE:
            self._markup.append(f"</{tag}>")
            return
        self.end_block()
        if self._kinds:
            self._kinds.pop()

    def handle_data(self, data):
        self._text.append(data)
        self._markup.append(data)

    def end_block(self):
        text = SPACE.sub(" ", "".join(self._text)).strip()
        if text:
            kind = next((kind for kind in reversed(self._kinds) if kind), "")
            self.blocks.append(Block(kind, text, SPACE.sub(" ", "".join(self._markup)).strip()))
        self._text, self._markup = [], []


def _figure(attributes: dict[str, str | None]) -> str:
    if attributes.get("data-video"):
        return f"Video {attributes['data-video']}"
    return f"Foto {attributes.get('data-photo') or ''}".strip()


def blocks(source: str) -> list[Block]:
    """Return the blocks of a writer's source, plain or HTML, in order; none is empty."""
    parser = _Blocks()
    parser.feed(render(source))
    parser.close()
    parser.end_block()
    return parser.blocks
