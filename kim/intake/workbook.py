"""XLSX: the first sheet that is shown, its values only. Read row by row, by openpyxl."""

import datetime as dt
import io
import zipfile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from kim.intake.sheets import MOST_COLUMNS, Gathering, Sheet, Unreadable

ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
LARGEST_UNPACKED = 6 * 1024 * 1024  # a few seconds at the worst
MOST_PARTS = 300
BROKEN = "Berkas XLSX itu rusak atau bukan XLSX. Buka dengan Excel, lalu simpan lagi."


def read_workbook(content: bytes) -> Sheet:
    """Return the rows of an XLSX file; raises Unreadable, in plain words, for anything else.

    Formulas are refused by name of their cell: what they show is not in the file for certain.
    """
    _look_inside(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        try:
            return _read(book)
        finally:
            book.close()
    except Unreadable:
        raise
    except Exception as error:
        # A broken file breaks openpyxl in as many ways as there are files: KeyError, TypeError,
        # errors of XML and ZIP. Of the content nothing has been taken then.
        raise Unreadable(BROKEN) from error


def _look_inside(content: bytes) -> None:
    """Refuse what would unpack to too much, macros, and other formats in a ZIP."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except Exception as error:
        raise Unreadable(BROKEN) from error
    names = {part.filename.lower() for part in parts}
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise Unreadable("Isi berkas itu terlalu besar. Salin tabelnya saja ke berkas baru.")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable("Berkas itu berisi makro. Simpan sebagai XLSX biasa tanpa makro.")
    if "mimetype" in names:
        raise Unreadable("Berkas itu bukan XLSX. Simpan sebagai XLSX atau CSV.")


def _read(book) -> Sheet:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not shown:
        raise Unreadable("Tidak ada lembar yang tampak dalam berkas itu.")
    gathering = Gathering()
    if len(shown) > 1:
        gathering.notes.append(f"Yang dibaca hanya lembar pertama, “{shown[0].title}”.")
    shown[0].reset_dimensions()
    # One column more than may be, so that too many are noticed.
    for cells in shown[0].iter_rows(max_col=MOST_COLUMNS + 1):
        if not gathering.take([_text(cell, gathering.number + 1) for cell in cells]):
            break
    return gathering.sheet()


def _text(cell, row: int) -> str:
    """Return what a cell holds as text: dates as ISO, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        where = f"{get_column_letter(cell.column)}{row}"
        raise Unreadable(
            f"Sel {where} berisi rumus. Salin kolomnya, tempel sebagai nilai, lalu simpan."
        )
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
