"""What may stand in an address of the registry's list, one reader for each filter.

A reader takes the text of an address, and the rows that the address names (lookups.py), and
returns what was meant, or None when nobody can have meant it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from awards.lookups import KIND_WORDS, Found, kind_of
from awards.models import Award, Programme
from awards.querysets import AwardQuerySet
from awards.ranks import ROMAN

KIND_LABELS = {
    "organization": "Lembaga",
    "kim": "KIM",
    "kelurahan": "Kelurahan",
    "person": "Perorangan",
}
FIRST = "pertama"
FIRST_LABEL = "Semua peringkat pertama"
MEDALS = {1: "emas", 2: "perak", 3: "perunggu"}
MOST_CHARACTERS = 100
MOST_WORDS = 6


@dataclass(frozen=True)
class Choice:
    """One filter as chosen: its value in the address, its name among the options of its group,
    its words where it stands alone, and what it asks of the rows."""

    value: str
    name: str
    label: str
    narrow: Callable[[AwardQuerySet], AwardQuerySet]


def rank_name(scheme: str, order: int | None) -> str:
    """Return a rank in words: "Terbaik I", "Medali emas", "Bintang 4", "Predikat"."""
    name = Award.RankScheme(scheme).label if scheme else "Tanpa jenis peringkat"
    if order is None:
        return name
    if scheme == "medal" and order in MEDALS:
        return f"{name} {MEDALS[order]}"
    if scheme == "stars" or order >= len(ROMAN):
        return f"{name} {order}"
    return f"{name} {ROMAN[order]}"


def _year(text: str, found: Found) -> Choice | None:
    if len(text) != 4 or not (text.isascii() and text.isdigit()) or not 1900 <= int(text) < 3000:
        return None
    year = int(text)
    return Choice(text, text, f"Tahun {year}", lambda rows: rows.in_year(year))


def _level(text: str, found: Found) -> Choice | None:
    if text not in Programme.Level.values:
        return None
    name = Programme.Level(text).label
    return Choice(text, name, f"Tingkat {name.lower()}", lambda rows: rows.at_level(text))


def _organizer(text: str, found: Found) -> Choice | None:
    if "penyelenggara" not in found:
        return None
    key, slug, name = found["penyelenggara"]
    return Choice(slug, name, f"Penyelenggara: {name}", lambda rows: rows.organized_by(key))


def _programme(text: str, found: Found) -> Choice | None:
    if "ajang" not in found:
        return None
    key, slug, name = found["ajang"]
    return Choice(slug, name, name, lambda rows: rows.filter(edition__programme=key))


def _kind(text: str, found: Found) -> Choice | None:
    kind = kind_of(text)
    if not kind:
        return None
    name = KIND_LABELS[kind]
    return Choice(KIND_WORDS[kind], name, f"Penerima: {name}", lambda rows: rows.won_by(kind))


def _recipient(text: str, found: Found) -> Choice | None:
    if "penerima" not in found:
        return None
    key, slug, name = found["penerima"]
    kind = kind_of(text.partition("-")[0])
    value = f"{KIND_WORDS[kind]}-{slug}"
    return Choice(value, name, name, lambda rows: rows.won_by(kind, key))


def _rank(text: str, found: Found) -> Choice | None:
    if text == FIRST:
        return Choice(text, FIRST_LABEL, FIRST_LABEL, lambda rows: rows.first_placed())
    scheme, dash, place = text.partition("-")
    if scheme not in Award.RankScheme.values:
        return None
    if not dash:
        name = rank_name(scheme, None)
        return Choice(text, name, name, lambda rows: rows.ranked(scheme))
    if len(place) > 3 or not (place.isascii() and place.isdigit()) or place.startswith("0"):
        return None
    order = int(place)
    name = rank_name(scheme, order)
    return Choice(text, name, name, lambda rows: rows.ranked(scheme, order))


def _category(text: str, found: Found) -> Choice | None:
    if "kategori" not in found:
        return None
    return Choice(text, text, f"Kategori {text}", lambda rows: rows.filter(category=text))


def _place(text: str, found: Found) -> Choice | None:
    if "kelurahan" not in found:
        return None
    key, _, name = found["kelurahan"]
    return Choice(text, name, f"Wilayah: Kelurahan {name}", lambda rows: rows.in_kelurahan(key))


def _words(text: str, found: Found) -> Choice | None:
    words = text[:MOST_CHARACTERS].split()[:MOST_WORDS]
    text = " ".join(words)
    return Choice(text, text, f"Kata: {text}", Words(words))


class Words:
    """Narrows rows to those that hold every word. The awards are sought once, then known."""

    def __init__(self, words: list[str]) -> None:
        self.words = words

    def __call__(self, rows: AwardQuerySet) -> AwardQuerySet:
        return rows.among(self._found)

    @cached_property
    def _found(self) -> list[int]:
        found = Award.objects.matching(self.words).order_by()
        return list(found.values_list("pk", flat=True))


READERS: dict[str, Callable[[str, Found], Choice | None]] = {
    "tahun": _year,
    "tingkat": _level,
    "penyelenggara": _organizer,
    "ajang": _programme,
    "jenis": _kind,
    "penerima": _recipient,
    "peringkat": _rank,
    "kategori": _category,
    "kelurahan": _place,
    "q": _words,
}
