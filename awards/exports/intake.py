"""Taking in what exchange.py wrote: all of it or nothing, and never over what is there already.

A row that is there already must say the same as the file. In the end every row is written out
again and compared with the file: what was taken in is what was given.
"""

from collections import Counter
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction

from awards.exports.exchange import Record, record_of
from awards.exports.json_file import dump
from awards.exports.reading import Refused, check_file, check_records, place
from awards.exports.rows import PART
from awards.exports.tables import TABLES, Part, Table, key_of, references
from awards.exports.values import Unreadable, from_plain
from kim.models import Kelurahan

Known = dict[type[models.Model], dict[str, models.Model]]


@transaction.atomic
def take_in(data: object) -> dict[str, Counter]:
    """Store an exchange file, as read from JSON. Returns {table: counts of "baru" and "sudah ada"}.

    Raises Refused with every fault of the first table that has one; then nothing is stored.
    """
    tables = check_file(data)
    known: Known = {Kelurahan: {row.code: row for row in Kelurahan.objects.all()}}
    counts = {}
    for table in TABLES:
        records = tables[table.name]
        known[table.model] = present = _present(table)
        counts[table.name] = _take_table(table, records, present, known)
        _compare(table, records)
    _move_sequences()
    return counts


def _present(table: Table) -> dict[str, models.Model]:
    """Return the rows of a table that are there already, by name."""
    rows = table.model._default_manager.select_related(*references(table))
    return {key_of(row): row for row in rows.order_by()}


def _take_table(table: Table, records: list[Record], present: dict, known: Known) -> Counter:
    """Store the records that are not there yet; raises Refused."""
    numbers = {row.pk: key for key, row in present.items()}
    faults, counts = check_records(table, records, numbers), Counter({"baru": 0, "sudah ada": 0})
    if faults:
        raise Refused(faults)
    for index, record in enumerate(records):
        if record["number"] in numbers:
            counts["sudah ada"] += 1
            continue
        try:
            row = _store(table, record, known)
            present[key_of(row)] = row
            counts["baru"] += 1
        except _Faulty as fault:
            faults += [f"{place(table, index, record)}{words}" for words in fault.args[0]]
    if faults:
        raise Refused(faults)
    return counts


class _Faulty(Exception):
    """What is wrong with one record, in lines that begin with the name of the field."""


def _store(table: Table, record: Record, known: Known) -> models.Model:
    row = _saved(table, record, known, {"pk": record["number"]})
    for part in table.parts:
        for index, one in enumerate(record[part.relation]):
            parent = part.model._meta.get_field(_parent(part, table)).name
            try:
                _saved(part, one, known, {parent: row})
            except _Faulty as fault:
                where = f".{part.relation}[{index}]"
                raise _Faulty([f"{where}{words}" for words in fault.args[0]]) from fault
    for name in table.many:
        targets = known[table.model._meta.get_field(name).related_model]
        missing = [key for key in record[name] if key not in targets]
        if missing:
            raise _Faulty([f".{name}: “{key}” tidak ada" for key in missing])
        getattr(row, name).set([targets[key] for key in record[name]])
    lacks = ("sources", "recipients") if getattr(row, "is_released", False) else ()
    empty = [name for name in lacks if name in record and not record[name]]
    if empty:
        raise _Faulty([f".{name}: yang sudah terbit harus mempunyainya" for name in empty])
    return row


def _parent(part: Part, table: Table) -> str:
    return table.model._meta.get_field(part.relation).field.name


def _saved(table: Table | Part, record: Record, known: Known, given: dict) -> models.Model:
    """Make one row of a record and store it, with the times that the record gives."""
    faults, values = [], dict(given)
    targets = set(references(table))
    for name in table.fields:
        try:
            if name in targets and record[name] is not None:
                values[name] = _target(table, name, record[name], known)
            else:
                values |= from_plain(table.model, name, record[name])
        except Unreadable as error:
            faults.append(f".{name}: {error}")
    if faults:
        raise _Faulty(faults)
    row = table.model(**values)
    try:
        row.clean_fields(exclude=targets)
        row.clean()
        _insert(row)
    except ValidationError as error:
        raise _Faulty(list(_words(error))) from error
    times = {name: values[name] for name in ("created_at", "updated_at") if name in values}
    if times:
        table.model._default_manager.filter(pk=row.pk).update(**times)
    return row


def _insert(row: models.Model) -> None:
    """Store a new row. What the database refuses is said in the words of its constraint."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except DatabaseError as error:
        row.full_clean()
        raise ValidationError(
            {"__all__": "tidak dapat disimpan; bertentangan dengan catatan lain"}
        ) from error


def _target(table: Table | Part, name: str, key: object, known: Known) -> models.Model:
    rows = known[table.model._meta.get_field(name).related_model]
    if not isinstance(key, str) or key not in rows:
        raise Unreadable(f"“{str(key)[:120]}” tidak ada")
    return rows[key]


def _words(error: ValidationError) -> Iterator[str]:
    for name, messages in error.message_dict.items():
        where = "" if name == "__all__" else f".{name}"
        yield from (f"{where}: {message}" for message in messages)


def _compare(table: Table, records: list[Record]) -> None:
    """Raise Refused unless every record is what the portal would now write itself."""
    given = {record["number"]: (index, record) for index, record in enumerate(records)}
    faults = []
    rows = table.loaded(table.model._default_manager.all())
    for row in rows.iterator(chunk_size=PART):
        if row.pk not in given:
            continue
        index, record = given[row.pk]
        stored = record_of(table, row)
        faults += [
            f"{place(table, index, record)}.{name}: di berkas {dump(record[name])[:120]}, "
            f"di sini {dump(stored[name])[:120]}"
            for name in stored
            if stored[name] != record[name]
        ]
    if faults:
        raise Refused(faults)


def _move_sequences() -> None:
    """Let the next number follow the highest one, where the database keeps count apart."""
    taken = [table.model for table in TABLES]
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), taken):
            cursor.execute(command)
