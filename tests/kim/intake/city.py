"""A file of 57 rows, a KIM for every kelurahan, and nine mistakes to plant in it."""

import csv
import datetime as dt
import io

import xlsxwriter

from kim.models import Kelurahan

HEADINGS = ["Nama KIM", "Kelurahan", "Tonggak", "Tanggal", "Nomor SK", "Sumber", "Alamat sumber"]
HEADINGS += ["Situs web", "Berlaku sampai"]
NAME, PLACE, STEP, DAY, NUMBER, SOURCE, ADDRESS, SITE, UNTIL = range(len(HEADINGS))
# (row in the spreadsheet, column, what is typed, heading blamed, words of the fault)
MISTAKES = [
    (4, PLACE, "Tunjungskar", "kelurahan", "mungkin “Tunjungsekar”?"),
    (9, NAME, "KIM Uji 5", "nama", "Kembar dengan baris 6"),
    (14, DAY, "31/02/2020", "tanggal", "31 Februari 2020 tidak ada di kalender"),
    (20, DAY, "14/01/2999", "tanggal", "Tahun 2999 tidak mungkin"),
    (27, STEP, "Dibentux", "tonggak", "mungkin “Dibentuk”?"),
    (33, SOURCE, "", "sumber", "Tulis buktinya"),
    (40, SITE, "kimuji.id", "situs web", "bukan alamat web; mulai dengan https://"),
    (48, NAME, "KIM " + "panjang " * 20, "nama", "paling banyak 120"),
    (57, UNTIL, "01/01/2019", "berlaku sampai", "berakhir sebelum tanggal tonggaknya"),
]


def table() -> list[list[str]]:
    """The headings and 57 rows without a mistake."""
    rows = [list(HEADINGS)]
    for number, place in enumerate(Kelurahan.objects.order_by("name"), 1):
        row = [f"KIM Uji {number}", place.name, "Dibentuk", "14/01/2020", "", "Portal Kota", ""]
        rows.append([*row, "", ""])
    return rows


def with_mistakes(rows: list[list[str]]) -> list[list[str]]:
    """The same with all nine."""
    rows = [list(row) for row in rows]
    for number, column, typed, *_ in MISTAKES:
        rows[number - 1][column] = typed
    return rows


def as_csv(rows, delimiter=",", encoding="utf-8") -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue().encode(encoding)


def as_xlsx(rows) -> bytes:
    """As people have it: real dates in their cells where the text is one."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        shown = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("KIM")
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                day = _real_day(text) if x == DAY else None
                if day:
                    sheet.write_datetime(y, x, day, shown)
                else:
                    sheet.write_string(y, x, text)
    return file.getvalue()


def _real_day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=None)  # noqa: DTZ007
    except ValueError:
        return None
