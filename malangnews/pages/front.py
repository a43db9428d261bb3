"""What editors have arranged for the front page: its parts in order, and the stories they hold up.

One query for all of it. What the parts show is read by malangnews/home.py.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import (
    BigIntegerField,
    Case,
    DateTimeField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from malangnews.news.models import Article, Rubric
from malangnews.pages.models import HomeBlock, HomeStory

Kind, Slot = HomeBlock.Kind, HomeStory.Slot
#: The front page as the portal was made.
AS_MADE = (Kind.LEAD, Kind.FIGURES, Kind.STORIES, Kind.ATLAS, Kind.WEEKLY)
#: So many stories of a rubric stand in its part.
OF_RUBRIC = 4
KEY, MOMENT = BigIntegerField(), DateTimeField()


@dataclass(frozen=True)
class Part:
    """A part of the front page; ``stories`` are the keys of the newest of the rubric it shows."""

    kind: str
    stories: tuple[int, ...] = ()


@dataclass(frozen=True)
class Arrangement:
    """The parts in their order, and the public stories that are held up now: the key of the one
    to lead (None: the newest shall), those of the ones to stand in front."""

    parts: tuple[Part, ...]
    lead: int | None = None
    pinned: tuple[int, ...] = ()

    @property
    def keys(self) -> set[int]:
        """The keys of all stories that stand where they were put, not where they fall."""
        held = {*self.pinned} | ({self.lead} if self.lead else set())
        return held.union(*(part.stories for part in self.parts))


def arrangement(at: dt.datetime | None = None) -> Arrangement:
    """Return how the front page is arranged at ``at`` (default: now). One query.

    Where no part is set to be shown, the parts are as the portal was made.
    """
    now = at or timezone.now()
    rows = list(_parts(now).union(_held_up(now), all=True))
    blocks = sorted((row for row in rows if row[0] == "block"), key=lambda row: row[2:4])
    parts = [Part(kind, _keys(keys)) for _, kind, _, _, _, *keys in blocks]
    held = sorted((row for row in rows if row[0] == "story"), key=_by_order)
    lead = next((row[5] for row in held if row[1] == Slot.LEAD), None)
    pinned = (row[5] for row in held if row[1] == Slot.PINNED)
    return Arrangement(tuple(parts) or as_made(now), lead, tuple(pinned))


def as_made(now: dt.datetime) -> tuple[Part, ...]:
    """Return the parts of the portal as it was made."""
    weekly = Article.objects.published(now).of_weekly_rubric().newest_first()
    keys = weekly.values_list("pk", flat=True)[:OF_RUBRIC]
    return tuple(Part(kind, tuple(keys) if kind == Kind.WEEKLY else ()) for kind in AS_MADE)


def holding(at: dt.datetime) -> QuerySet:
    """Return the stories whose time at the top is ``at`` and that the public sees then."""
    lasting = Q(ends_at=None) | Q(ends_at__gt=at)
    public = Article.objects.published(at)
    return HomeStory.objects.filter(lasting, begins_at__lte=at, article__in=public)


def _parts(now: dt.datetime) -> QuerySet:
    """Return rows of the parts that are shown, each with the newest of its rubric."""
    weekly = Subquery(Rubric.objects.weekly().values("pk")[:1])
    rubric = Coalesce("rubric_id", Case(When(kind=Kind.WEEKLY, then=weekly)), output_field=KEY)
    newest = Article.objects.published(now).filter(rubric=OuterRef("of")).newest_first()
    stories = [Subquery(newest.values("pk")[place : place + 1]) for place in range(OF_RUBRIC)]
    shown = HomeBlock.objects.filter(is_shown=True).order_by().annotate(of=rubric)
    began = Value(None, output_field=MOMENT)
    return shown.values_list(Value("block"), F("kind"), "position", "pk", began, *stories)


def _held_up(now: dt.datetime) -> QuerySet:
    nothing = [Value(None, output_field=KEY)] * (OF_RUBRIC - 1)
    fields = (F("slot"), "position", "pk", F("begins_at"), F("article_id"))
    return holding(now).order_by().values_list(Value("story"), *fields, *nothing)


def _by_order(row: tuple) -> tuple:
    """Sort as the list at the desk: by position, then what began last."""
    return row[2], -row[4].timestamp(), row[3]


def _keys(keys: list[int | None]) -> tuple[int, ...]:
    return tuple(key for key in keys if key is not None)
