"""Figures for readers: what the records amount to, and what officials said they do."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count

from awards.filters import FIRST, KIND_LABELS, KIND_WORDS, Filters
from awards.models import Award, Programme, StatedAwardFigure
from awards.statistics import Totals
from malangnews.core.gaps import Gap


def registry_figures(counted: Totals, filters: Filters) -> list[dict[str, object]]:
    """Return figures for components/figures.html, each with the address of the awards behind it.

    ``counted`` are the totals of the awards that ``filters`` leave. Zeros are left out.
    """
    figures = [_figure(counted.total, "penghargaan tercatat dan bersumber", filters)]
    figures += [
        _figure(
            counted.by_level[level.value],
            f"tingkat {level.label.lower()}",
            filters,
            tingkat=level.value,
        )
        for level in Programme.Level
    ]
    figures.append(_figure(counted.first_ranks, "peringkat pertama", filters, peringkat=FIRST))
    figures += [
        _figure(
            counted.by_recipient[kind],
            f"diraih {label if kind == 'kim' else label.lower()}",
            filters,
            jenis=KIND_WORDS[kind],
        )
        for kind, label in KIND_LABELS.items()
    ]
    return [figure for figure in figures if figure["value"]]


def _figure(value: int, label: str, filters: Filters, **changes: str) -> dict[str, object]:
    return {"value": value, "label": label, "url": filters.address(**changes), "note": ""}


@dataclass(frozen=True)
class StatedGroup:
    """Stated figures that count the same thing, beside the number of awards recorded here."""

    title: str
    figures: list[StatedAwardFigure]
    recorded: int

    @property
    def gap(self) -> Gap:
        low = min(figure.value_min for figure in self.figures)
        high = max(figure.value_max for figure in self.figures)
        return Gap(self.recorded, low, high)


def stated_beside(year: int | None) -> list[StatedGroup]:
    """Return what officials stated for a year, by measure and level; at most two queries."""
    if year is None:
        return []
    stated = list(StatedAwardFigure.objects.filter(year=year).order_by("measure", "level", "as_of"))
    if not stated:
        return []
    rows = Award.objects.published().in_year(year).order_by()
    by_level = dict(rows.values_list("edition__programme__level").annotate(Count("pk")))
    groups = []
    for (measure, level), figures in groupby(stated, lambda figure: (figure.measure, figure.level)):
        words = f", tingkat {Programme.Level(level).label.lower()}" if level else ""
        recorded = by_level.get(level, 0) if level else sum(by_level.values())
        title = f"{measure[:1].upper()}{measure[1:]}{words}, {year}"
        groups.append(StatedGroup(title, list(figures), recorded))
    return groups
