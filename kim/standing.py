"""What can be said of one group today, and which milestone proves it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kim.coverage import state_label
from kim.models import KimMilestone

# Records made of a group that already was there, nobody says since when.
BY_THEN = frozenset({KimMilestone.Kind.ATTESTED, KimMilestone.Kind.REGISTERED})


@dataclass(frozen=True)
class Standing:
    """State of a group, since which milestone, and the latest proof of it."""

    state: str
    since: KimMilestone | None
    evidence: KimMilestone | None

    @property
    def label(self) -> str:
        return state_label(self.state)

    @property
    def is_since_at_latest(self) -> bool:
        """True when the first proof only says that the group was there by then."""
        return self.since is not None and self.since.kind in BY_THEN


def standing(milestones: Iterable[KimMilestone], day: dt.date) -> Standing:
    """Read the state on ``day`` from the milestones of one group, given in order of time.

    ``since`` is the first of the unbroken run of milestones that left the group in that state.
    Without any, the state is empty.
    """
    run: list[KimMilestone] = []
    for milestone in milestones:
        if milestone.state and milestone.happened_on <= day:
            run = [*run, milestone] if run and run[-1].state == milestone.state else [milestone]
    if not run:
        return Standing("", None, None)
    return Standing(run[-1].state, run[0], run[-1])
