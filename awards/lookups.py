"""Rows that an address of the registry's list names: programmes, organisers, recipients and so on.

All names of an address are looked up in one query. What is not public is not found; what was merged
is found by its former address too.
"""

from collections.abc import Callable

from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    Expression,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce, Concat, NullIf

from awards.models import Award, FormerAddress, Programme, Recipient
from kim.models import Kelurahan

# Kinds of recipient as readers write them in an address; the field names are understood too.
KIND_WORDS = {
    "organization": "lembaga",
    "kim": "kim",
    "kelurahan": "kelurahan",
    "person": "orang",
}
# No name is longer; what is longer need not be looked up.
LONGEST_VALUE = 250
ROW = ("key", "now", "shown")

# Each row that an address names, by filter: its key, its value as addresses say it now, its name.
Found = dict[str, tuple[int, str, str]]


def look_up(asked: dict[str, str]) -> Found:
    """Return the rows that the address names, by filter; one query, none when it names none.

    ``asked`` are the values of the address by filter.
    """
    parts = []
    for name, rows_named in ROWS.items():
        text = asked.get(name, "")
        rows = rows_named(text) if 0 < len(text) <= LONGEST_VALUE else None
        if rows is not None:
            which = Value(name, output_field=CharField())
            parts.append(rows.order_by().annotate(which=which).values_list("which", *ROW))
    if not parts:
        return {}
    found = {}
    for name, key, slug, shown in parts[0].union(*parts[1:]):
        if name not in found or asked[name].endswith(slug):
            found[name] = (key, slug, shown)
    return found


def shown_name(kind: str) -> Expression:
    """Return the expression that names a recipient of that kind as a whole."""
    if kind == "organization":
        return Coalesce(NullIf("abbreviation", Value("")), "name")
    return Concat(Value("Kelurahan "), "name") if kind == "kelurahan" else F("name")


def recipient_rows(kind: str) -> QuerySet:
    """Return everybody of that kind, with ``key``, ``now`` (the slug) and ``shown``."""
    model = Recipient._meta.get_field(kind).related_model
    return model.objects.annotate(key=F("pk"), now=F("slug"), shown=shown_name(kind))


def kind_of(text: str) -> str:
    """Return the kind of recipient that a word means, empty for none: "lembaga" -> organization."""
    return next((kind for kind, word in KIND_WORDS.items() if text in (kind, word)), "")


def _at(kind: str, slug: str) -> Q:
    """The row of that kind whose address that is, or was before a merge."""
    former = FormerAddress.objects.filter(kind=kind, address=slug).order_by()
    return Q(slug=slug) | Q(pk__in=former.values("leads_to"))


def _programmes(text: str) -> QuerySet:
    rows = Programme.objects.published().filter(_at("programme", text))
    return rows.annotate(key=F("pk"), now=F("slug"), shown=F("name"))


def _organizers(text: str) -> QuerySet:
    return recipient_rows("organization").filter(_at("organization", text)).organizing()


def _recipients(text: str) -> QuerySet | None:
    """Only who received a public award: names of the others are nobody's business yet."""
    word, _, slug = text.partition("-")
    kind = kind_of(word)
    if not kind:
        return None
    received = Recipient.objects.filter(
        award__in=Award.objects.published().order_by().values("pk"), **{kind: OuterRef("pk")}
    )
    return recipient_rows(kind).filter(Exists(received)).filter(_at(kind, slug))


def _kelurahan(text: str) -> QuerySet:
    rows = Kelurahan.objects.filter(slug=text)
    return rows.annotate(key=F("pk"), now=F("slug"), shown=F("name"))


def _categories(text: str) -> QuerySet:
    key = Value(0, output_field=BigIntegerField())
    rows = Award.objects.published().filter(category=text)
    return rows.annotate(key=key, now=F("category"), shown=F("category")).distinct()


ROWS: dict[str, Callable[[str], QuerySet | None]] = {
    "penyelenggara": _organizers,
    "ajang": _programmes,
    "penerima": _recipients,
    "kategori": _categories,
    "kelurahan": _kelurahan,
}
