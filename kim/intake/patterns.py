"""Files to begin with: the headings of a table and one example."""

import io

import xlsxwriter

from kim.intake.columns import Table
from malangnews.core.csv_file import csv_lines

WIDTH = 22
LONGEST_WIDTH = 60


def as_csv(table: Table) -> bytes:
    """Return the headings and the example as CSV."""
    names = [column.key for column in table.columns]
    return b"".join(csv_lines(names, [[column.example for column in table.columns]]))


def as_xlsx(table: Table) -> bytes:
    """Return the same as XLSX, its cells as text: no program turns a number or date round."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        text = book.add_format({"num_format": "@"})
        heading = book.add_format({"bold": True, "num_format": "@"})
        sheet = book.add_worksheet(table.label)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            width = min(max(WIDTH, len(column.example)), LONGEST_WIDTH)
            sheet.set_column(index, index, width, text)
            sheet.write_string(0, index, column.key, heading)
            if column.example:
                sheet.write_string(1, index, column.example, text)
    return file.getvalue()


WRITERS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
