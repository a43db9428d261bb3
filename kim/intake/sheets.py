"""A file as rows of text: which kind it is, and the limits of each."""

import re
import unicodedata
from dataclasses import dataclass, field

LARGEST_FILE = 2 * 1024 * 1024
MOST_ROWS = 2000
MOST_COLUMNS = 60
LONGEST_CELL = 10_000
LONGEST_TEXT = 2_000_000  # letters of all cells together
# So many empty rows one after the other end a sheet: whoever formats a whole column has a million.
EMPTY_ROWS = 1000
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
# Our own downloads write an apostrophe before what a spreadsheet would compute.
DEFUSED = re.compile(r"^'(?=\s*[=+\-@])")


class Unreadable(Exception):
    """The file cannot be read; the words say why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """Rows of text with their numbers as a spreadsheet shows them, the first being the headings."""

    rows: list[tuple[int, list[str]]]
    notes: list[str] = field(default_factory=list)


class Gathering:
    """Takes row after row of a file, leaves out empty ones, and refuses what is too much."""

    def __init__(self):
        self.rows: list[tuple[int, list[str]]] = []
        self.notes: list[str] = []
        self.number = self._empty = self._length = 0

    def take(self, cells: list[str]) -> bool:
        """Take the next row. Returns False when so many were empty that nothing more is read.

        Raises Unreadable for too many rows or columns, or too much text.
        """
        self.number += 1
        cells = [tidy(cell) for cell in cells]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            self._empty += 1
            if self._empty < EMPTY_ROWS:
                return True
            words = f"Pembacaan berhenti di baris {self.number}: {EMPTY_ROWS} baris sebelumnya"
            self.notes.append(f"{words} kosong.")
            return False
        self._empty = 0
        self._measure(cells)
        self.rows.append((self.number, cells))
        return True

    def sheet(self) -> Sheet:
        """Return what was gathered; Unreadable when it is less than headings and a row."""
        if not self.rows:
            raise Unreadable("Berkas itu kosong.")
        if len(self.rows) < 2:
            raise Unreadable("Hanya ada satu baris. Baris pertama judul kolom, lalu isinya.")
        return Sheet(self.rows, self.notes)

    def _measure(self, cells: list[str]) -> None:
        where = f"Baris {self.number}"
        if len(cells) > MOST_COLUMNS:
            raise Unreadable(f"{where} berisi lebih dari {MOST_COLUMNS} kolom.")
        if len(self.rows) > MOST_ROWS:
            raise Unreadable(f"Lebih dari {MOST_ROWS} baris. Bagi berkasnya menjadi beberapa.")
        if max(map(len, cells)) > LONGEST_CELL:
            raise Unreadable(f"{where} berisi sel dengan lebih dari {LONGEST_CELL} huruf.")
        self._length += sum(map(len, cells))
        if self._length > LONGEST_TEXT:
            raise Unreadable("Isinya terlalu banyak. Bagi berkasnya menjadi beberapa.")


def tidy(text: str) -> str:
    """Return a cell's text in one spelling (NFC), without unseen signs and spaces around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()
    return DEFUSED.sub("", text)
