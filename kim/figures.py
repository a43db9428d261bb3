"""What officials stated, beside what is on record here for the same day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kim.models import StatedKimFigure
from kim.timeline import Timeline


@dataclass(frozen=True)
class Compared:
    """A stated figure and the number of groups on record for its day."""

    figure: StatedKimFigure
    recorded: int

    @property
    def gap(self) -> str:
        """How far apart they are: "22–26", "3", or "" when the record lies within what was said."""
        low, high = self.figure.value_min - self.recorded, self.figure.value_max - self.recorded
        if low <= 0 <= high:
            return ""
        near, far = sorted((abs(low), abs(high)))
        return str(near) if near == far else f"{near}–{far}"

    @property
    def is_short(self) -> bool:
        """True when fewer are on record than were stated."""
        return self.recorded < self.figure.value_min


def compare_nearest(
    figures: Iterable[StatedKimFigure], day: dt.date, history: Timeline
) -> Compared | None:
    """Return the stated figure whose day is nearest to ``day`` beside the count of its own day.

    Of two as near, the one that comes first; None without figures.
    """
    figure = min(figures, key=lambda figure: abs(figure.as_of - day), default=None)
    return figure and Compared(figure, history.formed_on(figure.as_of))
