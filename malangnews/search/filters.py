"""What narrows a search: ?jenis=, ?tahun=, ?rubrik=, ?kelurahan=, ?tingkat=, ?urut=baru."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from awards.models import Programme
from malangnews.news.models import Rubric
from malangnews.search.engine import MOST, Found
from malangnews.search.kinds import KINDS
from malangnews.search.names import kelurahan

SHOWN = 8
#: The letter of the marks that a filter goes by.
LETTERS = {"tahun": "y", "rubrik": "r", "tingkat": "l", "kelurahan": "p"}
LABELS = {
    "jenis": "Jenis",
    "tahun": "Tahun",
    "rubrik": "Rubrik",
    "tingkat": "Tingkat",
    "kelurahan": "Kelurahan",
}
NEWEST = "baru"


@dataclass
class Filters:
    """What a reader chose: name of the filter -> value as it stands in the address."""

    query: str
    chosen: dict[str, str] = field(default_factory=dict)
    newest: bool = False
    #: name -> {value in the address: (what the index marks it by, label)}
    known: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.chosen.get("jenis", "")

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks that a result must carry."""
        return tuple(
            self.known[name][value][0] for name, value in self.chosen.items() if name != "jenis"
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen)

    def address(self, **changes: str) -> str:
        """Return the address of this search with some values changed, "" for taken away."""
        values = {"q": self.query, **self.chosen, "urut": NEWEST if self.newest else ""} | changes
        words = urlencode({name: value for name, value in values.items() if value})
        return f"{reverse('search:search')}?{words}"

    @property
    def bare_address(self) -> str:
        """The address of the same words without any filter."""
        return self.address(**dict.fromkeys(self.chosen, ""))

    def kinds(self, found: Found) -> list[dict]:
        """Return chips for everything and for each kind that holds something."""
        chips = [
            {
                "label": kind.label,
                "count": _capped(found.kinds.get(key, 0)),
                "url": self.address(jenis=key),
                "selected": key == self.kind,
            }
            for key, kind in KINDS.items()
            if key in found.kinds or key == self.kind
        ]
        return [
            {"label": "Semua", "url": self.address(jenis=""), "selected": not self.kind},
            *chips,
        ]

    def orders(self) -> list[dict]:
        """Return the chips of the two orders."""
        return [
            {
                "label": "Paling sesuai",
                "url": self.address(urut=""),
                "selected": not self.newest,
            },
            {"label": "Terbaru", "url": self.address(urut=NEWEST), "selected": self.newest},
        ]

    def facets(self, found: Found) -> list[dict]:
        """Return the facets that part these results, for components/facets.html."""
        labels = {
            "tahun": "Tahun",
            "rubrik": "Rubrik",
            "tingkat": "Tingkat",
            "kelurahan": "Kelurahan",
        }
        counts = {name: found.marks(LETTERS[name]) for name in labels}
        return [
            {"name": name, "label": label, **self._options(name, counts[name])}
            for name, label in labels.items()
        ]

    def _options(self, name: str, counts: Counter) -> dict:
        """Return {options, more}: the commonest first, years from the newest."""
        chosen = self.chosen.get(name)
        values = [
            {
                "label": label,
                "count": counts[mark[1:]],
                "selected": value == chosen,
                "url": self.address(**{name: "" if value == chosen else value}),
            }
            for value, (mark, label) in self.known[name].items()
            if counts[mark[1:]] or value == chosen
        ]
        if name == "tahun":
            values.sort(key=lambda option: option["label"], reverse=True)
        else:
            values.sort(key=lambda option: (not option["selected"], -option["count"]))
        return {"options": values[:SHOWN], "more": values[SHOWN:]}


def read_filters(query: QueryDict) -> Filters:
    """Read what an address asks for; what is unknown is set aside and said so. One query."""
    filters = Filters(" ".join(query.get("q", "")[:100].split()))
    filters.known = {
        "jenis": {key: ("", kind.label) for key, kind in KINDS.items()},
        "tahun": {str(year): (f"y{year}", str(year)) for year in range(1945, 2100)},
        "rubrik": {row.slug: (f"r{row.pk}", row.name) for row in Rubric.objects.all()},
        "tingkat": {level: (f"l{level}", label) for level, label in Programme.Level.choices},
        "kelurahan": {row.slug: (f"p{row.pk}", row.name) for row in kelurahan()},
    }
    for name, values in filters.known.items():
        value = query.get(name, "").strip()
        if value in values:
            filters.chosen[name] = value
        elif value:
            filters.notices.append(f"{LABELS[name]} “{value[:40]}” tidak dikenal dan diabaikan.")
    filters.newest = query.get("urut", "") == NEWEST
    return filters


def _capped(number: int) -> int:
    return min(number, MOST)
