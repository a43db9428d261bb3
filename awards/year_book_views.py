"""The year books: all of them, and one, for the screen and for paper."""

import datetime as dt

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from awards.annual import make_book
from awards.cards.record import counted_subject
from awards.cards.sharing import year_share_image
from awards.filters import Filters, read_filters
from awards.gaps import stated_groups, unseen_programmes
from awards.models import Award
from awards.statistics import Cell, cells, count_by_year
from awards.statistics_charts import (
    kind_chart,
    main_figures,
    programme_chart,
    rank_chart,
    year_chart,
)
from awards.survey import Survey
from malangnews.core import schema


@require_safe
def year_book_list(request):
    """The years that have a book, newest first."""
    counts = count_by_year(cells(Award.objects.published()))
    context = {
        "years": [(year, counts[year]) for year in sorted(counts, reverse=True)],
        "crumbs": [("Penghargaan", reverse("awards:award_list"))],
    }
    return render(request, "awards/year_book_list.html", context)


@require_safe
def year_book(request, year):
    """The book of one year; a year without records has a page that says so."""
    counted = cells(Award.objects.published())
    filters = read_filters(QueryDict(f"tahun={year}"))
    context = {
        "year": year,
        "today": timezone.localdate(),
        "licence": settings.OPEN_DATA_LICENCE,
        "crumbs": [
            ("Penghargaan", reverse("awards:award_list")),
            ("Buku tahunan", reverse("awards:year_book_list")),
        ],
        **_neighbours(counted, year),
    }
    chosen = [cell for cell in counted if cell.year == year]
    if chosen:
        context |= _contents(counted, chosen, filters)
        subject = counted_subject(year, chosen, context["book"].changed_at)
        context["share_image"] = year_share_image(request, subject)
        context["schema"] = _report(request, year, context["book"].changed_at)
    return render(request, "awards/year_book.html", context)


def _contents(counted: list[Cell], chosen: list[Cell], filters: Filters) -> dict[str, object]:
    """Return what the pages of a book with records hold; ``counted`` has every year's cells."""
    kinds = Survey(filters).shares.kinds
    return {
        "total": sum(cell.count for cell in chosen),
        "figures": main_figures(chosen, kinds, filters),
        "list_url": filters.address(),
        "book": make_book(filters.narrow(Award.objects.published()), chosen, filters),
        "charts": {
            "tahun": year_chart(counted, Filters()),
            "peringkat": rank_chart(chosen, filters),
            "jenis": kind_chart(kinds, filters),
            "ajang": programme_chart(chosen, filters),
        },
        "stated": stated_groups(counted, filters.year),
        "unseen": unseen_programmes(counted, filters.year),
    }


def _report(request: HttpRequest, year: int, changed_at: dt.datetime) -> dict[str, object]:
    """Return the book in the vocabulary of schema.org."""
    return {
        "@context": schema.CONTEXT,
        "@type": "Report",
        "name": f"Buku Tahunan Penghargaan Kota Malang {year}",
        "url": request.build_absolute_uri(request.path),
        "inLanguage": "id",
        "temporalCoverage": str(year),
        "dateModified": timezone.localtime(changed_at).isoformat(),
        "license": settings.OPEN_DATA_LICENCE["url"],
        "publisher": schema.publisher(request),
    }


def _neighbours(counted: list[Cell], year: int) -> dict[str, int | None]:
    """Return the nearest years before and after that have a book."""
    years = sorted(count_by_year(counted))
    return {
        "previous": max((other for other in years if other < year), default=None),
        "following": min((other for other in years if other > year), default=None),
    }
