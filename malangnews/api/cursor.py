"""Pages of a long list by the place where one left off, not by counting rows.

A cursor holds the values of the row at the edge of a page. Rows that come or go meanwhile neither
shift nor repeat the others, and the last page costs what the first does.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet

#: A cursor as it can be at all: what it says, and our signature under it.
PATTERN = r"^[A-Za-z0-9_-]{4,500}\.[A-Za-z0-9_-]{43}$"


class LostCursorError(LookupError):
    """A cursor that this list never gave out."""


@dataclass(frozen=True)
class Slice:
    """The rows of one page, and the cursors of its neighbours ("" for none)."""

    rows: list[Model]
    following: str
    preceding: str


def slice_of(rows: QuerySet, keys: tuple[str, ...], cursor: str, size: int, name: str) -> Slice:
    """Return ``size`` of ``rows`` from ``cursor`` on ("" is the beginning), in one query.

    ``keys`` order the rows and name exactly one ("-published_at", "-pk"); ``name`` is that of the
    list. Raises LostCursorError.
    """
    signer = Signer(salt=f"malangnews.api.{name}", sep=".")
    is_backward, values = _read(signer, rows.model, keys, cursor) if cursor else (False, None)
    order = tuple(map(_turned, keys)) if is_backward else keys
    if values is not None:
        rows = rows.filter(_beyond(order, values))
    found = list(rows.order_by(*order)[: size + 1])
    has_more, found = len(found) > size, found[:size]
    if is_backward:
        found.reverse()
    if not found:
        return Slice([], "", "")
    # A cursor was given out beside a row, so that row's side of the page is not empty.
    has_after, has_before = (True, has_more) if is_backward else (has_more, values is not None)
    after = _write(signer, keys, found[-1], False) if has_after else ""
    before = _write(signer, keys, found[0], True) if has_before else ""
    return Slice(found, after, before)


def _turned(key: str) -> str:
    return key[1:] if key.startswith("-") else f"-{key}"


def _beyond(order: tuple[str, ...], values: list[Any]) -> Q:
    """What comes after a row of these values, in this order."""
    found, same = Q(), Q()
    for key, value in zip(order, values, strict=True):
        name, side = key.removeprefix("-"), "lt" if key.startswith("-") else "gt"
        found |= same & Q(**{f"{name}__{side}": value})
        same &= Q(**{name: value})
    # Said by itself, the first key lets a database go straight to the place in its index.
    first, side = order[0].removeprefix("-"), "lte" if order[0].startswith("-") else "gte"
    return Q(**{f"{first}__{side}": values[0]}) & found


def _write(signer: Signer, keys: tuple[str, ...], row: Model, is_backward: bool) -> str:
    values = [getattr(row, key.removeprefix("-")) for key in keys]
    plain = [value.isoformat() if isinstance(value, dt.date) else value for value in values]
    return signer.sign_object([int(is_backward), *plain])


def _read(signer: Signer, model: type[Model], keys: tuple[str, ...], cursor: str) -> tuple:
    try:
        is_backward, *values = signer.unsign_object(cursor)
    except BadSignature as error:
        raise LostCursorError(cursor) from error
    names = [key.removeprefix("-") for key in keys]
    fields = [model._meta.pk if name == "pk" else model._meta.get_field(name) for name in names]
    return bool(is_backward), [
        field.to_python(value) for field, value in zip(fields, values, strict=True)
    ]
