"""The city's count of KIM over time, from one reading of all milestones.

``coverage`` tells everything of one day; this tells one number of any number of days.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kim.coverage import FORMED
from kim.models import KimMilestone


@dataclass(frozen=True)
class Timeline:
    """Steps (group, day, state after it), in the order in which they happened."""

    steps: tuple[tuple[int, dt.date, str], ...]

    def formed_on(self, day: dt.date) -> int:
        """Return how many groups exist on that day, active or dormant."""
        states = {kim: state for kim, happened_on, state in self.steps if happened_on <= day}
        return sum(state in FORMED for state in states.values())

    def counts(self) -> list[tuple[dt.date, int]]:
        """Return (day, groups from that day on) for every day on which something happened."""
        states, counts = {}, {}
        for kim, happened_on, state in self.steps:
            states[kim] = state
            counts[happened_on] = sum(state in FORMED for state in states.values())
        return list(counts.items())

    def turns(self) -> list[dt.date]:
        """Return the days on which a group became something else, in order."""
        states, days = {}, []
        for kim, happened_on, state in self.steps:
            if states.get(kim) != state:
                days.append(happened_on)
            states[kim] = state
        return sorted(set(days))

    def years(self) -> list[int]:
        """Return the years in which something happened, in order."""
        return sorted({happened_on.year for _, happened_on, _ in self.steps})


def timeline() -> Timeline:
    """Return the timeline of all public groups, in one query."""
    steps: Iterable = KimMilestone.objects.published().changing_state().in_order()
    return Timeline(tuple(steps.values_list("kim", "happened_on", "state")))
