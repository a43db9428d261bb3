"""Numbered series of generated rows: where to go on, in which portions, in which order."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from django.db import connection, models, transaction

BATCH = 2000
Item = TypeVar("Item")


def next_number(rows: models.QuerySet, prefix: str) -> int:
    """Return the number after the last of the series whose slugs begin with ``prefix``."""
    last = rows.filter(slug__regex=rf"^{prefix}\d{{7}}").order_by("slug").last()
    return int(last.slug.removeprefix(prefix)[:7]) + 1 if last else 1


def batches(first: int, count: int) -> Iterator[range]:
    """Part ``count`` numbers from ``first`` on into portions of at most BATCH."""
    end = first + count
    for start in range(first, end, BATCH):
        yield range(start, min(start + BATCH, end))


def told(noun: str, first: int, count: int, make: Callable[[range], None]) -> Iterator[str]:
    """Have ``make`` write each portion in a transaction of its own; yield a line after each."""
    began = time.monotonic()
    for portion in batches(first, count):
        with transaction.atomic():
            make(portion)
        seconds = time.monotonic() - began
        yield f"{noun}: {portion.stop - first} dari {count} ({seconds:.0f} detik)"


def shuffled(items: Iterable[Item], seed: int) -> list[Item]:
    """Return the items in an order that only the seed and their names decide."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{seed} {item}".encode()).digest())


def pick(items: Sequence[Item], number: int) -> Item:
    """Return the item of that number, going round: evenly over all of them."""
    return items[number % len(items)]


def analyze() -> None:
    """Let the database count its tables anew, so that it plans with the new sizes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
