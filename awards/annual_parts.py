"""What a year book is made of."""

import datetime as dt
from dataclasses import dataclass, field

from awards.gaps import Lacking
from awards.models import Award, Edition, Handover
from awards.organizers import Organizer
from malangnews.media.models import Photo


@dataclass(frozen=True)
class Note:
    """A source in the list at the end, with the number that the records name it by."""

    number: int
    title: str
    publisher: str
    url: str
    published_on: dt.date | None


@dataclass
class Notes:
    """The sources of a book, each once, numbered as they are met."""

    by_key: dict[tuple, Note] = field(default_factory=dict)

    def add(
        self, title: str, publisher: str = "", url: str = "", published_on: dt.date | None = None
    ) -> int:
        """Return the number of a source; the same address, or the same words, is the same one."""
        key = (url,) if url else (title, publisher, published_on)
        number = len(self.by_key) + 1
        note = Note(number, title or url, publisher, url, published_on)
        return self.by_key.setdefault(key, note).number


@dataclass(frozen=True)
class Entry:
    """One award and the numbers of its sources."""

    award: Award
    notes: list[int]


@dataclass(frozen=True)
class Results:
    """An edition, who held it under the names of the day, and its awards."""

    edition: Edition
    organizers: list[Organizer]
    entries: list[Entry]


@dataclass(frozen=True)
class Summary:
    """A programme in a year too large to print: how many awards, and the way to them."""

    name: str
    url: str
    count: int


@dataclass(frozen=True)
class Chapter:
    """A level: its awards edition by edition, or its programmes summed up."""

    level: str
    label: str
    count: int
    results: list[Results]
    summaries: list[Summary]


@dataclass(frozen=True)
class Occasion:
    """A hand-over, how many of the year's awards it gave, and its source's number, 0 without."""

    handover: Handover
    count: int
    note: int


@dataclass(frozen=True)
class Picture:
    """A photo of the year, and the page that it comes from: a story or an award."""

    photo: Photo
    kind: str
    title: str
    url: str


@dataclass(frozen=True)
class Book:
    """What a year book tells of the records themselves; ``is_summed_up`` in large years.

    ``changed_at`` is when the last of them was saved or came out, whichever is later.
    """

    chapters: list[Chapter]
    occasions: list[Occasion]
    pictures: list[Picture]
    notes: list[Note]
    lacking: list[Lacking]
    is_summed_up: bool
    changed_at: dt.datetime
