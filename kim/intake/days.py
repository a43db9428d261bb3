"""Dates as people write them, with how exactly they are known; impossible ones are told why."""

import datetime as dt
import re

from kim.months import Dated, has_begun
from malangnews.core.dates import MONTHS, Precision, period_end

EARLIEST, LATEST = 1990, 2099
SHORT = {
    **{name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{name.casefold(): number for number, name in enumerate(MONTHS, 1)},
    "agu": 8,
    "agt": 8,
    "ags": 8,
    "agust": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
    "pebruari": 2,
    "peb": 2,
}
ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T]00:00(?::00)?)?", re.ASCII)
NUMBERS = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})", re.ASCII)
WORDS = re.compile(r"(?:(\d{1,2})\s+)?([a-z]+)\.?\s+(\d{4})", re.ASCII | re.I)
YEAR = re.compile(r"\d{4}", re.ASCII)
SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}", re.ASCII)
HOW = "Tulis seperti 14/01/2020, Januari 2020, atau 2020"


def read_day(text: str) -> Dated:
    """Read a date, of a month or year its last day; ValueError with the words for the editor.

    Understands 2020, 2020-03, 2020-03-14, 03/2020, 14/03/2020, 14 Maret 2020 and Maret 2020.
    """
    text = " ".join(text.split())
    if YEAR.fullmatch(text):
        return _dated(int(text), None, None)
    if match := ISO.fullmatch(text):
        return _dated(*match.groups())
    if match := NUMBERS.fullmatch(text):
        return _dated(*reversed(match.groups()))
    if match := WORDS.fullmatch(text):
        month = SHORT.get(match[2].casefold())
        if month is None:
            raise ValueError(f"“{match[2]}” bukan nama bulan")
        return _dated(match[3], month, match[1])
    if SHORT_YEAR.fullmatch(text):
        raise ValueError("Tulis tahunnya dengan empat angka")
    raise ValueError(f"“{text[:40]}” bukan tanggal. {HOW}")


def read_past(text: str, today: dt.date) -> Dated:
    """Read the date of something that has happened; ValueError too for a day still to come."""
    dated = read_day(text)
    if not has_begun(dated.day, dated.precision, today):
        raise ValueError(f"{dated} belum tiba")
    return dated


def read_exact(text: str, today: dt.date) -> dt.date:
    """Read a past date that must be known by its day; ValueError for anything less."""
    dated = read_past(text, today)
    if dated.precision != Precision.DAY:
        raise ValueError("Tulis tanggal lengkap: tanggal, bulan, dan tahun")
    return dated.day


def _dated(year, month, day) -> Dated:
    year, month, day = int(year), int(month or 0) or None, day and int(day)
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"Tahun {year} tidak mungkin: harus antara {EARLIEST} dan {LATEST}")
    if month is None and day is None:
        return Dated(dt.date(year, 12, 31), Precision.YEAR)
    if month is None or not 1 <= month <= 12:
        raise ValueError(f"Bulan {month or 0} tidak ada. Urutannya tanggal, bulan, tahun")
    if day is None:
        return Dated(period_end(dt.date(year, month, 1), Precision.MONTH), Precision.MONTH)
    try:
        return Dated(dt.date(year, month, day))
    except ValueError:
        raise ValueError(f"{day} {MONTHS[month - 1]} {year} tidak ada di kalender") from None
