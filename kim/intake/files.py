"""From the bytes of an upload to the rows of a table."""

from kim.intake.columns import Table
from kim.intake.csv_text import read_csv
from kim.intake.headings import find_columns
from kim.intake.sheets import LARGEST_FILE, Sheet, Unreadable
from kim.intake.workbook import OLE, ZIP, read_workbook

Rows = list[tuple[int, dict[str, str]]]


def read_table(table: Table, content: bytes) -> tuple[Rows, list[str]]:
    """Return the rows as (number, text by column), and notes for the editor.

    Raises Unreadable, in plain words, for whatever is no file of this table.
    """
    sheet = _read(content)
    return find_columns(table, sheet), sheet.notes


def _read(content: bytes) -> Sheet:
    if len(content) > LARGEST_FILE:
        raise Unreadable("Berkas itu lebih dari 2 MB. Bagi menjadi beberapa.")
    if not content.strip():
        raise Unreadable("Berkas itu kosong.")
    if content.startswith(OLE):
        raise Unreadable(
            "Berkas itu berformat Excel lama (.xls) atau berkata sandi. Simpan sebagai XLSX."
        )
    return read_workbook(content) if content.startswith(ZIP) else read_csv(content)
