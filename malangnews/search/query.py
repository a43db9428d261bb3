"""What a reader typed, as an expression over the words of the index. Pure: nothing of a database.

A query is a list of parts, all of which must be there. A part is one or more words as typed, or
any of the other ways to write the same (``others``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from malangnews.search.words import stem, telling, words_of

MOST_CHARACTERS = 100
MOST_WORDS = 8
MOST_OTHERS = 12
#: Where words are looked for, from the narrowest on, and PostgreSQL's columns for these.
NAMES, LEADS, EVERYWHERE = ("names",), ("names", "lead"), ("names", "lead", "body")
COLUMNS = {NAMES: "names", LEADS: "leads", EVERYWHERE: "words"}
MARK = "8"

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """Words as typed and the other phrases that mean the same."""

    words: Phrase
    others: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Expression:
    """All ``parts`` in the ``scope``, and all ``marks``. ``is_loose`` takes stems and others too;
    ``protected`` words are proper names, looked for as they are written."""

    parts: tuple[Part, ...]
    scope: tuple[str, ...] = EVERYWHERE
    is_loose: bool = True
    marks: tuple[str, ...] = ()
    protected: frozenset[str] = frozenset()

    @property
    def column(self) -> str:
        """The column of PostgreSQL's table that holds the scope."""
        return COLUMNS[self.scope]

    def for_sqlite(self) -> str:
        """Return the expression in the language of FTS5."""
        parts = [self._part(part, " AND ", " OR ", '"') for part in self.parts]
        told = [f"({{{' '.join(self.scope)}}} : ({' AND '.join(parts)}))"] if parts else []
        return " AND ".join([*told, *(f'"{mark_word(mark)}"' for mark in self.marks)])

    def for_postgresql(self) -> str:
        """Return the expression as a tsquery is written."""
        parts = [self._part(part, " & ", " | ", "'") for part in self.parts]
        return " & ".join([*parts, *(f"'{mark_word(mark)}'" for mark in self.marks)])

    def _part(self, part: Part, both: str, either: str, quote: str) -> str:
        """Return the typed words, or all words of one of the phrases that mean the same."""
        typed = both.join(
            f"({either.join(f'{quote}{form}{quote}' for form in self._forms(word))})"
            for word in part.words
        )
        if not self.is_loose or not part.others:
            return f"({typed})"
        others = (
            f"({both.join(f'{quote}{word}{quote}' for word in phrase)})" for phrase in part.others
        )
        return f"(({typed}){either}{either.join(others)})"

    def _forms(self, word: str) -> list[str]:
        root = stem(word) if self.is_loose and word not in self.protected else ""
        return [word, root] if root else [word]


def mark_word(mark: str) -> str:
    """Return the word by which the index knows a mark: "y2023" is "8y2023"."""
    return MARK + mark


def read_words(text: str) -> list[str]:
    """Return the folded words of what was typed: of the first 100 characters, at most eight."""
    return words_of(text[:MOST_CHARACTERS])[:MOST_WORDS]


def parts_of(words: list[str], meanings: Mapping[Phrase, Iterable[Phrase]]) -> tuple[Part, ...]:
    """Return the parts of a query.

    ``meanings`` gives for a phrase the others that mean the same; of phrases that begin at the
    same word the longest counts. Words that stand in every text are left out, unless there are
    no others.
    """
    parts, at = [], 0
    while at < len(words):
        end = next(
            (end for end in range(len(words), at, -1) if tuple(words[at:end]) in meanings), at + 1
        )
        phrase = tuple(words[at:end])
        others = sorted(_shortest(meanings.get(phrase, ()), phrase))[:MOST_OTHERS]
        parts.append(Part(phrase, tuple(others)))
        at = end
    kept = [part for part in parts if part.others or telling(list(part.words))]
    return tuple(kept or parts)


def _shortest(phrases: Iterable[Phrase], typed: Phrase) -> list[Phrase]:
    """Return the phrases that find something of their own: none that holds all words as typed,
    or all words of another phrase."""
    held = [set(phrase) for phrase in (typed, *phrases)]
    return [
        phrase
        for phrase in phrases
        if not set(typed) <= set(phrase) and not any(other < set(phrase) for other in held)
    ]
