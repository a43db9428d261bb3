"""The day that a reader asks the atlas about: /kim/?pada=2022-12-07."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from malangnews.core.dates import format_date, parse_day


@dataclass(frozen=True)
class AskedDay:
    """The day to show, and what to tell a reader who cannot have the day asked for."""

    day: dt.date
    today: dt.date
    notice: str = ""

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def query(self) -> str:
        """What asks any address of the atlas for this day: "?pada=2022-12-07", "" for today."""
        return "" if self.is_today else f"?pada={self.day.isoformat()}"


def asked_day(text: str, today: dt.date) -> AskedDay:
    """Read ``?pada=``: empty means today; nonsense and the future give today and a notice."""
    text = text.strip()
    if not text:
        return AskedDay(today, today)
    day = parse_day(text)
    if day is None:
        notice = (
            "Tanggal yang diminta tidak terbaca. Tulis tahun-bulan-tanggal, misalnya 2022-12-07."
        )
    elif day > today:
        notice = f"{format_date(day)} belum tiba, jadi belum ada yang dapat dicatat."
    else:
        return AskedDay(day, today)
    return AskedDay(today, today, f"{notice} Yang tampil adalah keadaan hari ini.")


def year_links(years: list[int], asked: AskedDay) -> list[dict]:
    """Return the chips of the atlas: the last day of every past year with a step, and today."""
    ends = [dt.date(year, 12, 31) for year in years if year < asked.today.year]
    chips = [
        {"label": str(end.year), "url": day_address(end), "selected": end == asked.day}
        for end in ends
    ]
    today = {"label": "Hari ini", "url": reverse("kim:kim_list"), "selected": asked.is_today}
    return [*chips, today]


@dataclass(frozen=True)
class Walk:
    """The days on which the atlas changes, and the ones before and after the day shown."""

    days: tuple[dt.date, ...]
    before: dt.date | None
    after: dt.date | None

    @property
    def before_url(self) -> str:
        return day_address(self.before) if self.before else ""

    @property
    def after_url(self) -> str:
        return day_address(self.after) if self.after else ""

    @property
    def words(self) -> str:
        """The days as one attribute: "2014-03-12 2020-01-14"."""
        return " ".join(day.isoformat() for day in self.days)


def walk_of(days: Iterable[dt.date], asked: AskedDay) -> Walk:
    """Return the walk through ``days`` (ascending) and today, as it stands on the day asked for."""
    stops = [day for day in days if day < asked.today] + [asked.today]
    before = [day for day in stops if day < asked.day]
    after = [day for day in stops if day > asked.day]
    return Walk(tuple(stops), before[-1] if before else None, after[0] if after else None)


def day_address(day: dt.date) -> str:
    """Return the address of the atlas on a day."""
    return f"{reverse('kim:kim_list')}?pada={day.isoformat()}"
