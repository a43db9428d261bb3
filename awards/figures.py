"""Figures for readers: what the records amount to, and what officials said they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count

from awards.filters import FIRST, KIND_LABELS, KIND_WORDS, Filters
from awards.models import Award, Programme, StatedAwardFigure
from awards.survey import Survey
from malangnews.core.gaps import Gap


def listed_figures(survey: Survey) -> list[dict[str, object]]:
    """Return figures for components/figures.html of a survey, without a query of their own.

    Each leads to the awards behind it; zeros are left out. Of a group in which something is chosen
    only the total tells: the others would lead elsewhere.
    """
    filters, chosen = survey.filters, survey.filters.chosen
    figures = [_figure(survey.total, "penghargaan tercatat dan bersumber", filters)]
    if "tingkat" not in chosen:
        counts = survey.counts("tingkat")
        figures += [
            _figure(counts[level.value], f"tingkat {level.label.lower()}", filters, tingkat=level)
            for level in Programme.Level
        ]
    if "peringkat" not in chosen:
        count = survey.counts("peringkat")[FIRST]
        figures.append(_figure(count, "peringkat pertama", filters, peringkat=FIRST))
    if "jenis" not in chosen:
        figures += [
            _figure(
                survey.shares.kinds[kind],
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
    recorded = {(year, level): count for level, count in by_level.items()}
    return group_stated(stated, recorded | {(year, ""): sum(by_level.values())})


def group_stated(
    stated: Iterable[StatedAwardFigure], recorded: Mapping[tuple[int, str], int]
) -> list[StatedGroup]:
    """Return stated figures, sorted by year, measure and level, beside the awards recorded.

    ``recorded`` has the number of awards by year and level, "" standing for all levels.
    """
    groups = []
    for (year, measure, level), figures in groupby(stated, _what_is_stated):
        words = f", tingkat {Programme.Level(level).label.lower()}" if level else ""
        title = f"{measure[:1].upper()}{measure[1:]}{words}, {year}"
        groups.append(StatedGroup(title, list(figures), recorded.get((year, level), 0)))
    return groups


def _what_is_stated(figure: StatedAwardFigure) -> tuple[int, str, str]:
    return figure.year, figure.measure, figure.level
