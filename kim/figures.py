"""What officials stated, beside what is on record here for the same day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kim.models import StatedKimFigure
from kim.timeline import Timeline
from malangnews.core.gaps import Gap


@dataclass(frozen=True)
class Compared:
    """A stated figure and the number of groups on record for its day."""

    figure: StatedKimFigure
    recorded: int

    @property
    def gap(self) -> Gap:
        return Gap(self.recorded, self.figure.value_min, self.figure.value_max)


def compare_nearest(
    figures: Iterable[StatedKimFigure], day: dt.date, history: Timeline
) -> Compared | None:
    """Return the stated figure whose day is nearest to ``day`` beside the count of its own day.

    Of two as near, the one that comes first; None without figures.
    """
    figure = min(figures, key=lambda figure: abs(figure.as_of - day), default=None)
    return figure and Compared(figure, history.formed_on(figure.as_of))
