"""Dates known by their month or year, whether one has come, and how many months ago."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from malangnews.core.dates import Precision, format_date, period_end


@dataclass(frozen=True)
class Dated:
    """A day as it is known. ``ends`` is what is stored: a month counts from its last day."""

    day: dt.date
    precision: str = Precision.DAY

    @property
    def starts(self) -> dt.date:
        if self.precision == Precision.YEAR:
            return self.day.replace(month=1, day=1)
        return self.day.replace(day=1) if self.precision == Precision.MONTH else self.day

    @property
    def ends(self) -> dt.date:
        return period_end(self.day, self.precision)

    def __str__(self) -> str:
        return format_date(self.day, self.precision)


def begun(today: dt.date, name: str = "happened_on") -> Q:
    """Return what has happened by ``today``, or lies in the month or year of it.

    A date known by its month or year is stored as the last day of it, which may be to come.
    """
    exact = Q(**{f"{name}__lte": today})
    for precision in (Precision.MONTH, Precision.YEAR):
        known_by = {f"{name}_precision": precision, f"{name}__lte": period_end(today, precision)}
        exact |= Q(**known_by)
    return exact


def has_begun(day: dt.date, precision: str, today: dt.date) -> bool:
    """Say the same of one date at hand."""
    return day <= period_end(today, precision)


def months_before(day: dt.date, count: int) -> dt.date:
    """Return the same day ``count`` months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    end = period_end(dt.date(year, month + 1, 1), Precision.MONTH)
    return end.replace(day=min(day.day, end.day))


def months_between(first: dt.date, last: dt.date) -> int:
    """Return the whole months from one day to another, not less than none."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(0, months)


def age_words(months: int) -> str:
    """Return months in words: 54 -> "4 tahun 6 bulan", 0 -> "kurang dari sebulan"."""
    years, rest = divmod(months, 12)
    parts = [f"{years} tahun"] if years else []
    parts += [f"{rest} bulan"] if rest else []
    return " ".join(parts) or "kurang dari sebulan"
