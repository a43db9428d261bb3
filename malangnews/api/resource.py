"""What a resource of the API is. Each has a file of its own beside this one."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Field as Column
from django.db.models import QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone
from ninja import Schema

from malangnews.api.asking import Asked
from malangnews.core.csv_file import Cell, Day
from malangnews.core.short import LETTERS, short_code

Item = dict[str, Any]


@dataclass(frozen=True)
class Resource:
    """One kind of open data: ``/api/v1/<name>/`` and, if its rows have a slug, one of them.

    ``rows`` gives what the public may see, with all that ``read`` needs and with ``changed``: when
    the row was last saved, or let out at its time. ``read`` makes items of rows for a site (an
    address without a slash at its end); ``schema`` names what may stand in an item, and what it
    does not name is not answered. ``keys`` is the order of the list.
    """

    name: str
    title: str
    one: str
    about: str
    schema: type[Schema]
    asked: type[Asked]
    rows: Callable[[], QuerySet]
    read: Callable[[list[models.Model], str], Iterable[Item]]
    keys: tuple[str, ...]
    order: str
    has_details: bool = True
    #: Rows that the public saw once, where there are such.
    gone: Callable[[], QuerySet] | None = None
    #: A former slug -> the slug of today, where a row can get another.
    moved: Callable[[str], str | None] | None = None


def last_saved(prefix: str = "") -> Column:
    """Return when a publishable row was last saved, or let out at the time that was planned.

    Who asks for what is new since yesterday also gets what was written before and came out today.
    """
    return Greatest(f"{prefix}updated_at", f"{prefix}published_at")


def head_of(row: models.Model, site: str) -> Item:
    """Return what every item of a row with a slug begins with: id, url, slug and diperbarui."""
    has_code = row._meta.model_name in LETTERS
    return {
        "id": short_code(row) if has_code else str(row.pk),
        "url": site + row.get_absolute_url(),
        "slug": row.slug,
        "diperbarui": moment(row.changed),
    }


def moment(value: dt.datetime | None) -> str | None:
    """Return a time as ISO 8601 in Malang's zone."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else None


def plain(cell: Cell) -> str | int | list[str] | None:
    """Return a cell of a download as JSON has it."""
    if isinstance(cell, dt.datetime):
        return moment(cell)
    return str(cell) if isinstance(cell, Day) else cell
