"""Is this an exchange file, and are its records whole? Nothing here asks the database."""

from awards.exports.exchange import Record
from awards.exports.tables import FORMAT, TABLES, Part, Table

MOST_FAULTS = 50
HIGHEST = 10**18


class Refused(Exception):
    """Why a file was not taken in: one line of Indonesian for every fault, the first 50 of them."""

    def __init__(self, faults: list[str]) -> None:
        more = len(faults) - MOST_FAULTS
        self.faults = faults[:MOST_FAULTS] + ([f"dan {more} kesalahan lain"] if more > 0 else [])
        super().__init__("\n".join(self.faults))


def check_file(data: object) -> dict[str, list[Record]]:
    """Return the records of a file by table; raises Refused when it is no exchange file."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        if isinstance(data, dict) and "meta" in data and "awards" in data:
            raise Refused(
                [
                    "Ini unduhan dari halaman daftar, bukan berkas pertukaran. Buat berkas "
                    "pertukaran dengan: manage.py export_awards --format json"
                ]
            )
        raise Refused([f"Ini bukan berkas pertukaran “{FORMAT}”."])
    names = {"format", "scope", *(table.name for table in TABLES)}
    faults = [f"{name}: tabel tidak ada" for name in sorted(names - data.keys())]
    faults += [f"{name[:60]}: tidak dikenal" for name in sorted(data.keys() - names)]
    faults += [
        f"{table.name}: harus daftar"
        for table in TABLES
        if not isinstance(data.get(table.name, []), list)
    ]
    if faults:
        raise Refused(faults)
    return {table.name: data[table.name] for table in TABLES}


def check_records(table: Table, records: list[Record], numbers: dict[int, str]) -> list[str]:
    """Return what is wrong with the form of a table's records.

    ``numbers`` are the rows that are there already, their names by number.
    """
    faults, seen, named = [], {}, {key: number for number, key in numbers.items()}
    for index, record in enumerate(records):
        wrong = _form(table, record)
        if not wrong:
            number, key = record["number"], _key(table, record)
            if number in seen or key in seen:
                wrong = [": nomor atau alamatnya sudah dipakai di atas, di berkas yang sama"]
            elif number in numbers and numbers[number] != key:
                wrong = [f".number: nomor {number} di sini milik “{numbers[number]}”"]
            elif key in named and named[key] != number:
                wrong = [f".number: di sini “{key}” bernomor {named[key]}, di berkas {number}"]
            seen[number] = seen[key] = index
        faults += [f"{place(table, index, record)}{words}" for words in wrong]
    return faults


def place(table: Table, index: int, record: object) -> str:
    """Return where a record stands, for people: ``awards[3] (amh-2023-terbaik-i)``."""
    name = _key(table, record) if isinstance(record, dict) else ""
    return f"{table.name}[{index}]{f' ({name[:120]})' if name else ''}"


def _key(table: Table, record: Record) -> str:
    """The name of a record as tables.key_of gives it to its row."""
    if "slug" in table.fields:
        return str(record.get("slug", ""))
    if "programme" in table.fields:
        return f"{record.get('programme', '')}/{record.get('year', '')}"
    return str(record.get("number", ""))


def _form(table: Table | Part, record: object) -> list[str]:
    """Return what is missing in a record, what is too much, and what is no list."""
    if not isinstance(record, dict):
        return [": harus objek"]
    parts = table.parts if isinstance(table, Table) else ()
    many = table.many if isinstance(table, Table) else ()
    numbered = {"number"} if isinstance(table, Table) else set()
    names = {*numbered, *table.fields, *many, *(part.relation for part in parts)}
    faults = [f".{name}: tidak ada" for name in sorted(names - record.keys())]
    faults += [f".{name[:60]}: tidak dikenal" for name in sorted(record.keys() - names)]
    if faults:
        return faults
    number = record.get("number", 1)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < HIGHEST:
        faults.append(".number: harus bilangan bulat mulai dari 1")
    for name in many:
        keys = record[name]
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            faults.append(f".{name}: harus daftar teks")
    for part in parts:
        rows = record[part.relation]
        if not isinstance(rows, list):
            faults.append(f".{part.relation}: harus daftar")
            continue
        for index, row in enumerate(rows):
            faults += [f".{part.relation}[{index}]{words}" for words in _form(part, row)]
    return faults
