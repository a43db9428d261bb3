"""Dates that are known by the day, the month or the year, and how they are written.

One rule for the whole portal: a date known only by month or year is stored as the LAST day of
that period. A fact known as "in 2006" is certain on 31 December 2006 and not before, so counts
"on a date" never claim more than the sources say.
"""

import calendar
import datetime as dt
import re

from django.db import models

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
)
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", "tanggal"
    MONTH = "month", "bulan"
    YEAR = "year", "tahun"


def format_date(value: dt.date | None, precision: str = Precision.DAY) -> str:
    """Return ``value`` as Indonesian words: "6 November 2023", "November 2023" or "2023".

    An empty date gives an empty string.
    """
    if value is None:
        return ""
    if precision == Precision.YEAR:
        return str(value.year)
    month = f"{MONTHS[value.month - 1]} {value.year}"
    return month if precision == Precision.MONTH else f"{value.day} {month}"


def format_weekday(value: dt.date) -> str:
    """Return "Senin, 6 November 2023"."""
    return f"{DAYS[value.weekday()]}, {format_date(value)}"


def machine_date(value: dt.date | None, precision: str = Precision.DAY) -> str:
    """Return the value for a ``<time datetime>`` attribute: "2023-11-06", "2023-11" or "2023"."""
    if value is None:
        return ""
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision, 10)
    return value.isoformat()[:length]


def period_end(value: dt.date, precision: str) -> dt.date:
    """Return the last day of the day, month or year that ``value`` falls in."""
    if precision == Precision.YEAR:
        return value.replace(month=12, day=31)
    if precision == Precision.MONTH:
        return value.replace(day=calendar.monthrange(value.year, value.month)[1])
    return value


def parse_day(text: str) -> dt.date | None:
    """Read a strict ISO day ("2022-12-07"); anything else gives None.

    Only ASCII digits count and the year must lie between 1900 and 2999, so that no address can
    reach the edges of what a database can store.
    """
    match = ISO_DAY.fullmatch(text)
    if not match or not 1900 <= int(match[1]) < 3000:
        return None
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        return None


def precision_field() -> models.CharField:
    """Return the field that stands beside a date and says how exactly it is known."""
    return models.CharField(
        "ketelitian",
        max_length=5,
        choices=Precision,
        default=Precision.DAY,
        help_text="Pilih “bulan” atau “tahun” bila tanggal persisnya tidak diketahui.",
    )


def settle_dates(instance: models.Model, *names: str) -> None:
    """Move the named dates of ``instance`` to the end of the period that they are known by."""
    for name in names:
        value = instance._meta.get_field(name).to_python(getattr(instance, name))
        if value is not None:
            value = period_end(value, getattr(instance, f"{name}_precision"))
        setattr(instance, name, value)
