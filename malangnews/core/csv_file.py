"""A table as CSV: RFC 4180, UTF-8 with a byte order mark, no cell that a sheet would compute."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from malangnews.core.dates import machine_date


@dataclass(frozen=True)
class Day:
    """A date with its precision. As text it claims no more than is known: 2023-11."""

    day: dt.date
    precision: str

    def __str__(self) -> str:
        return machine_date(self.day, self.precision)


Cell = str | int | Day | dt.datetime | list[str] | None

# Where a spreadsheet would begin to compute: at the start of a cell, and after what begins a new
# cell for a sheet that was told another delimiter.
FORMULA = re.compile(
    r"^(?=\s*[=+\-@＝＋－＠]|[\t\r\n])|(?<=[;\t\r\n])(?=[^\S\t\r\n]*[=+\-@＝＋－＠])"
)
BOM = "\ufeff"


def defuse(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before what begins one."""
    return FORMULA.sub("'", text)


class _Echo:
    """A file that gives back what is written to it."""

    @staticmethod
    def write(text: str) -> str:
        return text


def csv_lines(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield the file line by line: the ``names`` of the columns, then each row."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    yield (BOM + writer.writerow(names)).encode()
    for row in rows:
        yield writer.writerow([defuse(as_text(cell)) for cell in row]).encode()


def as_text(cell: Cell) -> str:
    """Return a cell as text: "" for nothing, ISO dates, the parts of a list joined with "; "."""
    if cell is None:
        return ""
    if isinstance(cell, list):
        return "; ".join(cell) if any(cell) else ""
    if isinstance(cell, dt.datetime):
        return timezone.localtime(cell).isoformat(timespec="seconds")
    return str(cell)
