"""What saving a row of the file would write, and the same in words for the preview."""

import datetime as dt

from django.db.models import Model

from kim.intake.columns import TABLES, Column, Holds
from kim.intake.report import Change, Line, Write
from kim.models import Kim, KimMember, KimMilestone, Potential
from kim.months import Dated
from malangnews.core.dates import format_date

# The milestone on a row of the table of KIM has the columns of the table of milestones.
COLUMNS_OF = {
    Kim: TABLES["kim"].of(Kim),
    KimMilestone: TABLES["tonggak"].columns,
    KimMember: TABLES["pengurus"].columns,
    Potential: TABLES["potensi"].columns,
}


def plan(line: Line, model: type[Model], row: Model | None, values: dict) -> None:
    """Add to the line what makes ``row``, or what of it would change, and tell both in words."""
    write = Write(model, row, {})
    for column in COLUMNS_OF[model]:
        if column.key not in values:
            continue
        value = values[column.key]
        if column.holds == Holds.PLACES:
            stored = list(row.serves.all()) if row else []
            if {place.pk for place in stored} == {place.pk for place in value}:
                continue
            write.many[column.field] = value
        else:
            fields = _fields(column, value)
            stored = {name: _stored(row, name) for name in fields} if row else {}
            if stored == fields:
                continue
            write.fields |= fields
            stored = _unfolded(column, stored) if row else ""
        old = _words(column, stored) if row else ""
        line.changes.append(Change(column.label, old, _words(column, value)))
    line.writes.append(write)


def _fields(column: Column, value) -> dict[str, object]:
    if isinstance(value, Dated):
        return {column.field: value.day, f"{column.field}_precision": value.precision}
    return {column.field: value}


def _stored(row: Model, name: str):
    """Return a field of a stored row; a text as a form or a file would give it."""
    value = getattr(row, name)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _unfolded(column: Column, stored: dict):
    """Return the value that ``_fields`` made these of."""
    value = stored[column.field]
    if column.holds != Holds.DAY or value is None:
        return value
    return Dated(value, stored[f"{column.field}_precision"])


def _words(column: Column, value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if column.choices:
        return str(dict(column.choices).get(value, value))
    return "; ".join(str(value).splitlines())
