"""One value of a row as JSON, and back: the field says what it is.

A date is written as far as it is known ("2023-11"); its length is its precision. A time is UTC. A
row that is pointed at is written by its name (tables.key_of).
"""

import datetime as dt
import re
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from awards.exports.tables import key_of
from malangnews.core.dates import Precision, machine_date, period_end

KNOWN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
Plain = str | int | None


class Unreadable(ValueError):
    """A value that its field cannot hold; the words are for whoever wrote the file."""


def has_precision(model: type[models.Model], name: str) -> bool:
    """True for a date beside which stands how exactly it is known."""
    try:
        model._meta.get_field(f"{name}_precision")
    except FieldDoesNotExist:
        return False
    return True


def to_plain(row: models.Model, name: str) -> Plain:
    """Return the value of a field as JSON writes it."""
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if value is None:
        return None
    if field.many_to_one:
        return key_of(value)
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        known = getattr(row, f"{name}_precision", Precision.DAY)
        return machine_date(value, known)
    return value


def from_plain(model: type[models.Model], name: str, value: Any) -> dict[str, Any]:
    """Return what to set on a row for a value of JSON, a reference left out.

    Raises Unreadable for what the field cannot hold.
    """
    field = model._meta.get_field(name)
    if value is None:
        if not field.null:
            raise Unreadable("tidak boleh null")
        return {name: None}
    if isinstance(field, models.DateTimeField):
        return {name: _moment(value)}
    if isinstance(field, models.DateField):
        return _date(name, value, has_precision(model, name))
    if isinstance(field, models.IntegerField):
        if not isinstance(value, int) or isinstance(value, bool):
            raise Unreadable("harus bilangan bulat")
        return {name: value}
    words = text(value)
    if field.choices and words not in (*dict(field.flatchoices), *([""] if field.blank else [])):
        raise Unreadable(f"“{words[:120]}” tidak termasuk pilihannya")
    return {name: words}


def text(value: Any) -> str:
    """Return a text that a database can hold; raises Unreadable for anything else."""
    if not isinstance(value, str):
        raise Unreadable("harus teks")
    if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise Unreadable("memuat huruf yang tidak dapat disimpan")
    return value


def _moment(value: Any) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text(value))
    except ValueError as error:
        raise Unreadable("harus waktu seperti 2023-11-06T01:00:00Z") from error
    if moment.tzinfo is None:
        raise Unreadable("waktu tanpa zona; tulis seperti 2023-11-06T01:00:00Z")
    return moment


def _date(name: str, value: Any, may_be_vague: bool) -> dict[str, Any]:
    known = KNOWN.fullmatch(text(value))
    if not known or (len(known[0]) < 10 and not may_be_vague):
        forms = "2023-11-06, 2023-11, atau 2023" if may_be_vague else "2023-11-06"
        raise Unreadable(f"harus tanggal seperti {forms}")
    precision = PRECISIONS[len(known[0])]
    try:
        day = dt.date(int(known[1]), int(known[2] or 1), int(known[3] or 1))
    except ValueError as error:
        raise Unreadable("tanggal itu tidak ada") from error
    found = {name: period_end(day, precision)}
    return {**found, f"{name}_precision": precision} if may_be_vague else found
