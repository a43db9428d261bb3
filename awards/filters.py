"""The registry's filters: read from an address, applied to rows, written back as an address.

Every state of the list is an address. A value that nobody can have meant is set aside and named
to the reader; it never breaks the page. Counting what each filter would leave is in facets.py.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from awards.choices import (
    FIRST,
    FIRST_LABEL,
    KIND_LABELS,
    READERS,
    Choice,
    rank_name,
)
from awards.lookups import KIND_WORDS, look_up
from awards.querysets import AwardQuerySet
from awards.sorting import DEFAULT, SORTS, Sort

__all__ = [
    "FIRST",
    "FIRST_LABEL",
    "KIND_LABELS",
    "KIND_WORDS",
    "LABELS",
    "Choice",
    "Filters",
    "rank_name",
    "read_filters",
]

# Parameter names in the order in which they stand in an address.
LABELS = {
    "tahun": "tahun",
    "tingkat": "tingkat",
    "penyelenggara": "penyelenggara",
    "ajang": "ajang",
    "jenis": "jenis penerima",
    "penerima": "penerima",
    "peringkat": "peringkat",
    "kategori": "kategori",
    "kelurahan": "kelurahan",
    "q": "kata",
}
# Labels that begin with a word of ours, not with a name.
OURS = (
    "Tingkat ",
    "Penyelenggara: ",
    "Penerima: ",
    "Wilayah: ",
    "Kategori ",
    "Kata: ",
    FIRST_LABEL,
)


@dataclass(frozen=True)
class Filters:
    """The chosen filters by parameter name, the order of the list, and notices about what was
    set aside."""

    chosen: dict[str, Choice] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    sort: Sort = DEFAULT

    def narrow(self, awards: AwardQuerySet, without: tuple[str, ...] = ()) -> AwardQuerySet:
        """Return the awards that satisfy every chosen filter but those named in ``without``."""
        for name, choice in self.chosen.items():
            if name not in without:
                awards = choice.narrow(awards)
        return awards

    def ordered(self, awards: AwardQuerySet) -> AwardQuerySet:
        """Return the awards in the chosen order."""
        return awards.order_by(*self.sort.columns)

    def value(self, name: str) -> str:
        """Return the chosen value of one filter, empty when it is not chosen."""
        return self.chosen[name].value if name in self.chosen else ""

    def address(self, **changes: str) -> str:
        """Return the address of this state with some filters changed; an empty value drops one.

        The order of the list, ``urut``, is kept, and may be changed like a filter.
        """
        values = self._values | changes
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{self._path}?{query}" if query else self._path

    @cached_property
    def _values(self) -> dict[str, str]:
        """Every name of an address, in its order there, with its value."""
        return {name: self.value(name) for name in LABELS} | {"urut": self.sort.value}

    @cached_property
    def _path(self) -> str:
        return reverse("awards:award_list")

    @property
    def year(self) -> int | None:
        return int(self.value("tahun")) if "tahun" in self.chosen else None

    @property
    def words(self) -> str:
        return self.value("q")

    @property
    def query(self) -> str:
        """The filters as the end of any address, "?tahun=2023"; empty without any."""
        _, mark, values = self.address(urut="").partition("?")
        return mark + values

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Names and values that the form of words and order must carry along."""
        return [(name, choice.value) for name, choice in self.chosen.items() if name != "q"]

    @property
    def sorts(self) -> list[Sort]:
        """The orders to choose from."""
        return list(SORTS.values())

    @property
    def without_all(self) -> str:
        """The address without any filter, in the same order."""
        return self.address(**dict.fromkeys(LABELS, ""))

    @property
    def chips(self) -> list[dict[str, object]]:
        """The chosen filters, each with the address of the list without it."""
        return [
            {"label": choice.label, "url": self.address(**{name: ""}), "selected": True}
            for name, choice in self.chosen.items()
        ]

    @property
    def title(self) -> str:
        """The page's title in words: "Penghargaan 2023, tingkat provinsi"."""
        start = f"Penghargaan {self.value('tahun') or 'Kota Malang'}"
        rest = [choice.label for name, choice in self.chosen.items() if name != "tahun"]
        return ", ".join([start, *(_lower_first(label) for label in rest)])

    @property
    def is_narrow(self) -> bool:
        """True for states that search engines need not keep: words, another order, and several
        filters at once."""
        return "q" in self.chosen or len(self.chosen) > 1 or self.sort != DEFAULT


def read_filters(params: QueryDict) -> Filters:
    """Read the filters of an address; one query at most, for the names in it."""
    filters = Filters()
    asked = {name: params.get(name, "").strip() for name in LABELS}
    found = look_up(asked)
    for name, text in asked.items():
        choice = READERS[name](text, found) if text else None
        if choice:
            filters.chosen[name] = choice
        elif text:
            filters.notices.append(_unknown(f"Saringan {LABELS[name]}", text))
    order = params.get("urut", "").strip()
    if order in SORTS:
        return replace(filters, sort=SORTS[order])
    if order:
        filters.notices.append(_unknown("Urutan", order))
    return filters


def _unknown(what: str, text: str) -> str:
    return f"{what} “{text[:40]}” tidak dikenal dan diabaikan."


def _lower_first(label: str) -> str:
    """Lower the first letter of our own words, not of names."""
    return label[0].lower() + label[1:] if label.startswith(OURS) else label
