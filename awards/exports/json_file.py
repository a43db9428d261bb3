"""Awards as JSON: ``{"meta": {...}, "awards": [...]}``, an award a line, written as it is read."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from awards.exports.about import About, moment
from awards.exports.columns import COLUMNS
from malangnews.core.csv_file import Cell, Day


def json_lines(rows: Iterable[list[Cell]], about: About) -> Iterator[bytes]:
    """Yield the file part by part; a file that was broken off is no valid JSON."""
    yield f'{{"meta":{dump(about.meta())},\n"awards":['.encode()
    joint = "\n"
    for row in rows:
        named = zip(COLUMNS, row, strict=True)
        yield (joint + dump({column.name: _plain(cell) for column, cell in named})).encode()
        joint = ",\n"
    yield b"\n]}\n"


def dump(value: object) -> str:
    """Return JSON as the portal writes it: on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(cell: Cell) -> str | int | list[str] | None:
    if isinstance(cell, dt.datetime):
        return moment(cell)
    return str(cell) if isinstance(cell, Day) else cell
