"""Where sentences begin and end, and how a list of names is looked for in a text."""

import re
from collections.abc import Iterable, Iterator

END = re.compile(r"(?<![.?!])[.?!]++[\"”’')\]]*+(?=\s+[\"“‘'(\[]?[A-Z0-9])|\n+")
# Full stops after these do not end a sentence.
SHORTENED = re.compile(r"\b(?:[A-Z]|Dr|Ir|Drs|Dra|Prof|Hj|St|No|Jl|Kec|Kel|Kab|Bpk|hlm)\.$")
AROUND = 1000  # characters to either side


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every sentence. The end of a paragraph ends a sentence."""
    start = 0
    for match in END.finditer(text):
        if not SHORTENED.search(text, max(start, match.end() - 6), match.end()):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def sentence_around(text: str, offset: int) -> str:
    """Return the sentence that holds the character at ``offset``, no more than ``AROUND`` of it."""
    first = max(0, offset - AROUND)
    near, offset = text[first : offset + AROUND], offset - first
    return next((near[a:b] for a, b in sentences(near) if a <= offset < b), "")


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for one of ``names``, the longest first, with any space between words."""
    ordered = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
    return "|".join(re.sub(r"(\\ )+", r"\\s+", re.escape(name)) for name in ordered) or r"(?!)"
