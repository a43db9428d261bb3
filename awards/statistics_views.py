"""The registry in figures: charts of everything, each bar with the awards behind it."""

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.filters import read_filters
from awards.gaps import lacking_facts, silent_years, stated_groups, unseen_programmes
from awards.models import Award
from awards.statistics import Cell, cells, count_by_year
from awards.statistics_charts import (
    group_charts,
    level_chart,
    main_figures,
    rank_chart,
    year_chart,
)
from awards.survey import Survey


@require_safe
def statistics(request):
    """The registry in charts, of all years or of the one in ``?tahun=``; eight queries."""
    filters = read_filters(_only_year(request.GET))
    year, survey, counted = filters.year, Survey(filters), cells(Award.objects.published())
    chosen = [cell for cell in counted if year in (None, cell.year)]
    context = {
        "filters": filters,
        "year": year,
        "list_url": filters.address(),
        "years": _year_chips(counted, year),
        "total": sum(cell.count for cell in chosen),
        "figures": main_figures(chosen, survey.shares.kinds, filters),
        "charts": {
            "tahun": year_chart(chosen, filters),
            "tingkat": level_chart(chosen, filters),
            "peringkat": rank_chart(chosen, filters),
            **group_charts(survey),
        },
        "stated": stated_groups(counted, year),
        "unseen": unseen_programmes(counted, year),
        "silent": silent_years(counted) if year is None else [],
        "lacking": lacking_facts(filters.narrow(Award.objects.published())),
        "crumbs": [("Penghargaan", reverse("awards:award_list"))],
        "canonical": _statistics_address(year),
    }
    return render(request, "awards/statistics.html", context)


def _only_year(params: QueryDict) -> QueryDict:
    """Return the one filter that the statistics know."""
    kept = QueryDict(mutable=True)
    kept["tahun"] = params.get("tahun", "")
    return kept


def _statistics_address(year: int | None) -> str:
    path = reverse("awards:statistics")
    return path if year is None else f"{path}?tahun={year}"


def _year_chips(counted: list[Cell], chosen: int | None) -> list[dict[str, object]]:
    """Return all years together and each year with awards, newest first, as links."""
    counts = count_by_year(counted)
    choices = [("Semua tahun", None, counts.total())]
    choices += [(str(year), year, counts[year]) for year in sorted(counts, reverse=True)]
    return [
        {
            "label": label,
            "count": count,
            "url": _statistics_address(year),
            "selected": year == chosen,
        }
        for label, year, count in choices
    ]
