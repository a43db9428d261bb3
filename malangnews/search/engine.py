"""The search itself: words in, what holds them out. Thin on purpose; full text will replace it."""

from dataclasses import dataclass

from django.db.models import Count, Model, Window

from malangnews.search.shelves import SHELVES, Shelf

MOST_CHARACTERS = 100
MOST_WORDS = 6
PREVIEW = 6


@dataclass(frozen=True)
class Found:
    """What one shelf holds: its first rows, and how many there are in all."""

    shelf: Shelf
    rows: list[Model]
    count: int

    @property
    def has_more(self) -> bool:
        return self.count > len(self.rows)


def read_words(text: str) -> list[str]:
    """Return the words to look for: of the first 100 characters, at most six."""
    return text[:MOST_CHARACTERS].split()[:MOST_WORDS]


def find(words: list[str]) -> list[Found]:
    """Return what each shelf holds, empty ones too: one query a shelf, and one for recipients."""
    return [_look(shelf, words) for shelf in SHELVES]


def _look(shelf: Shelf, words: list[str]) -> Found:
    """Read the first rows together with the number of all of them."""
    rows = list(shelf.matching(words).annotate(matches=Window(Count("pk")))[:PREVIEW])
    return Found(shelf, rows, rows[0].matches if rows else 0)
