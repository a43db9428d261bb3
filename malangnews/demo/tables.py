"""Reads the fact tables in data/: one noun a file, every row with the source it came from."""

import csv
import datetime as dt
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.utils import timezone

FOLDER = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of data/<name>.csv, as text; what is not known is empty."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> dt.date | None:
    """Return the date of "2023-11-06", or None of an empty cell."""
    return dt.date.fromisoformat(text) if text else None


def number(text: str) -> int | None:
    """Return the whole number in a cell, or None of an empty one."""
    return int(text) if text else None


def moment(text: str) -> dt.datetime:
    """Return the time in Malang of "2023-11-06 10.00"."""
    return timezone.make_aware(dt.datetime.strptime(text, "%Y-%m-%d %H.%M"))  # noqa: DTZ007


def as_lines(text: str) -> str:
    """Put the parts of a cell like "one|two" on lines of their own."""
    return text.replace("|", "\n")


def publisher(url: str) -> str:
    """Return who publishes the page at ``url``, or "" when there is no address.

    Raises KeyError for a host that data/publishers.csv does not name.
    """
    host = urlsplit(url).netloc.removeprefix("www.")
    return _publishers()[host] if host else ""


@cache
def _publishers() -> dict[str, str]:
    return {row["host"]: row["publisher"] for row in rows("publishers")}
