"""The day that a reader asks the atlas about: /kim/?pada=2022-12-07."""

import datetime as dt
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
    address = reverse("kim:kim_list")
    ends = [dt.date(year, 12, 31) for year in years if year < asked.today.year]
    chips = [
        {
            "label": str(end.year),
            "url": f"{address}?pada={end.isoformat()}",
            "selected": end == asked.day,
        }
        for end in ends
    ]
    return [*chips, {"label": "Hari ini", "url": address, "selected": asked.is_today}]
