"""Columns of a table at the desk that plain links sort: ``?urut=hari``, ``?urut=-hari``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column: its words, what it is sorted by, and whether the largest come first at first."""

    key: str
    label: str
    value: Callable[[Any], Any]
    falls: bool = False


def by_key(*columns: Column) -> dict[str, Column]:
    """Return the columns of a table by their keys, in the order given."""
    return {column.key: column for column in columns}


def read_order(text: str, columns: Mapping[str, Column], first: str) -> str:
    """Return the order that an address asks for, ``first`` for none and for nonsense."""
    return text if text.removeprefix("-") in columns else first


def in_order(rows: Iterable, columns: Mapping[str, Column], order: str, name: Callable) -> list:
    """Return the rows in ``order``; those that are equal by ``name``."""
    column = columns[order.removeprefix("-")]
    return sorted(sorted(rows, key=name), key=column.value, reverse=order.startswith("-"))


def headings(
    columns: Mapping[str, Column], order: str, query: Callable[[str], str]
) -> list[dict[str, str]]:
    """Return {key, label, query, sorted} of every column.

    ``query`` makes the part of an address that asks for an order: that of a column that the table
    is sorted by turns it round. ``sorted`` is as aria-sort has it, "" for the other columns.
    """
    found = []
    for column in columns.values():
        up, down = column.key, f"-{column.key}"
        first, second = (down, up) if column.falls else (up, down)
        found.append(
            {
                "key": column.key,
                "label": column.label,
                "query": query(second if order == first else first),
                "sorted": {up: "ascending", down: "descending"}.get(order, ""),
            }
        )
    return found
