"""Stories as the pages of this room list them, reached through the data and not by an import."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, QuerySet, Window
from django.http import HttpRequest

from kim.models import Kelurahan, Kim, Potential
from malangnews.core.pagination import page_of, positive_int

STORIES = 8
BY_THE_GROUP = 6
EPISODES = 12


def story_model() -> type[Model]:
    """Return the model of stories, which lives in a room above this one."""
    return Kelurahan._meta.get_field("articles").related_model


def stories_on(request: HttpRequest, thing: Model, size: int = STORIES) -> Page:
    """Return the page of public stories on a group or place that ``?page=`` asks for.

    One query, which counts them all as it reads; two for a page that there is not.
    """
    rows = thing.articles.published().newest_first().for_card()
    number = positive_int(request.GET.get("page"))
    counted = rows.annotate(in_all=Window(Count("*")))
    shown = list(counted[(number - 1) * size : number * size])
    if not shown and number > 1:
        return page_of(request, rows, size)
    paginator = Paginator(rows, size)
    paginator.count = shown[0].in_all if shown else 0
    return Page(shown, number, paginator)


def stories_by(kim: Kim) -> QuerySet:
    """Return the newest public stories that a group wrote or sent, with ``in_all`` counted."""
    rows = story_model().objects.published().by_kim(kim)
    return rows.newest_first().for_card().annotate(in_all=Window(Count("*")))[:BY_THE_GROUP]


def episodes_in(kelurahan: Kelurahan) -> QuerySet:
    """Return the newest public episodes of the weekly rubric on a kelurahan, ``in_all`` counted."""
    rows = kelurahan.articles.published().of_weekly_rubric().newest_first().for_card()
    return rows.annotate(in_all=Window(Count("*")))[:EPISODES]


def episodes_on(potential: Potential) -> QuerySet:
    """Return the newest public episodes of the weekly rubric on a potential, ``in_all`` counted."""
    rows = potential.articles.published().of_weekly_rubric().newest_first().select_related("rubric")
    return rows.annotate(in_all=Window(Count("*")))[:EPISODES]
