"""Stored clean HTML cut into its outermost blocks, each as it is written."""

from html.parser import HTMLParser

VOID = frozenset({"br", "hr"})


class _Cuts(HTMLParser):
    """Notes where outermost elements begin and end."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=False)
        self.cuts: list[int] = []
        self._depth = 0
        self._lines = [0]
        for line in source.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(source)
        self.close()

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag, attrs):
        if self._depth == 0:
            self.cuts.append(self._here())
        if tag not in VOID:
            self._depth += 1
        elif self._depth == 0:
            self.cuts.append(self._here() + len(self.get_starttag_text()))

    def handle_endtag(self, tag):
        self._depth = max(0, self._depth - 1)
        if self._depth == 0:
            self.cuts.append(self._here() + len(f"</{tag}>"))


def top_blocks(cleaned: str) -> list[str]:
    """Return the outermost elements of clean HTML, and the words that stand between them."""
    cuts = [0, *_Cuts(cleaned).cuts, len(cleaned)]
    parts = (cleaned[start:end].strip() for start, end in zip(cuts, cuts[1:], strict=False))
    return [part for part in parts if part]
