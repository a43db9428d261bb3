"""The registry as one JSON file for another portal: every table, a record a line, row by row.

The same registry gives the same bytes: nothing in the file tells when or where it was written.
"""

from collections.abc import Iterator

from django.db.models import Model, Q, QuerySet

from awards.exports.json_file import dump
from awards.exports.rows import PART
from awards.exports.tables import FORMAT, TABLES, Part, Table, key_of
from awards.exports.values import to_plain
from awards.models import Award, StatedAwardFigure
from kim.models import Kim

Record = dict[str, object]


def exchange_lines(everything: bool = False) -> Iterator[str]:
    """Yield the file part by part: what the public may see, or every row when ``everything``."""
    scope = "semua" if everything else "terbit"
    yield f'{{\n"format": {dump(FORMAT)},\n"scope": {dump(scope)}'
    for table in TABLES:
        yield f',\n"{table.name}": ['
        joint = "\n"
        rows = table.loaded(_rows(table.model, everything), everything)
        for row in rows.iterator(chunk_size=PART):
            yield joint + dump(record_of(table, row, everything))
            joint = ",\n"
        yield "\n]"
    yield "\n}\n"


def record_of(table: Table, row: Model, everything: bool = True) -> Record:
    """Return a loaded row as a record; unless ``everything``, only what its page shows."""
    record: Record = {"number": row.pk}
    record |= {name: to_plain(row, name) for name in table.fields}
    record |= {name: sorted(map(key_of, getattr(row, name).all())) for name in table.many}
    record |= {part.relation: _parts(part, row) for part in table.parts}
    if not everything and table.on_page and not row.is_public:
        record |= {name: [] if isinstance(record[name], list) else "" for name in table.on_page}
    return record


def _parts(part: Part, row: Model) -> list[Record]:
    return [
        {name: to_plain(one, name) for name in part.fields}
        for one in getattr(row, part.relation).all()
    ]


def _rows(model: type[Model], everything: bool) -> QuerySet:
    """Return the rows of a table that go into the file."""
    rows = model._default_manager.all()
    if model is Kim:
        awards = Award.objects.all() if everything else Award.objects.published()
        return rows.filter(pk__in=_received(awards))
    if everything or model is StatedAwardFigure:
        return rows
    return rows.published()


def _received(awards: QuerySet) -> QuerySet:
    """Return the keys of the KIM that received one of these awards."""
    through = Award._meta.get_field("recipients").related_model
    named = Q(award__in=awards.order_by().values("pk"), kim__isnull=False)
    return through.objects.filter(named).order_by().values("kim")
