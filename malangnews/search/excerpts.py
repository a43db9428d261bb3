"""The passage of a text in which the words that were looked for stand, parted for marking. Pure."""

import re
from collections.abc import Iterable

from malangnews.search.words import stem, words_of

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LONGEST = 220
BEFORE = 60

Piece = tuple[str, bool]


def wanted_forms(phrases: Iterable[Iterable[str]], protected: frozenset[str]) -> frozenset[str]:
    """Return all words and stems that count as found."""
    words = {word for phrase in phrases for word in phrase}
    return frozenset(words | {stem(word) for word in words if word not in protected}) - {""}


def pieces(text: str, wanted: frozenset[str]) -> list[Piece]:
    """Return the text in pieces (words, is it one that was looked for), to be put side by side."""
    found: list[Piece] = []
    end = 0
    for match in WORD.finditer(text):
        if not _is_wanted(match[0], wanted):
            continue
        if match.start() > end:
            found.append((text[end : match.start()], False))
        found.append((match[0], True))
        end = match.end()
    if end < len(text):
        found.append((text[end:], False))
    return found


def excerpt(lines: Iterable[str], wanted: frozenset[str]) -> list[Piece]:
    """Return the pieces of the line that holds most of the words, cut to about 220 characters
    round the first; of the first line when none holds any."""
    lines = [line for line in lines if line]
    if not lines:
        return []
    best = max(lines, key=lambda line: len(_held(line, wanted)))
    first = next((m.start() for m in WORD.finditer(best) if _is_wanted(m[0], wanted)), 0)
    return pieces(_cut(best, max(0, first - BEFORE)), wanted)


def _cut(line: str, start: int) -> str:
    """Cut a line at spaces, with an ellipsis where something is left out."""
    if len(line) <= LONGEST:
        return line
    start = min(start, max(0, len(line) - LONGEST))
    if start:
        start = line.find(" ", start) + 1 or start
    part = line[start : start + LONGEST]
    if start + LONGEST < len(line):
        part = part.rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"
    return f"… {part}" if start else part


def _held(line: str, wanted: frozenset[str]) -> set[str]:
    return {form for match in WORD.finditer(line) for form in _forms(match[0]) if form in wanted}


def _is_wanted(word: str, wanted: frozenset[str]) -> bool:
    return any(form in wanted for form in _forms(word))


def _forms(word: str) -> list[str]:
    return [form for one in words_of(word) for form in (one, stem(one)) if form]
