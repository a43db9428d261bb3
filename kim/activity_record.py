"""What a group did, counted by the six kinds of KIM work."""

from dataclasses import dataclass

from django.db.models import Count, Q, Window

from kim.models import KimActivity
from kim.querysets import ActivityQuerySet

NEWEST = 12


@dataclass(frozen=True)
class KindCount:
    """How often a group did one kind of work; zero is said too."""

    label: str
    count: int


@dataclass(frozen=True)
class ActivityRecord:
    """The newest activities, and the counts of all by kind."""

    newest: tuple[KimActivity, ...]
    kinds: tuple[KindCount, ...]

    @property
    def total(self) -> int:
        return sum(kind.count for kind in self.kinds)

    @property
    def older(self) -> int:
        """How many are counted and not listed."""
        return self.total - len(self.newest)


def activity_record(activities: ActivityQuerySet) -> ActivityRecord:
    """Return the record of ``activities`` in one query; no more than NEWEST rows are read."""
    counts = {f"of_{kind}": Window(Count("pk", filter=Q(kind=kind))) for kind in KimActivity.Kind}
    newest = tuple(activities.newest_first().annotate(**counts)[:NEWEST])
    kinds = tuple(
        KindCount(kind.label, getattr(newest[0], f"of_{kind}") if newest else 0)
        for kind in KimActivity.Kind
    )
    return ActivityRecord(newest, kinds)
