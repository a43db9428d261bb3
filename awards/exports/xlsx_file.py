"""Awards as a workbook: the sheet of data, and a sheet that explains it.

Rows go to a file on disk as they are read, so that memory does not grow with them. Every text is
written as text: nothing that stands in a cell is ever computed or becomes a link.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import IO

from django.utils import timezone
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from awards.exports.about import About, codes
from awards.exports.columns import COLUMNS, KINDS
from malangnews.core.csv_file import Cell, Day, as_text
from malangnews.core.dates import Precision

DATA, DICTIONARY = "Penghargaan", "Kamus"
# What a cell can hold, and what the XML of a workbook cannot.
LONGEST = 32767
CUT = " … (dipotong; selengkapnya dalam CSV atau JSON)"
IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WIDTHS = {"bilangan": 8, "tanggal": 13, "waktu": 17}
# A spreadsheet has no day before this one.
FIRST_DAY = dt.date(1900, 3, 1)


def write_xlsx(rows: Iterable[list[Cell]], about: About, file: IO[bytes]) -> None:
    """Write the workbook to ``file``, which is open for writing."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": True,
    }
    book = Workbook(file, options)
    book.set_properties({"title": about.title, "created": timezone.localtime(about.as_of)})
    head = book.add_format({"bold": True, "bottom": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    time = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
    sheet = book.add_worksheet(DATA)
    sheet.freeze_panes(1, 0)
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, WIDTHS.get(column.kind, 24))
    _texts(sheet, 0, [column.name for column in COLUMNS], head)
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, day, time)
    sheet.autofilter(0, 0, about.count, len(COLUMNS) - 1)
    _explain(book.add_worksheet(DICTIONARY), about, head)
    book.close()


def _write(sheet: Worksheet, row: int, place: int, cell: Cell, day: Format, time: Format) -> None:
    """Write one cell: a real date only for what is known by the day, else text."""
    if isinstance(cell, dt.datetime):
        sheet.write_datetime(row, place, timezone.make_naive(cell).replace(microsecond=0), time)
    elif isinstance(cell, Day) and cell.precision == Precision.DAY and cell.day >= FIRST_DAY:
        sheet.write_datetime(row, place, dt.datetime.combine(cell.day, dt.time()), day)
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell)
    elif text := as_text(cell):
        sheet.write_string(row, place, _fitting(text))


def _explain(sheet: Worksheet, about: About, head: Format) -> None:
    """Write the second sheet: what the file is, each column, each kind, each code."""
    for place, width in enumerate((26, 12, 80, 36, 44)):
        sheet.set_column(place, place, width)
    lines: list[tuple[list[str], Format | None]] = [
        *(([name, "", words], None) for name, words in about.facts()),
        ([], None),
        (["Kolom", "Tipe", "Arti", "Contoh", "Dari mana"], head),
        *(([c.name, c.kind, c.meaning, c.example, c.origin], None) for c in COLUMNS),
        ([], None),
        (["Tipe", "", "Arti"], head),
        *(([kind, "", words], None) for kind, words in KINDS.items()),
    ]
    for column, meanings in codes().items():
        lines += [([], None), ([f"Sandi {column}", "", "Arti"], head)]
        lines += [([code, "", words], None) for code, words in meanings.items()]
    for number, (texts, style) in enumerate(lines):
        _texts(sheet, number, texts, style)


def _texts(sheet: Worksheet, row: int, texts: list[str], style: Format | None) -> None:
    for place, text in enumerate(texts):
        if text:
            sheet.write_string(row, place, _fitting(text), style)


def _fitting(text: str) -> str:
    """Return text that a cell can hold; what is cut off says so."""
    text = IMPOSSIBLE.sub("\ufffd", text)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
