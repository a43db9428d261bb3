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
#: Where words are looked for, from the narrowest on.
NAMES, LEADS, EVERYWHERE = ("names",), ("names", "lead"), ("names", "lead", "body")
WEIGHTS = {NAMES: "A", LEADS: "AB", EVERYWHERE: "ABC"}

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

    def for_sqlite(self) -> str:
        """Return the expression in the language of FTS5."""
        columns = [name for part in self.scope for name in (part, f"{part}_stems")]
        if not self.is_loose:
            columns = list(self.scope)
        parts = [
            self._part(part, " AND ", self._sqlite_word, self._sqlite_phrase) for part in self.parts
        ]
        told = [f"({{{' '.join(columns)}}} : ({' AND '.join(parts)}))"] if parts else []
        return " AND ".join([*told, *(f'"8{mark}"' for mark in self.marks)])

    def for_postgresql(self) -> str:
        """Return the expression as a tsquery is written."""
        parts = [
            self._part(part, " & ", self._tsquery_word, self._tsquery_phrase) for part in self.parts
        ]
        return " & ".join([*parts, *(f"'8{mark}'" for mark in self.marks)])

    def _part(self, part: Part, joint: str, write_word, write_phrase) -> str:
        typed = joint.join(map(write_word, part.words))
        if not self.is_loose or not part.others:
            return f"({typed})"
        either = " | " if joint == " & " else " OR "
        return f"(({typed}){either}{either.join(map(write_phrase, part.others))})"

    def _forms(self, word: str) -> list[str]:
        root = stem(word) if self.is_loose and word not in self.protected else ""
        return [word, root] if root else [word]

    def _sqlite_word(self, word: str) -> str:
        return "(" + " OR ".join(f'"{form}"' for form in self._forms(word)) + ")"

    @staticmethod
    def _sqlite_phrase(phrase: Phrase) -> str:
        return '"' + " ".join(phrase) + '"'

    def _tsquery_word(self, word: str) -> str:
        weight = WEIGHTS[self.scope]
        return "(" + " | ".join(f"'{form}':{weight}" for form in self._forms(word)) + ")"

    def _tsquery_phrase(self, phrase: Phrase) -> str:
        weight = WEIGHTS[self.scope]
        return "(" + " <-> ".join(f"'{word}':{weight}" for word in phrase) + ")"


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
        others = sorted(set(meanings.get(phrase, ())) - {phrase})[:MOST_OTHERS]
        parts.append(Part(phrase, tuple(others)))
        at = end
    kept = [part for part in parts if part.others or telling(list(part.words))]
    return tuple(kept or parts)
