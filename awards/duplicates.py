"""Rows that may be one: suggested to staff, never merged by themselves.

Two names are held for one when, without case, punctuation and the words that every office has,
they are equal, nearly equal letter by letter, or one is the abbreviation of the other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from django.db import models
from django.db.models import Count

from awards.models import Award, Distinct, Edition, Kind, Organization, Person, Programme, Work

# So alike are two names, by difflib's ratio, before somebody is asked; found by trying on the
# names of the demo and their misspellings: "Tunjungskar", "Public/Publik Relation(s) Award(s)".
ALIKE = 0.88
# And so alike the words in which they differ: "Dalam" and "Luar" are two ministries.
ALIKE_WORDS = 0.7
MOST_PAIRS = 50
# A word that stands in more names than this tells none of them apart.
MOST_NAMES = 60
LETTERS = re.compile(r"[^\w]+")
SPELLINGS = {
    "pemkot": "pemerintah kota",
    "pemkab": "pemerintah kabupaten",
    "pemprov": "pemerintah provinsi",
    "diskominfo": "dinas komunikasi informatika",
    "dinkominfo": "dinas komunikasi informatika",
    "kominfo": "komunikasi informatika",
    "publik": "public",
    "relation": "relations",
    "awards": "award",
    "jatim": "jawa timur",
}
WEAK = frozenset({"dan", "the", "of", "for", "ke", "di", "pt", "rt", "se"})


@dataclass(frozen=True)
class Pair:
    """Two rows that may be one, the one with more behind it first, and why they are shown."""

    kept: models.Model
    gone: models.Model
    why: str


def plain(name: str) -> str:
    """Return a name as it is compared: lower case, one spelling, without the weakest words."""
    words = [SPELLINGS.get(word, word) for word in LETTERS.split(name.lower()) if word]
    return " ".join(word for word in " ".join(words).split() if word not in WEAK)


def initials(name: str) -> str:
    """Return the first letters of the words of a plain name: "amh" of "anugerah media humas"."""
    return "".join(word[0] for word in plain(name).split())


def alike(first: str, second: str) -> str:
    """Return why two names may be one, "" when nothing says so.

    A different number, year or Roman numeral tells two names apart, however alike the rest is.
    """
    one, two = plain(first), plain(second)
    if not one or not two or _numbers(one) != _numbers(two):
        return ""
    if one == two or sorted(one.split()) == sorted(two.split()):
        return "namanya sama, hanya berbeda penulisan"
    short, long = sorted((one, two), key=len)
    if " " not in short and 2 < len(short) <= 8 and short == initials(long):
        return "yang satu singkatan yang lain"
    if _ratio(one, two) >= ALIKE and _ratio(*_differing(one, two)) >= ALIKE_WORDS:
        return "namanya hampir sama"
    return ""


def _ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, one.replace(" ", ""), two.replace(" ", "")).ratio()


def _differing(one: str, two: str) -> tuple[str, str]:
    """Return the words that only the one and only the other has."""
    first, second = one.split(), two.split()
    return (
        " ".join(word for word in first if word not in second),
        " ".join(word for word in second if word not in first),
    )


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+|\b[ivx]+\b", name)


def pairs_of(kind: Kind) -> list[Pair]:
    """Return the pairs of one kind that staff should look at, most certain first."""
    rows, names = FINDERS[kind]()
    told = {
        frozenset(pair)
        for pair in Distinct.objects.filter(kind=kind).values_list("first_id", "second_id")
    }
    found = []
    for first, second in _candidates(rows, names):
        if frozenset((first.pk, second.pk)) in told:
            continue
        reasons = [alike(one, two) for one in names(first) for two in names(second)]
        why = next((reason for reason in REASONS if reason in reasons), "")
        if why and _may_be_one(first, second):
            found.append(Pair(*_heavier_first(first, second), why))
    found.sort(key=lambda pair: (REASONS.index(pair.why), str(pair.kept)))
    return found[:MOST_PAIRS]


REASONS = (
    "namanya sama, hanya berbeda penulisan",
    "yang satu singkatan yang lain",
    "namanya hampir sama",
)


def _candidates(rows: Iterable, names: Callable) -> list[tuple]:
    """Return the pairs that share a telling word, a beginning of it, or their initials."""
    shelves = defaultdict(list)
    for row in rows:
        keys = set()
        for name in names(row):
            words = plain(name).split()
            keys |= {word[:4] for word in words} | {f"={initials(name)}"}
            if len(words) == 1:
                keys.add(f"={words[0]}")
        for key in keys:
            shelves[key].append(row)
    found = {}
    for shelf in shelves.values():
        if len(shelf) <= MOST_NAMES:
            for pair in combinations(shelf, 2):
                found[frozenset(row.pk for row in pair)] = pair
    return list(found.values())


def _may_be_one(first, second) -> bool:
    """Editions of two years, and awards of two ranks or recipients, are never one."""
    if isinstance(first, Edition):
        return first.year == second.year
    if isinstance(first, Award):
        same = (first.edition_id, first.rank_scheme, first.rank_order)
        if same != (second.edition_id, second.rank_scheme, second.rank_order):
            return False
        return bool(_winners(first) & _winners(second))
    return True


def _winners(award: Award) -> set:
    return {(type(row.target), row.target.pk, row.detail) for row in award.recipients.all()}


def _heavier_first(first, second) -> tuple:
    """What is public, then what more hangs on, then what is older, stays."""
    return tuple(
        sorted(
            (first, second),
            key=lambda row: (not getattr(row, "is_public", False), -row.weight, row.pk),
        )
    )


def _said(names: list[str]) -> list[str]:
    return [name for name in names if name]


def _organizations():
    rows = Organization.objects.annotate(
        weight=Count("receptions", distinct=True) + Count("programmes", distinct=True)
    ).prefetch_related("names")
    return rows, lambda row: _said([row.name, row.abbreviation, *map(str, row.names.all())])


def _programmes():
    rows = Programme.objects.annotate(weight=Count("editions", distinct=True))
    return rows, lambda row: _said([row.name, row.abbreviation, *row.alias_list])


def _editions():
    rows = Edition.objects.annotate(weight=Count("awards")).select_related("programme")
    return rows, lambda row: [
        f"{name} {row.year}" for name in (row.programme.name, *row.programme.alias_list)
    ]


def _people():
    return Person.objects.annotate(weight=Count("receptions")), lambda row: [row.name]


def _works():
    return Work.objects.annotate(weight=Count("awards")), lambda row: [row.title]


def _awards():
    """Awards of editions that have two with one rank: no others can be one."""
    twice = (
        Award.objects.order_by()
        .values("edition", "rank_scheme", "rank_order")
        .annotate(count=Count("pk"))
        .filter(count__gt=1)
        .values("edition")
    )
    rows = Award.objects.filter(edition__in=twice).annotate(weight=Count("articles")).for_card()
    return rows, lambda row: [f"{row.edition_id} {row.category}"]


FINDERS = {
    Kind.ORGANIZATION: _organizations,
    Kind.PROGRAMME: _programmes,
    Kind.EDITION: _editions,
    Kind.PERSON: _people,
    Kind.WORK: _works,
    Kind.AWARD: _awards,
}
