"""What a group did, counted by the six kinds of KIM work."""

from dataclasses import dataclass

from django.db.models import Count

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
    """Return the record of ``activities`` in two queries; no more than NEWEST rows are read."""
    counts = dict(activities.order_by().values_list("kind").annotate(Count("pk")))
    kinds = tuple(KindCount(kind.label, counts.get(kind, 0)) for kind in KimActivity.Kind)
    return ActivityRecord(tuple(activities.newest_first()[:NEWEST]), kinds)
