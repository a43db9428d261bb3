"""What shows that a group is alive: stories, activities, awards and milestones.

Each reading yields (key of group, sign) pairs in one or two queries, however many groups there are.
Stories and awards are reached through the data, not by an import.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import F, Max, OuterRef, Subquery
from django.utils import timezone

from kim.models import Kim, KimActivity, KimMilestone
from kim.months import begun, has_begun
from kim.story_pages import story_model
from malangnews.core.dates import Precision, format_date

# Milestones that say a group lived that day: all but its end.
ENDS = frozenset({Kim.State.DORMANT, Kim.State.DISSOLVED})


@dataclass(frozen=True)
class Sign:
    """One thing that shows a group alive on a day."""

    kind: str  # a key of KINDS
    day: dt.date
    precision: str = Precision.DAY
    what: str = ""

    KINDS = {
        "story": "berita",
        "activity": "kegiatan",
        "award": "penghargaan",
        "milestone": "tonggak",
    }

    @property
    def label(self) -> str:
        return self.KINDS[self.kind]

    @property
    def date(self) -> str:
        """The day in words, no more exact than it is known."""
        return format_date(self.day, self.precision)


def stories_of(kim: Kim) -> models.QuerySet:
    """Return the stories that a group sent or signed, as far as the public was given them."""
    return _told().by_kim(kim)


def stories(keys: Collection[int]) -> Iterator[tuple[int, Sign]]:
    """The day of the latest story of each group, by both ways from a group to a story."""
    for path in ("sent_by", "bylines__kim"):
        told = _told().filter(**{f"{path}__in": keys}).values(path).annotate(at=Max("published_at"))
        for key, moment in told.values_list(path, "at"):
            yield key, Sign("story", timezone.localtime(moment).date())


def activities(keys: Collection[int], today: dt.date) -> Iterator[tuple[int, Sign]]:
    """The latest activity of each group: a probe of an index each, in one query."""
    done = KimActivity.objects.filter(begun(today), kim=OuterRef("pk")).newest_first()
    groups = Kim.objects.filter(pk__in=keys).order_by()
    latest = groups.annotate(latest=Subquery(done.values("pk")[:1])).values("latest")
    for activity in KimActivity.objects.filter(pk__in=latest):
        words = f"{activity.title} ({activity.get_kind_display().lower()})"
        sign = Sign("activity", activity.happened_on, activity.happened_on_precision, words)
        yield activity.kim_id, sign


def awards(keys: Collection[int], today: dt.date) -> Iterator[tuple[int, Sign]]:
    """Public awards, each on the best known of: conferment, decision, the year of the edition."""
    public = Kim._meta.get_field("awards").related_model.objects.published()
    received = public.filter(kims__in=keys).order_by().select_related("edition__programme")
    for award in received.annotate(of_kim=F("kims")).distinct():
        edition = award.edition
        known = (
            (award.conferred_on, award.conferred_on_precision),
            (edition.conferred_on, edition.conferred_on_precision),
            (award.decided_on, award.decided_on_precision),
            (dt.date(edition.year, 12, 31), Precision.YEAR),
        )
        day, precision = next(pair for pair in known if pair[0])
        if has_begun(day, precision, today):
            yield award.of_kim, Sign("award", day, precision, f"{award.rank_label}, {edition}")


def proofs(milestones: Mapping[int, list[KimMilestone]]) -> Iterator[tuple[int, Sign]]:
    """Milestones as signs of life: every step but the end of a group."""
    for key, steps in milestones.items():
        for step in steps:
            if step.state not in ENDS:
                label = step.get_kind_display()
                yield key, Sign("milestone", step.happened_on, step.happened_on_precision, label)


def _told() -> models.QuerySet:
    """What was let out: one whose time is over still was made, one taken back does not count."""
    rows = story_model().objects
    return (rows.published() | rows.expired()).order_by()
