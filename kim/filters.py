"""The filters of the directory of potentials: ?jenis= and ?kecamatan=, with live counts."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.text import slugify

from kim.models import Kecamatan, Potential
from kim.querysets import PotentialQuerySet

# Kinds as they stand in addresses: "kerajinan", "cagar-budaya-dan-wisata".
KINDS = {slugify(kind.label): kind for kind in Potential.Kind}


@dataclass(frozen=True)
class PotentialFilter:
    """What a reader chose; empty means all. ``notices`` tell what was not understood."""

    kind: str
    kecamatan: str
    districts: tuple[Kecamatan, ...]
    notices: tuple[str, ...] = ()

    def apply(self, rows: PotentialQuerySet) -> PotentialQuerySet:
        return rows.of_kind(KINDS.get(self.kind, "")).in_kecamatan(self.kecamatan)

    def facets(self, rows: PotentialQuerySet) -> list[dict]:
        """Return the facets of ``rows`` (not yet filtered), each counted under the other's choice.

        Two queries. Options that would lead nowhere are left out, unless chosen.
        """
        kinds = rows.in_kecamatan(self.kecamatan).counted_by("kind")
        districts = rows.of_kind(KINDS.get(self.kind, "")).counted_by("kelurahan__kecamatan__slug")
        by_kind = [(slug, kind.label, kinds.get(kind, 0)) for slug, kind in KINDS.items()]
        by_place = [
            (place.slug, place.name, districts.get(place.slug, 0)) for place in self.districts
        ]
        return [
            {"label": "Jenis", "name": "jenis", "options": self._options("kind", by_kind)},
            {
                "label": "Kecamatan",
                "name": "kecamatan",
                "options": self._options("kecamatan", by_place),
            },
        ]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.kecamatan)

    @property
    def words(self) -> str:
        """What was chosen, in words: "Kerajinan, Kecamatan Klojen"."""
        names = {district.slug: f"Kecamatan {district}" for district in self.districts}
        parts = [KINDS[self.kind].label if self.kind else "", names.get(self.kecamatan, "")]
        return ", ".join(filter(None, parts))

    def _options(self, name: str, values: list[tuple[str, str, int]]) -> list[dict]:
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
        return _address(**{"kind": self.kind, "kecamatan": self.kecamatan, **changes})


def kind_address(kind: str) -> str:
    """Return where all potentials of a kind (a value of Potential.Kind) are listed."""
    return _address(kind=next(slug for slug, value in KINDS.items() if value == kind))


def read_filter(query: QueryDict) -> PotentialFilter:
    """Read the filters of an address; what is unknown is ignored and said so. One query."""
    districts = tuple(Kecamatan.objects.all())
    kind, kecamatan = query.get("jenis", "").strip(), query.get("kecamatan", "").strip()
    notices = []
    if kind and kind not in KINDS:
        notices.append("Jenis potensi itu tidak dikenal dan diabaikan.")
        kind = ""
    if kecamatan and kecamatan not in {district.slug for district in districts}:
        notices.append("Kecamatan itu tidak dikenal dan diabaikan.")
        kecamatan = ""
    return PotentialFilter(kind, kecamatan, districts, tuple(notices))


def _address(kind: str = "", kecamatan: str = "") -> str:
    query = {"jenis": kind, "kecamatan": kecamatan}
    words = urlencode({name: value for name, value in query.items() if value})
    return reverse("kim:potential_list") + (f"?{words}" if words else "")
