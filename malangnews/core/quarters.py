"""Quarters of a year: how the office plans and reports."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from malangnews.core.dates import MONTHS, Precision, period_end

KEY = re.compile(r"(\d{4})-([1-4])", re.ASCII)
ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months, in the calendar of Malang."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the quarter that ``day`` falls in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read a quarter as an address writes it, "2026-4"; anything else gives None."""
        match = KEY.fullmatch(text)
        if not match or not 1900 <= int(match[1]) < 3000:
            return None
        return cls(int(match[1]), int(match[2]))

    @property
    def key(self) -> str:
        """As an address writes it: "2026-4"."""
        return f"{self.year}-{self.number}"

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> dt.date:
        return period_end(dt.date(self.year, self.number * 3, 1), Precision.MONTH)

    @property
    def months(self) -> str:
        """Its months in words: "Oktober–Desember 2026"."""
        first, last = MONTHS[self.number * 3 - 3], MONTHS[self.number * 3 - 1]
        return f"{first}–{last} {self.year}"

    @property
    def before(self) -> Self:
        """The quarter before this one."""
        return type(self).of(self.first - dt.timedelta(days=1))

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"Triwulan {ROMAN[self.number - 1]} {self.year}"


def quarters(first: dt.date, last: dt.date) -> list[Quarter]:
    """Return the quarters from the one of ``first`` to that of ``last``, the newest first."""
    found = [Quarter.of(last)]
    while found[-1] > Quarter.of(first):
        found.append(found[-1].before)
    return found
