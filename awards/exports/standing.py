"""How the registry stands, in one query: how many awards these are, how fresh, and a tag that
changes with everything that a download shows."""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, Max, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, Greatest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from awards.exports.columns import COLUMNS
from awards.models import (
    Edition,
    Handover,
    Merge,
    Organization,
    OrganizationName,
    Person,
    Programme,
    Work,
)
from awards.querysets import AwardQuerySet
from kim.models import Kelurahan, Kim

# What the columns show of rows that carry no time of their last change. An award, with its
# recipients and sources, and a hand-over carry one; a merge moves what hangs on them.
SHOWN: dict[type[Model], tuple[str, ...]] = {
    Organization: ("name", "abbreviation", "slug"),
    OrganizationName: ("organization_id", "name", "valid_from", "valid_until"),
    Programme: ("name", "abbreviation", "level", "organizer_id"),
    Edition: ("programme_id", "year", "conferred_on", "conferred_on_precision", "place"),
    Edition.co_organizers.through: ("edition_id", "organization_id"),
    Person: ("name", "slug"),
    Work: ("title", "kind"),
    Kim: ("name", "slug", "status", "published_at", "kelurahan_id"),
    Kelurahan: ("name", "slug"),
    Handover: ("status", "published_at", "updated_at"),
    Merge: ("at", "undone_at"),
}
APART = "\x1f"


@dataclass(frozen=True)
class Standing:
    """``changed`` is when one of the awards was last saved or let out, None without any."""

    count: int
    changed: dt.datetime | None
    tag: str


def standing(awards: AwardQuerySet) -> Standing:
    """Return how ``awards`` stand. The small tables are read, of the awards only a total."""
    latest = Max(Greatest(F("updated_at"), F("published_at")))
    total = (
        awards.order_by()
        .annotate(table=_text(""))
        .values("table")
        .annotate(number=Count("pk"), words=Cast(latest, TextField()))
        .values_list("table", "number", "words")
    )
    others = [_rows(model, names) for model, names in SHOWN.items()]
    rows = sorted(total.union(*others, all=True))
    told = [[column.name for column in COLUMNS], timezone.localdate(), rows]
    digest = hashlib.sha256(repr(told).encode()).hexdigest()[:32]
    first = next((row for row in rows if not row[0]), ("", 0, None))
    return Standing(first[1], _moment(first[2]), f'W/"{digest}"')


def _rows(model: type[Model], names: tuple[str, ...]) -> QuerySet:
    parts = []
    for name in names:
        parts += [Coalesce(Cast(name, TextField()), _text("")), _text(APART)]
    return (
        model._base_manager.order_by()
        .annotate(
            table=_text(model._meta.db_table),
            number=Cast("pk", IntegerField()),
            words=Concat(*parts, output_field=TextField()),
        )
        .values_list("table", "number", "words")
    )


def _text(words: str) -> Value:
    return Value(words, output_field=TextField())


def _moment(text: str | None) -> dt.datetime | None:
    """Read a time as a database casts it to text; SQLite leaves out that it is UTC."""
    moment = parse_datetime(text) if text else None
    return moment.replace(tzinfo=dt.UTC) if moment and moment.tzinfo is None else moment
