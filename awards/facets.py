"""How many awards each filter would leave, in three queries however many options there are.

The count of an option respects every other chosen filter, not those of its own group. Year, level,
programme and rank are one value an award each, so one grouped query holds them all; recipients
are many an award and are counted as different awards.
"""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from awards.filters import (
    FIRST,
    FIRST_LABEL,
    KIND_LABELS,
    KIND_WORDS,
    Filters,
    rank_name,
)
from awards.models import Award, Programme, Recipient
from awards.querysets import FIRST_SCHEMES
from awards.statistics import counts_by_kind

# Of programmes and recipients only the most frequent are offered; the words find the others.
MOST_OPTIONS = 12


@dataclass(frozen=True)
class Cell:
    """Awards that share year, level, programme and rank."""

    year: int
    level: str
    programme: str
    programme_name: str
    scheme: str
    order: int | None
    count: int

    @property
    def is_first(self) -> bool:
        return self.scheme == "overall" or (self.scheme in FIRST_SCHEMES and self.order == 1)

    def values(self, name: str) -> list[str]:
        """Return the values of one filter that find this cell."""
        if name == "peringkat":
            ranks = [self.scheme] + ([f"{self.scheme}-{self.order}"] if self.order else [])
            return ranks + [FIRST] * self.is_first
        return {"tahun": [str(self.year)], "tingkat": [self.level], "ajang": [self.programme]}[name]


CELL_FILTERS = ("tahun", "tingkat", "ajang", "peringkat")


def facets(filters: Filters) -> list[dict[str, object]]:
    """Return the groups of options for components/facets.html, without empty groups."""
    cells = _cells(filters)
    counts = {name: _count(cells, name, filters) for name in CELL_FILTERS}
    groups = [
        ("Tahun", "tahun", [(year, year, n) for year, n in sorted(counts["tahun"].items())[::-1]]),
        ("Tingkat", "tingkat", _levels(counts["tingkat"])),
        ("Jenis penerima", "jenis", _kinds(filters)),
        ("Penerima", "penerima", _recipients(filters)),
        ("Ajang", "ajang", _programmes(cells, counts["ajang"], filters)),
        ("Peringkat", "peringkat", _ranks(counts["peringkat"], filters.value("peringkat"))),
    ]
    return [
        {"label": label, "name": name, "options": _options(filters, name, options)}
        for label, name, options in groups
        if options
    ]


def _cells(filters: Filters) -> list[Cell]:
    rows = filters.narrow(Award.objects.published(), without=CELL_FILTERS).order_by()
    fields = (
        "edition__year",
        "edition__programme__level",
        "edition__programme__slug",
        "edition__programme__name",
        "rank_scheme",
        "rank_order",
    )
    return [Cell(*row) for row in rows.values_list(*fields).annotate(Count("pk"))]


def _count(cells: list[Cell], name: str, filters: Filters) -> Counter[str]:
    """Sum the cells that every chosen filter but ``name`` lets through, by value of ``name``."""
    others = [other for other in CELL_FILTERS if other != name and filters.value(other)]
    counts = Counter()
    for cell in cells:
        if all(filters.value(other) in cell.values(other) for other in others):
            for value in cell.values(name):
                counts[value] += cell.count
    return counts


def _programmes(
    cells: list[Cell], counts: Counter[str], filters: Filters
) -> list[tuple[str, str, int]]:
    names = {cell.programme: cell.programme_name for cell in cells}
    options = [(slug, names[slug], count) for slug, count in counts.items()]
    return _most(options, filters.value("ajang"))


def _levels(counts: Counter[str]) -> list[tuple[str, str, int]]:
    return [
        (level.value, level.label, counts[level.value])
        for level in Programme.Level
        if counts[level.value]
    ]


def _kinds(filters: Filters) -> list[tuple[str, str, int]]:
    rows = filters.narrow(Award.objects.published(), without=("jenis",)).order_by()
    found = Recipient.objects.filter(award__in=rows.values("pk")).aggregate(**counts_by_kind())
    return [
        (KIND_WORDS[kind], KIND_LABELS[kind], found[f"kind_{kind}"])
        for kind in Recipient.KINDS
        if found[f"kind_{kind}"]
    ]


def _recipients(filters: Filters) -> list[tuple[str, str, int]]:
    rows = filters.narrow(Award.objects.published(), without=("penerima",)).order_by()
    fields = [f"{kind}__slug" for kind in Recipient.KINDS] + [
        f"{kind}__name" for kind in Recipient.KINDS
    ]
    found = (
        Recipient.objects.filter(award__in=rows.values("pk"))
        .order_by()
        .values(*fields, "organization__abbreviation")
        .annotate(count=Count("award", distinct=True))
    )
    options = []
    for row in found:
        kind = next(kind for kind in Recipient.KINDS if row[f"{kind}__slug"])
        name = row["organization__abbreviation"] or row[f"{kind}__name"]
        label = f"Kelurahan {name}" if kind == "kelurahan" else name
        options.append((f"{KIND_WORDS[kind]}-{row[f'{kind}__slug']}", label, row["count"]))
    return _most(options, filters.value("penerima"))


def _ranks(counts: Counter[str], chosen: str) -> list[tuple[str, str, int]]:
    """All first places, then each scheme: as a whole where that says more, by place."""
    options = [(FIRST, FIRST_LABEL, counts[FIRST])] if counts[FIRST] else []
    for scheme in Award.RankScheme.values:
        places = sorted(
            int(value.partition("-")[2]) for value in counts if value.startswith(f"{scheme}-")
        )
        single = len(places) == 1 and counts[f"{scheme}-{places[0]}"] == counts[scheme]
        if counts[scheme] and (scheme == chosen or not single):
            label = rank_name(scheme, None) + (" (semua)" if places else "")
            options.append((scheme, label, counts[scheme]))
        options += [
            (f"{scheme}-{n}", rank_name(scheme, n), counts[f"{scheme}-{n}"]) for n in places
        ]
    return options


def _most(options: list[tuple[str, str, int]], chosen: str) -> list[tuple[str, str, int]]:
    """The most frequent options, the chosen one never left out."""
    ordered = sorted(options, key=lambda option: (-option[2], option[1]))
    rest = [option for option in ordered[MOST_OPTIONS:] if option[0] == chosen]
    return ordered[:MOST_OPTIONS] + rest


def _options(
    filters: Filters, name: str, options: list[tuple[str, str, int]]
) -> list[dict[str, object]]:
    """Add addresses: choosing an option replaces its group's choice, choosing it again drops it.

    A chosen value that would leave nothing stays in sight, with a zero.
    """
    chosen = filters.chosen.get(name)
    if chosen and chosen.value not in [value for value, _, _ in options]:
        options = [*options, (chosen.value, chosen.name, 0)]
    return [
        {
            "label": label,
            "count": count,
            "selected": value == filters.value(name),
            "url": filters.address(**{name: "" if value == filters.value(name) else value}),
        }
        for value, label, count in options
    ]
