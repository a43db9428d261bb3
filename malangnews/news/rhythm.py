"""Whether a rubric keeps its rhythm: streaks, what was missed, when the next story is due.

A week runs from Monday to Sunday and a month from its first day, by the clock in Malang.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from kim.models import Kelurahan
from malangnews.core.dates import MONTHS, format_date
from malangnews.news.models import Article, Rubric

SHOWN = 12
UNITS = {"weekly": "minggu", "monthly": "bulan"}


@dataclass(frozen=True)
class Period:
    """One week or month: its first day, its name, and whether a story came out in it."""

    first: dt.date
    name: str
    served: bool


@dataclass(frozen=True)
class Rhythm:
    """How a rubric keeps its cadence, on the day it was asked for."""

    unit: str
    current: int
    longest: int
    #: The last twelve periods up to the present one, oldest first.
    periods: tuple[Period, ...]
    #: How many of these went by without a story since the first one.
    missed: int
    #: The last day on which the next story still keeps the rhythm.
    due: dt.date
    next_episode: int = 1


def start_of(day: dt.date, cadence: str) -> dt.date:
    """Return the Monday of the week of ``day``, or the first day of its month."""
    if cadence == "weekly":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1)


def step(first: dt.date, cadence: str, count: int) -> dt.date:
    """Return the first day of the period ``count`` after (negative: before) that of ``first``."""
    if cadence == "weekly":
        return first + dt.timedelta(weeks=count)
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return dt.date(year, month + 1, 1)


def rhythm(days: Iterable[dt.date], cadence: str, today: dt.date, next_episode: int = 1) -> Rhythm:
    """Return how stories of ``days`` keep ``cadence``, "weekly" or "monthly", as of ``today``.

    The present period breaks no streak while it lasts. Days after ``today`` are left out.
    Raises KeyError for another cadence.
    """
    unit = UNITS[cadence]
    served = {start_of(day, cadence) for day in days if day <= today}
    now = start_of(today, cadence)
    begin = now if now in served else step(now, cadence, -1)
    shown = [step(now, cadence, count) for count in range(1 - SHOWN, 1)]
    oldest = min(served, default=now)
    return Rhythm(
        unit=unit,
        current=_run(served, begin, cadence),
        longest=_longest(served, cadence),
        periods=tuple(Period(first, _name(first, cadence), first in served) for first in shown),
        missed=sum(oldest < first < now and first not in served for first in shown),
        due=step(now, cadence, 2 if now in served else 1) - dt.timedelta(days=1),
        next_episode=next_episode,
    )


def _run(served: set[dt.date], last: dt.date, cadence: str) -> int:
    """Count the periods without a gap that end with ``last``."""
    count = 0
    while last in served:
        last, count = step(last, cadence, -1), count + 1
    return count


def _longest(served: set[dt.date], cadence: str) -> int:
    best, run, before = 0, 0, None
    for first in sorted(served):
        run = run + 1 if before and step(before, cadence, 1) == first else 1
        best, before = max(best, run), first
    return best


def _name(first: dt.date, cadence: str) -> str:
    if cadence == "weekly":
        return f"Pekan {format_date(first)}"
    return f"{MONTHS[first.month - 1]} {first.year}"


def rhythms(rubrics: Iterable[Rubric], at: dt.datetime | None = None) -> dict[int, Rhythm]:
    """Return {key of rubric: its rhythm} for those with a cadence, in two queries."""
    kept = [rubric for rubric in rubrics if rubric.cadence in UNITS]
    if not kept:
        return {}
    now = at or timezone.now()
    days, keys = {}, [rubric.pk for rubric in kept]
    stories = Article.objects.filter(rubric__in=keys).order_by()
    for key, moment in stories.published(now).values_list("rubric", "published_at"):
        days.setdefault(key, []).append(timezone.localtime(moment).date())
    last = dict(
        stories.values("rubric").annotate(last=Max("episode")).values_list("rubric", "last")
    )
    today = timezone.localtime(now).date()
    return {
        rubric.pk: rhythm(
            days.get(rubric.pk, ()), rubric.cadence, today, (last.get(rubric.pk) or 0) + 1
        )
        for rubric in kept
    }


def next_episode(rubric: Rubric) -> int:
    """Return the number after the highest that any story of ``rubric`` has, published or not."""
    return (rubric.articles.aggregate(last=Max("episode"))["last"] or 0) + 1


def never_served(rubric: Rubric) -> dict[str, list[str]]:
    """Return {kecamatan: kelurahan} of those whose potential no published story of it shows."""
    shown = rubric.articles.published().filter(potentials__isnull=False)
    served = set(shown.values_list("potentials__kelurahan", flat=True))
    found = {}
    for place in Kelurahan.objects.select_related("kecamatan").order_by("kecamatan__name", "name"):
        if place.pk not in served:
            found.setdefault(str(place.kecamatan), []).append(place.name)
    return found
