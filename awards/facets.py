"""The groups of options beside the registry's list, each option with its count and its address."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import CharField, Value

from awards.choices import FIRST, FIRST_LABEL, KIND_LABELS, rank_name
from awards.filters import Filters
from awards.lookups import KIND_WORDS, recipient_rows
from awards.models import Award, Programme, Recipient
from awards.survey import Survey
from malangnews.core.oneof import OneOf

# Of a group, so many options stand open and so many more behind "lainnya"; words find the others.
MOST_OPTIONS = 6
MOST_MORE = 60


class Option(NamedTuple):
    """A value of a filter: as the address says it, as readers do, how many awards it leaves."""

    value: str
    label: str
    count: int


def facets(survey: Survey) -> list[dict[str, object]]:
    """Return the groups of options for components/facets.html, without empty groups.

    One query, for the names of recipients and kelurahan, beside those of the survey.
    """
    years, shares = survey.counts("tahun"), survey.shares
    recipients = dict(shares.recipients.most_common(MOST_OPTIONS + MOST_MORE))
    names = _names([*recipients, *(("kelurahan", key) for key in shares.kelurahan)])
    groups = [
        ("Tahun", "tahun", [Option(year, year, years[year]) for year in sorted(years)[::-1]]),
        ("Tingkat", "tingkat", _levels(survey.counts("tingkat"))),
        ("Penyelenggara", "penyelenggara", _named(survey, "penyelenggara")),
        ("Ajang", "ajang", _named(survey, "ajang")),
        ("Jenis penerima", "jenis", _kinds(shares.kinds)),
        ("Penerima", "penerima", _recipients(recipients, names)),
        ("Kelurahan", "kelurahan", _kelurahan(shares.kelurahan, names)),
        ("Peringkat", "peringkat", _ranks(survey)),
        ("Kategori", "kategori", _categories(shares.categories)),
    ]
    left = {"penerima": len(shares.recipients) - len(recipients)}
    return [
        _group(survey, label, name, options, left.get(name, 0))
        for label, name, options in groups
        if options or name in survey.filters.chosen
    ]


def _levels(counts: Counter[str]) -> list[Option]:
    return [
        Option(level.value, level.label, counts[level.value])
        for level in Programme.Level
        if counts[level.value]
    ]


def _named(survey: Survey, name: str) -> list[Option]:
    counts = survey.counts(name)
    return _most(Option(value, survey.names[name, value], n) for value, n in counts.items())


def _kinds(counts: Counter[str]) -> list[Option]:
    return [
        Option(KIND_WORDS[kind], KIND_LABELS[kind], counts[kind])
        for kind in Recipient.KINDS
        if counts[kind]
    ]


def _recipients(
    counts: dict[tuple[str, int], int], names: dict[tuple[str, int], tuple[str, str]]
) -> list[Option]:
    options = []
    for (kind, key), count in counts.items():
        slug, name = names[kind, key]
        options.append(Option(f"{KIND_WORDS[kind]}-{slug}", name, count))
    return _most(options)


def _kelurahan(counts: Counter[int], names: dict[tuple[str, int], tuple[str, str]]) -> list[Option]:
    options = []
    for key, count in counts.items():
        slug, name = names["kelurahan", key]
        options.append(Option(slug, name.removeprefix("Kelurahan "), count))
    return _most(options)


def _categories(counts: Counter[str]) -> list[Option]:
    return _most(Option(text, text, count) for text, count in counts.items())


def _ranks(survey: Survey) -> list[Option]:
    """All first places, then each scheme: as a whole where that says more, by place."""
    counts, chosen = survey.counts("peringkat"), survey.filters.value("peringkat")
    options = [Option(FIRST, FIRST_LABEL, counts[FIRST])] if counts[FIRST] else []
    for scheme in Award.RankScheme.values:
        places = sorted(
            int(value.partition("-")[2]) for value in counts if value.startswith(f"{scheme}-")
        )
        single = len(places) == 1 and counts[f"{scheme}-{places[0]}"] == counts[scheme]
        if counts[scheme] and (scheme == chosen or not single):
            label = rank_name(scheme, None) + (" (semua)" if places else "")
            options.append(Option(scheme, label, counts[scheme]))
        options += [
            Option(f"{scheme}-{n}", rank_name(scheme, n), counts[f"{scheme}-{n}"]) for n in places
        ]
    return options


def _most(options: Iterable[Option]) -> list[Option]:
    """The most frequent first."""
    return sorted(options, key=lambda option: (-option.count, option.label))


def _names(keys: list[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, str]]:
    """Return slug and name of recipients by kind and key; one query."""
    parts = []
    for kind in Recipient.KINDS:
        wanted = {key for of, key in keys if of == kind}
        if wanted:
            rows = recipient_rows(kind).filter(OneOf("pk", wanted)).order_by()
            rows = rows.annotate(kind_of=Value(kind, output_field=CharField()))
            parts.append(rows.values_list("kind_of", "key", "now", "shown"))
    if not parts:
        return {}
    found = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    return {(kind, key): (slug, name) for kind, key, slug, name in found}


def _group(
    survey: Survey, label: str, name: str, options: list[Option], left: int
) -> dict[str, object]:
    """Part a group into what stands open and what does not; the chosen option always does.

    What is chosen leaves what the whole page shows, even where that is nothing.
    """
    chosen = survey.filters.chosen.get(name)
    shown, more = options[:MOST_OPTIONS], options[MOST_OPTIONS : MOST_OPTIONS + MOST_MORE]
    left += len(options) - len(shown) - len(more)
    if chosen and chosen.value not in [option.value for option in shown]:
        shown.append(Option(chosen.value, chosen.name, survey.total))
        more = [option for option in more if option.value != chosen.value]
    return {
        "label": label,
        "name": name,
        "options": [_chip(survey.filters, name, option) for option in shown],
        "more": [_chip(survey.filters, name, option) for option in more],
        "left": left,
    }


def _chip(filters: Filters, name: str, option: Option) -> dict[str, object]:
    """Choosing an option replaces its group's choice, choosing it again drops it."""
    selected = option.value == filters.value(name)
    return {
        "label": option.label,
        "count": option.count,
        "selected": selected,
        "url": filters.address(**{name: "" if selected else option.value}),
    }
