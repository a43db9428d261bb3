"""Filters of the potentials: ?jenis=, ?kecamatan= and ?kelurahan=, with live counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.text import slugify

from kim.models import Kelurahan, Potential
from kim.querysets import PotentialQuerySet

# Kinds as they stand in addresses: "kerajinan", "cagar-budaya-dan-wisata".
KINDS = {slugify(kind.label): kind for kind in Potential.Kind}
# So many kelurahan stand open, those with the most potentials; the others behind "lainnya".
OPEN_PLACES = 8
# Names in addresses, by what is chosen.
NAMES = {"kind": "jenis", "kecamatan": "kecamatan", "kelurahan": "kelurahan"}


@dataclass(frozen=True)
class PotentialFilter:
    """What a reader chose; empty means all. ``notices`` tell what was not understood.

    ``districts`` and ``places`` are the names of kecamatan and kelurahan by slug.
    """

    kind: str
    kecamatan: str
    kelurahan: str
    districts: dict[str, str]
    places: dict[str, str]
    notices: tuple[str, ...] = ()

    def apply(self, rows: PotentialQuerySet) -> PotentialQuerySet:
        rows = rows.of_kind(KINDS.get(self.kind, ""))
        return rows.in_kecamatan(self.kecamatan).in_kelurahan(self.kelurahan)

    def facets(self, rows: PotentialQuerySet) -> list[dict]:
        """Return the facets of ``rows`` (not yet filtered), each counted under the others' choice.

        Three queries. Options that would lead nowhere are left out, unless chosen.
        """
        kinds = self._without("kind").apply(rows).counted_by("kind")
        districts = self._without("kecamatan").apply(rows).counted_by("kelurahan__kecamatan__slug")
        places = self._without("kelurahan").apply(rows).counted_by("kelurahan__slug")
        by_kind = [(slug, kind.label, kinds.get(kind, 0)) for slug, kind in KINDS.items()]
        by_district = [
            (slug, name, districts.get(slug, 0)) for slug, name in self.districts.items()
        ]
        by_place = [(slug, name, places.get(slug, 0)) for slug, name in self.places.items()]
        shown, more = self._parted(by_place)
        return [
            {"label": "Jenis", "name": "jenis", "options": self._options("kind", by_kind)},
            {
                "label": "Kecamatan",
                "name": "kecamatan",
                "options": self._options("kecamatan", by_district),
            },
            {
                "label": "Kelurahan",
                "name": "kelurahan",
                "options": self._options("kelurahan", shown),
                "more": self._options("kelurahan", more),
            },
        ]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.kecamatan or self.kelurahan)

    @property
    def words(self) -> str:
        """What was chosen, in words: "Kerajinan, Kecamatan Klojen, Kelurahan Samaan"."""
        district, place = self.districts.get(self.kecamatan), self.places.get(self.kelurahan)
        parts = [
            KINDS[self.kind].label if self.kind else "",
            f"Kecamatan {district}" if district else "",
            f"Kelurahan {place}" if place else "",
        ]
        return ", ".join(filter(None, parts))

    @property
    def query(self) -> str:
        """What was chosen, as the query of an address: "?jenis=kuliner", or ""."""
        return _query({name: getattr(self, name) for name in NAMES})

    def _without(self, name: str) -> "PotentialFilter":
        return replace(self, **{name: ""})

    def _parted(self, counted: list[tuple[str, str, int]]) -> tuple[list, list]:
        """Part kelurahan into those with the most potentials, with the chosen one, and the rest."""
        most = sorted(counted, key=lambda option: -option[2])[:OPEN_PLACES]
        shown = [option for option in counted if option in most or option[0] == self.kelurahan]
        return shown, [option for option in counted if option not in shown]

    def _options(self, name: str, values: Iterable[tuple[str, str, int]]) -> list[dict]:
        chosen = getattr(self, name)
        return [
            {
                "label": label,
                "count": count,
                "selected": slug == chosen,
                "url": self._address(**{name: "" if slug == chosen else slug}),
            }
            for slug, label, count in values
            if count or slug == chosen
        ]

    def _address(self, **changes: str) -> str:
        return reverse("kim:potential_list") + replace(self, **changes).query


def kind_address(kind: str) -> str:
    """Return where all potentials of a kind (a value of Potential.Kind) are listed."""
    slug = next(slug for slug, value in KINDS.items() if value == kind)
    return reverse("kim:potential_list") + _query({"kind": slug})


def read_filter(query: QueryDict) -> PotentialFilter:
    """Read the filters of an address; what is unknown is ignored and said so. One query."""
    rows = Kelurahan.objects.order_by("kecamatan__code", "name")
    rows = list(rows.values_list("slug", "name", "kecamatan__slug", "kecamatan__name"))
    known = {
        "kind": {slug: kind.label for slug, kind in KINDS.items()},
        "kecamatan": {district: name for _, _, district, name in rows},
        "kelurahan": dict(sorted(((slug, name) for slug, name, _, _ in rows), key=lambda p: p[1])),
    }
    words = {"kind": "Jenis potensi", "kecamatan": "Kecamatan", "kelurahan": "Kelurahan"}
    chosen = {name: query.get(NAMES[name], "").strip() for name in NAMES}
    notices = []
    for name, value in chosen.items():
        if value and value not in known[name]:
            notices.append(f"{words[name]} itu tidak dikenal dan diabaikan.")
            chosen[name] = ""
    return PotentialFilter(
        **chosen,
        districts=known["kecamatan"],
        places=known["kelurahan"],
        notices=tuple(notices),
    )


def _query(chosen: dict[str, str]) -> str:
    words = urlencode({NAMES[name]: value for name, value in chosen.items() if value})
    return f"?{words}" if words else ""
