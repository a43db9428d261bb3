"""What a group did, counted by the six kinds of KIM work. Pure: it is given the rows."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kim.models import KimActivity

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


def activity_record(activities: Iterable[KimActivity]) -> ActivityRecord:
    """Return the record of ``activities``, given newest first."""
    rows = tuple(activities)
    counts = Counter(row.kind for row in rows)
    kinds = tuple(KindCount(kind.label, counts[kind]) for kind in KimActivity.Kind)
    return ActivityRecord(rows[:NEWEST], kinds)
