"""The coverage board: how well each kelurahan is covered by the portal.

Numbers only, of what is public, read in a fixed number of queries. Stories and awards are reached
through the data, not by an import.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from kim.coverage import Tile, coverage
from kim.models import Kelurahan, Potential
from kim.story_pages import story_model
from malangnews.core.quarters import Quarter

#: Without a story for so many days a kelurahan counts as long out of the news: one quarter, the
#: shortest time in which the newsroom's plan brings every kelurahan up at least once.
LONG = 90
# Both ways from a story to a kelurahan: linked to it, or to one of its potentials.
PATHS = ("kelurahan", "potentials__kelurahan")


@dataclass(frozen=True)
class Row:
    """One kelurahan. Stories, episodes and awards are the keys of the rows that were counted."""

    key: int
    tile: Tile
    stories: frozenset[int]  # of the quarter
    last: dt.date | None  # the day of the latest story of all
    days: int | None  # since then; None without any story
    potentials: int
    uncovered: tuple[Potential, ...]  # those that no public story tells of
    awards: frozenset[int]
    episodes: frozenset[int]

    @property
    def is_long_silent(self) -> bool:
        return self.days is None or self.days >= LONG


@dataclass(frozen=True)
class Total:
    """Several kelurahan together. What belongs to two of them counts once."""

    kelurahan: int
    stories: int
    days: int | None
    potentials: int
    uncovered: int
    awards: int
    episodes: int
    formed: int
    silent: int


@dataclass(frozen=True)
class Board:
    """The whole city, or one kecamatan, in a quarter."""

    quarter: Quarter
    today: dt.date
    rubric: models.Model | None  # the weekly rubric whose stories are the episodes
    rows: tuple[Row, ...]

    @property
    def total(self) -> Total:
        rows = self.rows
        return Total(
            kelurahan=len(rows),
            stories=_together(row.stories for row in rows),
            days=min((row.days for row in rows if row.days is not None), default=None),
            potentials=sum(row.potentials for row in rows),
            uncovered=sum(len(row.uncovered) for row in rows),
            awards=_together(row.awards for row in rows),
            episodes=_together(row.episodes for row in rows),
            formed=sum(row.tile.is_formed for row in rows),
            silent=sum(row.is_long_silent for row in rows),
        )

    def of_kecamatan(self, slug: str) -> "Board":
        """Return the board of one kecamatan; of the whole city for an empty slug."""
        rows = tuple(row for row in self.rows if not slug or row.tile.kecamatan_slug == slug)
        return Board(self.quarter, self.today, self.rubric, rows)


def board(quarter: Quarter, today: dt.date | None = None) -> Board:
    """Return the board of all kelurahan in thirteen queries, however many stories there are.

    Days are counted up to ``today`` (default: today in Malang), whatever the quarter.
    """
    today = today or timezone.localdate()
    rubric, last = weekly_rubric(), last_stories()
    stories = _by_kelurahan(_stories().published_within(quarter.first, quarter.last), PATHS)
    episodes = _by_kelurahan(_stories().filter(rubric=rubric), PATHS) if rubric else {}
    potentials, awards = _potentials(), _awards()
    keys = dict(Kelurahan.objects.values_list("slug", "pk"))
    found = []
    for tile in coverage(today).tiles:
        key = keys[tile.slug]
        of_place = potentials.get(key, [])
        row = Row(
            key=key,
            tile=tile,
            stories=frozenset(stories.get(key, ())),
            last=last.get(key),
            days=(today - last[key]).days if key in last else None,
            potentials=len(of_place),
            uncovered=tuple(potential for potential in of_place if not potential.is_covered),
            awards=frozenset(awards.get(key, ())),
            episodes=frozenset(episodes.get(key, ())),
        )
        found.append(row)
    return Board(quarter, today, rubric, tuple(found))


def first_day() -> dt.date:
    """Return the day of the oldest public story; today when there is none."""
    oldest = _stories().order_by("published_at").values_list("published_at", flat=True).first()
    return timezone.localtime(oldest).date() if oldest else timezone.localdate()


def last_stories() -> dict[int, dt.date]:
    """Return {key of kelurahan: day of its latest story}, those without left out: two queries."""
    found = {}
    for path in PATHS:
        told = _stories().filter(**{f"{path}__isnull": False})
        for key, moment in (
            told.values(path).annotate(at=Max("published_at")).values_list(path, "at")
        ):
            day = timezone.localtime(moment).date()
            found[key] = max(found.get(key, day), day)
    return found


def weekly_rubric() -> models.Model | None:
    """Return the rubric that shows one potential a week: the first with a weekly rhythm."""
    rubrics = story_model()._meta.get_field("rubric").related_model.objects
    return rubrics.weekly().first()


def _stories() -> models.QuerySet:
    return story_model().objects.published().order_by()


def _potentials() -> dict[int, list[Potential]]:
    """Return {key of kelurahan: its public potentials}, each with ``is_covered``."""
    told = _stories().filter(potentials=OuterRef("pk"))
    found = defaultdict(list)
    rows = Potential.objects.published().order_by("name").annotate(is_covered=Exists(told))
    for potential in rows:
        found[potential.kelurahan_id].append(potential)
    return found


def _awards() -> dict[int, set[int]]:
    """Return {key of kelurahan: keys of the public awards it or a group from there received}."""
    awards = Kelurahan._meta.get_field("awards").related_model.objects.published().order_by()
    return _by_kelurahan(awards, ("kelurahan", "kims__kelurahan"))


def _by_kelurahan(rows: models.QuerySet, paths: Iterable[str]) -> dict[int, set[int]]:
    """Return {key of kelurahan: keys of the rows that lead to it on any path}: a query a path."""
    found = defaultdict(set)
    for path in paths:
        leading = rows.filter(**{f"{path}__isnull": False})
        for key, row in leading.values_list(path, "pk"):
            found[key].add(row)
    return found


def _together(sets: Iterable[frozenset[int]]) -> int:
    return len(frozenset().union(*sets))
