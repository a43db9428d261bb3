"""CSV as people have it: UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab."""

import codecs
import csv
import io
import re

from kim.intake.sheets import Gathering, Sheet, Unreadable

DELIMITERS = ",;\t"
# A first line by which Excel is told the delimiter.
TOLD = re.compile(r"sep=(.)\r?\n", re.I)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
GUESSED = (
    "Berkas ini bukan UTF-8 dan dibaca sebagai Windows-1252. Periksa huruf seperti é dan tanda "
    "kutip pada pratinjau."
)


def read_csv(content: bytes) -> Sheet:
    """Return the rows of a CSV file; raises Unreadable, in plain words, for anything else."""
    text, guessed = _decode(content)
    if CONTROL.search(text):
        raise Unreadable("Berkas itu bukan CSV: isinya bukan teks. Simpan sebagai CSV atau XLSX.")
    gathering = Gathering()
    if guessed:
        gathering.notes.append(GUESSED)
    told = TOLD.match(text)
    if told:
        text = text[told.end() :]
        gathering.number += 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, told))
    try:
        for cells in reader:
            if not gathering.take(cells):
                break
    except csv.Error as error:
        where = f"Baris {gathering.number + 1}"
        raise Unreadable(
            f"{where} tidak dapat dibaca sebagai CSV. Periksa tanda kutipnya."
        ) from error
    return gathering.sheet()


def _decode(content: bytes) -> tuple[str, bool]:
    """Return the text, and whether its encoding had to be guessed."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), False
        except UnicodeDecodeError as error:
            raise Unreadable("Berkas itu rusak: teks UTF-16 yang terpotong.") from error
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), True
    except UnicodeDecodeError as error:
        raise Unreadable("Berkas itu bukan teks. Simpan sebagai CSV UTF-8 atau XLSX.") from error


def _delimiter(text: str, told: re.Match | None) -> str:
    """Return what was told, else what makes the most columns of the headings."""
    if told and told[1] in DELIMITERS:
        return told[1]
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=first.count)
