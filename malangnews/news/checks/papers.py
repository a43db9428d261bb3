"""What the reader is given, a manuscript, and what it gives back, findings."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """Something of the registry, with its right name and the other spellings that are fine."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Place(Named):
    """A kelurahan and the kecamatan that it lies in."""

    kecamatan: str = ""


@dataclass(frozen=True)
class AwardEdition(Named):
    """A programme in one year; ``name`` and ``aliases`` (abbreviation too) are the programme's."""

    year: int = 0


@dataclass(frozen=True)
class LinkedAward:
    """An award that the story is linked to: programme, year and level ("provinsi")."""

    programme: str
    year: int
    level: str = ""


@dataclass(frozen=True)
class Finding:
    """Words that look wrong.

    ``start`` and ``end`` are offsets into the part: "body", "title", "summary", or "alt" for the
    alternative text of a photo, which ``words`` then holds whole. ``mend`` is what may stand in the
    place of ``words``, or "" where only the writer knows.
    """

    rule: str
    start: int
    end: int
    words: str
    why: str
    mend: str = ""
    part: str = "body"


@dataclass(frozen=True)
class Manuscript:
    """A story as plain data: its words, its dates, what it is linked to, what the registry knows.

    ``body_text`` holds one paragraph a line. ``kelurahan``, ``kims``, ``editions`` and
    ``initials`` are all that are known; ``linked_awards`` and ``linked_kims`` are the story's own.
    """

    body_text: str
    title: str = ""
    summary: str = ""
    dateline_place: str = ""
    published_on: dt.date | None = None
    event_on: dt.date | None = None
    initials: frozenset[str] = frozenset()
    kelurahan: tuple[Place, ...] = ()
    kims: tuple[Named, ...] = ()
    editions: tuple[AwardEdition, ...] = ()
    linked_awards: tuple[LinkedAward, ...] = ()
    linked_kims: frozenset[str] = frozenset()
    photo_alts: tuple[str, ...] = ()

    def finding(self, rule: str, start: int, end: int, why: str, mend: str = "") -> Finding:
        """Return a finding on ``body_text[start:end]``."""
        return Finding(rule, start, end, self.body_text[start:end], why, mend)


Rule = Callable[[Manuscript], Iterator[Finding]]
