"""Awards as CSV."""

from collections.abc import Iterable, Iterator

from awards.exports.columns import COLUMNS
from malangnews.core import csv_file
from malangnews.core.csv_file import Cell


def csv_lines(rows: Iterable[list[Cell]]) -> Iterator[bytes]:
    """Yield the file line by line: the names of the columns, then each row."""
    return csv_file.csv_lines([column.name for column in COLUMNS], rows)
