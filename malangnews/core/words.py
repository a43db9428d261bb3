"""The words of clean HTML, without its marks but with its lines."""

import re
from html.parser import HTMLParser

INLINE = frozenset("a strong em b i abbr sub sup cite".split())


class _Words(HTMLParser):
    """Gathers words, a line for every block, spaces as they were typed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        self.parts.append(re.sub(r"\s*\n\s*", " ", data))


def lines_of(cleaned: str) -> str:
    """Return clean HTML as plain text with one paragraph a line, empty lines left out."""
    words = _Words()
    words.feed(cleaned)
    words.close()
    lines = "".join(words.parts).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
