"""The allow-list of the exchange: which tables and fields one portal gives to another.

A row is named by what never changes: its address, the code of a kelurahan, programme and year of
an edition. Its number goes along, because permanent addresses are made of it. Who recorded or
checked a row stays behind, and so do pictures, KIM members, and what only the desk knows.
"""

from dataclasses import dataclass, field

from django.db.models import Model, Prefetch, QuerySet

from awards.models import (
    Award,
    Edition,
    Handover,
    Organization,
    OrganizationName,
    Person,
    Programme,
    Recipient,
    Source,
    StatedAwardFigure,
    Work,
)
from kim.models import Kelurahan, Kim, KimAccount, KimMilestone

FORMAT = "malangnews-penghargaan/1"
STATE = (
    "status",
    "published_at",
    "withdrawn_at",
    "withdrawal_reason",
    "review_note",
    "created_at",
    "updated_at",
)


@dataclass(frozen=True)
class Part:
    """Rows that belong to one row of a table; ``relation`` is their name on it."""

    model: type[Model]
    relation: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table: what stands in a record beside its number, in this order.

    ``many`` are relations to other rows, written as a sorted list of their names. ``on_page`` are
    the fields that the page of a withdrawn row no longer shows.
    """

    name: str
    model: type[Model]
    fields: tuple[str, ...]
    many: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    on_page: frozenset[str] = field(default_factory=frozenset)

    def loaded(self, rows: QuerySet, everything: bool = True) -> QuerySet:
        """Return rows by number, with all that a record needs in a few queries a part.

        Of the rows they point at only what is public, unless ``everything``.
        """
        named = Award.objects.only("slug").order_by()
        loads = {"awards": Prefetch("awards", named if everything else named.published())}
        many = [loads.get(name, name) for name in self.many]
        parts = [
            Prefetch(
                part.relation,
                part.model._default_manager.select_related(*references(part)).order_by("pk"),
            )
            for part in self.parts
        ]
        names = references(self)
        further = ["edition__programme"] if "edition" in names else []
        return rows.select_related(*names, *further).prefetch_related(*many, *parts).order_by("pk")


def references(table: Table | Part) -> list[str]:
    """Return the fields that point at another row."""
    return [name for name in table.fields if table.model._meta.get_field(name).many_to_one]


def key_of(row: Model) -> str:
    """Return the name by which other rows know this one."""
    if isinstance(row, Kelurahan):
        return row.code
    if isinstance(row, Edition):
        return f"{row.programme.slug}/{row.year}"
    return str(row.pk) if isinstance(row, StatedAwardFigure) else row.slug


TABLES = (
    Table(
        "organizations",
        Organization,
        ("slug", "name", "abbreviation", "kind", "website", "about"),
        parts=(
            Part(OrganizationName, "names", ("name", "abbreviation", "valid_from", "valid_until")),
        ),
    ),
    Table(
        "programmes",
        Programme,
        ("slug", "name", "abbreviation", "aliases", "organizer", "level", "about", "website"),
    ),
    Table(
        "editions",
        Edition,
        ("programme", "year", "ordinal", "theme", "conferred_on", "place"),
        many=("co_organizers",),
    ),
    Table("people", Person, ("slug", "name", "known_as")),
    Table("works", Work, ("slug", "title", "kind", "url", "about")),
    Table(
        "kims",
        Kim,
        (
            *("slug", "name", "aliases", "kelurahan", "name_meaning", "about", "website"),
            *("kim_id_url", "public_contact", *STATE),
        ),
        many=("serves",),
        parts=(
            Part(KimAccount, "accounts", ("platform", "url")),
            Part(
                KimMilestone,
                "milestones",
                ("kind", "happened_on", "document_number", "note", "source_name", "source_url"),
            ),
        ),
        on_page=frozenset(
            "aliases name_meaning about website kim_id_url public_contact serves accounts "
            "milestones review_note".split()
        ),
    ),
    Table(
        "awards",
        Award,
        (
            *("slug", "edition", "category", "participant_class", "rank_label", "rank_scheme"),
            *("rank_order", "decided_on", "conferred_on", "work", "certificate_number"),
            *("remarks", "dispute", "confirmed_at", *STATE),
        ),
        parts=(
            Part(
                Recipient,
                "recipients",
                ("organization", "kim", "kelurahan", "person", "detail", "position"),
            ),
            Part(Source, "sources", ("title", "publisher", "url", "published_on", "retrieved_on")),
        ),
    ),
    Table(
        "handovers",
        Handover,
        (
            *("slug", "occasion", "held_on", "place", "presenter", "presenter_office"),
            *("source_name", "source_url", *STATE),
        ),
        many=("awards",),
    ),
    Table(
        "stated_figures",
        StatedAwardFigure,
        (
            *("measure", "year", "level", "value_min", "value_max", "as_of", "stated_by"),
            *("source_name", "source_url"),
        ),
    ),
)
