"""Names in a text beside the rows that they may mean: found again, not recorded twice."""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.db import models

from awards.duplicates import alike, plain
from awards.models import Award, Edition, Organization, Person, Programme, Work
from awards.ranks import read_rank
from kim.models import Kelurahan, Kim

# So many rows are offered for one name.
OFFERED = 5
PLACE = re.compile(r"^(?:(.+?)\s+)?kelurahan\s+(.+)$", re.IGNORECASE)
CITY = re.compile(r"^(kota|kabupaten|provinsi)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Match:
    """Rows that a name may mean, the surest first. ``sure`` says that the first is the one."""

    rows: tuple[models.Model, ...] = ()
    sure: bool = False

    @property
    def row(self) -> models.Model | None:
        return self.rows[0] if self.sure else None


def without_place(name: str) -> str:
    """Return the name of a group without the kelurahan told behind it."""
    return re.sub(r"[\s,(]+kelurahan\b.*$", "", name, flags=re.IGNORECASE)


class Shelf:
    """Rows of one kind, found by any of their names."""

    def __init__(self, rows: list[tuple[models.Model, list[str]]]):
        self._exact = defaultdict(list)
        self._names = []
        for row, names in rows:
            for name in filter(None, names):
                key = plain(name)
                if row not in self._exact[key]:
                    self._exact[key].append(row)
                self._names.append((name, row))

    def single(self) -> list[tuple[str, models.Model]]:
        """Return (plain name, row) of every name that belongs to one row only."""
        return [(name, rows[0]) for name, rows in self._exact.items() if len(rows) == 1]

    def find(self, *names: str | None) -> Match:
        """Return the rows of these names: equal ones for certain, similar ones as a guess."""
        told = [name for name in names if name]
        for name in told:
            if rows := self._exact.get(plain(name)):
                return Match(tuple(rows[:OFFERED]), sure=len(rows) == 1)
        near = []
        for name in told:
            for other, row in self._names:
                if row not in near and alike(name, other):
                    near.append(row)
        return Match(tuple(near[:OFFERED]))


class Catalogue:
    """Everything that a proposal may mean, read once: seven queries, however long the text is."""

    def __init__(self):
        self.programmes = Shelf(
            [
                (row, [row.name, row.abbreviation, *row.alias_list])
                for row in Programme.objects.select_related("organizer")
            ]
        )
        organizations = Organization.objects.prefetch_related("names")
        self.organizations = Shelf(
            [(row, [row.name, row.abbreviation, *_other_names(row)]) for row in organizations]
        )
        self.kims = Shelf([(row, _kim_names(row)) for row in Kim.objects.all()])
        self.kelurahan = Shelf(
            [(row, [row.name, *row.alias_list]) for row in Kelurahan.objects.all()]
        )
        self.people = Shelf([(row, [row.name]) for row in Person.objects.all()])
        self.works = Shelf([(row, [row.title]) for row in Work.objects.all()])

    def organization(self, name: str | None) -> Match:
        """Find an organisation; "Kota Malang" is its government too."""
        if not name:
            return Match()
        longer = f"Pemerintah {name}" if CITY.match(name) else None
        return self.organizations.find(name, longer)

    def recipient(self, name: str) -> tuple[str, Match, str]:
        """Return (kind, rows, part) of who received: ("kelurahan", …, "RW 05")."""
        if re.match(r"(?:kim|kelompok informasi masyarakat)\b", name, re.IGNORECASE):
            return "kim", self.kims.find(name, without_place(name)), ""
        if place := PLACE.match(name):
            return "kelurahan", self.kelurahan.find(place[2]), place[1] or ""
        people = self.people.find(name)
        if people.sure:
            return "person", people, ""
        return "organization", self.organization(name), ""

    def home_of(self, kim_name: str) -> Kelurahan | None:
        """Return the kelurahan that stands in a group's name, the longest name first."""
        words = f" {plain(kim_name)} "
        found = [(len(name), row) for name, row in self.kelurahan.single() if f" {name} " in words]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def registered(
    edition: Edition | None, rank_label: str, category: str, target: models.Model | None
) -> Award | None:
    """Return the award of the registry that says the same, in any state; None if there is none.

    The same edition, recipient and place; a category that one of both leaves out does not
    tell them apart.
    """
    if edition is None or target is None:
        return None
    scheme, order = read_rank(rank_label)
    kind = target._meta.model_name
    rows = Award.objects.filter(
        edition=edition, rank_scheme=scheme, rank_order=order, **{f"recipients__{kind}": target}
    ).distinct()
    for row in rows.for_card():
        if scheme == "other" and plain(row.rank_label) != plain(rank_label):
            continue
        if not category or not row.category or alike(category, row.category):
            return row
    return None


def _other_names(row: Organization) -> list[str]:
    return [name for former in row.names.all() for name in (former.name, former.abbreviation)]


def _kim_names(row: Kim) -> list[str]:
    """A group is called with and without the word; in full it is a "kelompok"."""
    bare = re.sub(r"^kim\s+", "", row.name, flags=re.IGNORECASE)
    return [row.name, f"Kelompok Informasi Masyarakat {bare}", f"KIM {bare}", *row.alias_list]
