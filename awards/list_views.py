"""The registry's list: every state of its filters is an address."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from awards.exports.downloads import download, links
from awards.facets import facets
from awards.figures import listed_figures, stated_beside
from awards.filters import read_filters
from awards.nearest import wider_choices
from awards.survey import Survey
from malangnews.core.pagination import page_of

PAGE_SIZE = 25


@require_safe
def award_list(request):
    """The registry: filters with counts, figures, officials' figures beside them, the awards."""
    filters = read_filters(request.GET)
    if file := download(request, filters):
        return file
    survey = Survey(filters)
    page = page_of(request, survey.listed(), PAGE_SIZE)
    context = {
        "filters": filters,
        "downloads": links(filters),
        "facets": facets(survey),
        "figures": listed_figures(survey),
        "stated": stated_beside(filters.year),
        "page": page,
        "wider": wider_choices(survey),
        "canonical": filters.address(page=str(page.number) if page.number > 1 else ""),
    }
    return render(request, "awards/award_list.html", context)
