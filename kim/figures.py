"""What officials stated, beside what is on record here for the same day."""

import datetime as dt
from collections.abc import Iterable, Sequence
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

    @property
    def is_range(self) -> bool:
        return self.figure.value_min != self.figure.value_max

    @property
    def difference(self) -> str:
        """The gap in plain words, said of the record."""
        if not self.gap:
            return "di dalam rentang" if self.is_range else "sama"
        return f"{self.gap} lebih {'sedikit' if self.gap.is_short else 'banyak'}"


def compare(figures: Iterable[StatedKimFigure], history: Timeline) -> list[Compared]:
    """Return every stated figure beside the count of its own day, in the order given."""
    return [Compared(figure, history.formed_on(figure.as_of)) for figure in figures]


def nearest(compared: Sequence[Compared], day: dt.date) -> list[Compared]:
    """Return what was stated for ``day``; when nothing was, for the day nearest to it.

    Of two days as near, the earlier; of one day, all that was stated. Empty without figures.
    """
    days = {one.figure.as_of for one in compared}
    best = min(days, key=lambda other: (abs(other - day), other), default=None)
    return [one for one in compared if one.figure.as_of == best]
