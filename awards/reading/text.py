"""A text as the reader sees it: tidied letter by letter, cut into sentences, places kept.

Every tidied letter stands where it stood, so a place found here is a place in the original.
"""

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST = 1200  # longer sentences are cut, so that work per sentence is bounded
TIDY = str.maketrans(
    {
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u200b\ufeff\t\r\x00", " "),
        **dict.fromkeys("•●▪◦‣·", "*"),
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
    }
)
SHORT = frozenset(
    "dr ir drs dra prof pj pjs plt plh hj h kh kab kec kel no jl st bpk sdr tgl hlm ra rm moh muh "
    "ust s.sos s.pd s.h s.e s.t m.si m.t m.m m.pd m.hum m.kes s.kom s.ip s.psi m.kom m.ap ph.d pt "
    "cv sh se mm msi u.b d.a a.n".split()
)
END = re.compile(r"[.!?]+[\"')\]]*(?=\s)")
WORD = re.compile(r"[^\W_](?:[\w&'@]|[./-](?=\w))*", re.UNICODE)
RELATED = re.compile(r"\s*(?:baca|lihat|simak|artikel|berita)\s*(?:juga|terkait|lainnya|:)")
BULLET = re.compile(r"\s*(?:[-*+]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s+")


@dataclass(frozen=True)
class Word:
    """One word and where it stands."""

    text: str
    low: str
    start: int
    end: int

    @property
    def big(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """One sentence or line; kind is title, line (no full stop, or a bullet), prose or related."""

    start: int
    end: int
    kind: str
    paragraph: int


class Source:
    """The text, tidied; `clean` and `low` have the letters of `raw` at the same places."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.clean = raw.translate(TIDY)
        self.low = "".join(c if len(c.lower()) != 1 else c.lower() for c in self.clean)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        found: list[Sentence] = []
        for number, match in enumerate(re.finditer(r"[^\n]+", self.clean)):
            start, end = match.span()
            if not match[0].strip():
                continue
            whole = match[0].rstrip()
            open_end = whole[-1:] not in '.!?"'
            if RELATED.match(self.low, start, end):
                kind = "related"
            elif not found and open_end and len(whole) < 220:
                kind = "title"
            elif whole[-1] == ":" and len(whole) > 60:
                kind = "prose"
            elif BULLET.match(whole) or (open_end and len(whole) < 160):
                kind = "line"
            else:
                kind = "prose"
            bullet = BULLET.match(self.clean, start, end)
            begin = bullet.end() if bullet else start
            found += [Sentence(a, b, kind, number) for a, b in self._cut(begin, end)]
        if len(found) == 1 and found[0].kind == "title":
            found[0] = Sentence(found[0].start, found[0].end, "prose", found[0].paragraph)
        return found

    def words(self, start: int, end: int) -> list[Word]:
        """Return the words between two places."""
        return [
            Word(m[0], self.low[m.start() : m.end()], m.start(), m.end())
            for m in WORD.finditer(self.clean, start, end)
        ]

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        spans, begin = [], start
        for match in END.finditer(self.clean, start, end):
            if self._ends_here(match, end):
                spans.append((begin, match.end()))
                begin = match.end()
        spans.append((begin, end))
        return [piece for span in spans for piece in self._trim(*span)]

    def _ends_here(self, match: re.Match, end: int) -> bool:
        after = self.clean[match.end() : min(end, match.end() + 3)].lstrip()
        if after and after[0].islower():
            return False
        if match[0][0] != ".":
            return match[0][0] != "!" or not self.low.endswith("juara ", 0, match.start())
        before = re.search(r"[\w.]*$", self.low[max(0, match.start() - 12) : match.start()])[0]
        if len(before) == 1 and self.clean[match.start() - 1].isupper():
            return False
        return before not in SHORT

    def _trim(self, start: int, end: int) -> list[tuple[int, int]]:
        while start < end and self.clean[start].isspace():
            start += 1
        while end > start and self.clean[end - 1].isspace():
            end -= 1
        if start == end:
            return []
        pieces = []
        while end - start > LONGEST:
            middle = self.clean.rfind(" ", start + 1, start + LONGEST)
            middle = middle if middle > start else start + LONGEST
            pieces.append((start, middle))
            start = middle
        return [*pieces, (start, end)]
