"""The front page: the latest of every room, and what the records amount to."""

from django.http import QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.filters import FIRST, read_filters
from awards.models import Award, Programme
from awards.statistics import totals
from kim.atlas import build_atlas
from kim.coverage import Coverage, coverage
from malangnews.news.models import Article

STORIES = 9
AWARDS = 5
EPISODES = 4


@require_safe
def home(request):
    """The front page, in at most ten queries."""
    published = Article.objects.published().newest_first()
    lead, *stories = published.for_front()[:STORIES] or [None]
    city = coverage()
    context = {
        "lead": lead,
        "stories": stories,
        "awards": Award.objects.published().newest_first().for_card()[:AWARDS],
        "figures": [*award_figures(), kim_figure(city)],
        "city": city,
        "atlas": build_atlas(city.tiles),
        "episodes": published.of_weekly_rubric().for_card()[:EPISODES],
    }
    return render(request, "home.html", context)


def award_figures() -> list[dict[str, object]]:
    """Return figures of the newest year with awards, each with the address of its records.

    Zeros are left out; without any award the list is empty.
    """
    newest = Award.objects.published().counted_by_year().first()
    if newest is None:
        return []
    year = newest["edition__year"]
    filters = read_filters(QueryDict(f"tahun={year}"))
    counted = totals(filters.narrow(Award.objects.published()))
    rows = [(counted.total, f"penghargaan tahun {year}", {})]
    rows += [
        (counted.by_level[level.value], f"tingkat {level.label.lower()}", {"tingkat": level.value})
        for level in Programme.Level
    ]
    rows.append((counted.first_ranks, "peringkat pertama", {"peringkat": FIRST}))
    return [
        {"value": value, "label": label, "url": filters.address(**changes)}
        for value, label, changes in rows
        if value
    ]


def kim_figure(city: Coverage) -> dict[str, object]:
    """Return how many of all kelurahan have a KIM, with the way to the directory."""
    return {
        "value": f"{city.formed_kelurahan}/{city.total_kelurahan}",
        "label": "kelurahan ber-KIM",
        "url": reverse("kim:kim_list"),
    }
