"""Tables that this room gives away: columns by name, as CSV and as JSON. Nothing else goes out."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from malangnews.core.csv_file import Cell, csv_lines


@dataclass(frozen=True)
class Column:
    """A column that may go out: its name, what it means, and how it is read.

    ``read`` takes a row, the day that was asked for, and the address of the site without a slash
    at its end.
    """

    name: str
    meaning: str
    read: Callable[[Any, dt.date, str], Cell]


def as_csv(columns: Sequence[Column], rows: Iterable[Any], on: dt.date, site: str) -> bytes:
    """Return the rows as a CSV file; ``on`` and ``site`` are what the columns read."""
    cells = ([column.read(row, on, site) for column in columns] for row in rows)
    return b"".join(csv_lines([column.name for column in columns], cells))


def as_json(
    columns: Sequence[Column],
    rows: Iterable[Any],
    on: dt.date,
    site: str,
    *,
    name: str,
    title: str,
    about: Mapping[str, object],
) -> str:
    """Return the rows as JSON: ``{"meta": {...}, name: [...]}``, with licence and columns.

    ``about`` is what else the meta says. The same rows give the same text: nothing tells when it
    was written.
    """
    licence = settings.OPEN_DATA_LICENCE
    meta = {
        "title": title,
        "licence": {"name": licence["name"], "url": licence["url"], "terms": licence["terms"]},
        **about,
        "columns": {column.name: column.meaning for column in columns},
    }
    found = [{column.name: column.read(row, on, site) for column in columns} for row in rows]
    return json.dumps({"meta": meta, name: found}, ensure_ascii=False, indent=1) + "\n"
