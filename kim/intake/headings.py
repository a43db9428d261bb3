"""The first row of a file: which column is which."""

from kim.intake.columns import Column, Table
from kim.intake.sheets import Sheet, Unreadable
from kim.intake.spelling import Names, bare

# Headings under which people keep numbers of identity. The portal has no place for them.
IDENTITY = {"nik", "noktp", "nomorktp", "ktp", "nokk", "nomorkk", "kk", "nomorinduk"}
IDENTITY |= {"nomoridentitas", "noidentitas", "nip", "sim", "nosim", "paspor", "npwp"}


def find_columns(table: Table, sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Return the rows below the headings as (number, text by column).

    Raises Unreadable, with every fault of the headings in its words.
    """
    places: dict[int, Column] = {}
    faults = []
    width = max(len(cells) for _, cells in sheet.rows)
    headings = sheet.rows[0][1]
    headings = headings + [""] * (width - len(headings))
    for index, heading in enumerate(headings):
        column = _column(table, heading)
        if column in places.values():
            faults.append(f"Kolom “{column.key}” ada dua kali.")
        elif column is not None:
            places[index] = column
        elif bare(heading) in IDENTITY:
            faults.append(f"Hapus kolom “{heading[:40]}”: portal tidak menyimpan nomor identitas.")
        elif heading:
            faults.append(_unknown(table, heading))
        elif stray := [n for n, cells in sheet.rows[1:] if index < len(cells) and cells[index]]:
            faults.append(f"Baris {stray[0]} berisi sel di kolom tanpa judul.")
    missing = [column for column in table.columns if column.required]
    missing = [column.key for column in missing if column not in places.values()]
    faults += [f"Kolom “{key}” tidak ada." for key in missing]
    if faults:
        raise Unreadable(" ".join(faults))
    return [
        (number, {column.key: cells[at] for at, column in places.items() if at < len(cells)})
        for number, cells in sheet.rows[1:]
    ]


def _column(table: Table, heading: str) -> Column | None:
    asked = bare(heading)
    for column in table.columns:
        if asked and asked in {bare(name) for name in (column.key, *column.also)}:
            return column
    return None


def _unknown(table: Table, heading: str) -> str:
    near = Names(column.key for column in table.columns).nearest(heading)
    hint = f": mungkin “{near}”?" if near else "; hapus atau ganti judulnya."
    return f"Kolom “{heading[:40]}” tidak dikenal{hint}"
