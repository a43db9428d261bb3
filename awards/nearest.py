"""Where to go from a list that holds nothing: the same choice with one filter less."""

from dataclasses import dataclass

from django.db.models import CharField, Count, Value

from awards.filters import LABELS, Filters
from awards.models import Award
from awards.survey import Survey


@dataclass(frozen=True)
class Wider:
    """A list that holds something: what is left out of the choice, or all that is kept of it."""

    label: str
    count: int
    url: str


def wider_choices(survey: Survey) -> list[Wider]:
    """Return the lists with one filter less that hold something, the nearest (shortest) first.

    Where none of them does, those with one filter only. Nothing when the list itself holds
    something; else one query, two at most.
    """
    filters = survey.filters
    if survey.total or not filters.chosen:
        return []
    names = list(filters.chosen)
    without = {name: (name,) for name in names}
    alone = {name: tuple(other for other in names if other != name) for name in names}
    found = _found(filters, without, "Tanpa “{}”")
    return found or _found(filters, alone, "Hanya “{}”")


def _found(filters: Filters, dropped: dict[str, tuple[str, ...]], words: str) -> list[Wider]:
    """Count the lists that leave out some filters each; ``dropped`` are those by name."""
    parts = []
    for name, without in dropped.items():
        rows = filters.narrow(Award.objects.published(), without=without).order_by()
        rows = rows.annotate(which=Value(name, output_field=CharField()))
        parts.append(rows.values_list("which").annotate(n=Count("pk")))
    found = parts[0].union(*parts[1:], all=True) if parts[1:] else parts[0]
    counts = sorted((count, list(LABELS).index(name), name) for name, count in found if count)
    return [
        Wider(
            words.format(filters.chosen[name].label),
            count,
            filters.address(**dict.fromkeys(dropped[name], "")),
        )
        for count, _, name in counts
    ]
