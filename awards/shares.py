"""What the chosen filters leave, by recipient and by category: one query however many there are.

An award may have many recipients, so different awards are counted, not recipients.
"""

from collections import Counter
from typing import NamedTuple

from django.db.models import BigIntegerField, CharField, Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from awards.filters import Filters
from awards.models import Award, Recipient

KINDS = Recipient.KINDS
CHARS = CharField()
NO_TEXT = Value("", CHARS)


class Shares(NamedTuple):
    """Awards by kind of recipient, by recipient (kind and key), by kelurahan (key), by category."""

    kinds: Counter[str]
    recipients: Counter[tuple[str, int]]
    kelurahan: Counter[int]
    categories: Counter[str]


def count_shares(filters: Filters) -> Shares:
    """Return the counts; each respects every chosen filter but that of its own group."""
    shares = Shares(Counter(), Counter(), Counter(), Counter())
    parts = [by(filters) for by in (_by_recipient, _by_kind, _by_kelurahan, _by_category)]
    for which, text, *keys, count in parts[0].union(*parts[1:], all=True):
        if which == "jenis":
            shares.kinds.update(dict(zip(KINDS, keys, strict=True)))
        elif which == "penerima":
            kind, key = next((k, n) for k, n in zip(KINDS, keys, strict=True) if n is not None)
            shares.recipients[kind, key] = count
        elif which == "kelurahan":
            shares.kelurahan[keys[0]] = count
        else:
            shares.categories[text] = count
    return shares


def _awards(filters: Filters, without: str) -> QuerySet:
    return filters.narrow(Award.objects.published(), without=(without,)).order_by()


def _recipients(filters: Filters, without: str) -> QuerySet:
    """The recipients of the awards that all filters leave but one.

    Without any filter the awards are too many to be looked up one by one: those that are
    hidden are few.
    """
    rows = Recipient.objects.order_by()
    if filters.chosen.keys() <= {without}:
        return rows.exclude(award__in=Award.objects.hidden().order_by().values("pk"))
    return rows.filter(award__in=_awards(filters, without).values("pk"))


def _by_recipient(filters: Filters) -> QuerySet:
    rows = _recipients(filters, "penerima")
    return _columns(rows, "penerima", NO_TEXT, *KINDS).annotate(n=Count("award", distinct=True))


def _by_kind(filters: Filters) -> QuerySet:
    """One row with a count for each kind: to count them in passing beats to sort them."""
    counts = {
        f"key{number}": Count("award", distinct=True, filter=Q(**{f"{kind}__isnull": False}))
        for number, kind in enumerate(KINDS)
    }
    rows = _recipients(filters, "jenis").annotate(which=Value("jenis", CHARS), text=NO_TEXT)
    return rows.values_list("which", "text").annotate(**counts, n=Count("pk"))


def _by_kelurahan(filters: Filters) -> QuerySet:
    place = Coalesce("kelurahan", "kim__kelurahan")
    rows = _recipients(filters, "kelurahan")
    rows = rows.filter(Q(kelurahan__isnull=False) | Q(kim__isnull=False))
    return _columns(rows, "kelurahan", NO_TEXT, place).annotate(n=Count("award", distinct=True))


def _by_category(filters: Filters) -> QuerySet:
    rows = Award.objects.published()
    if not filters.chosen.keys() <= {"kategori"}:
        # By keys, else SQLite reads the whole index of categories for the sake of its order.
        rows = rows.filter(pk__in=_awards(filters, "kategori").values("pk"))
    rows = rows.exclude(category="").order_by()
    return _columns(rows, "kategori", F("category")).annotate(n=Count("pk"))


def _columns(rows: QuerySet, which: str, text, *keys) -> QuerySet:
    """Give counted rows the columns that all parts of one query share, to be grouped by them."""
    # What is the same in every row must be a plain value: the rows are not to be grouped by it.
    nothing = [Value(None, output_field=BigIntegerField())] * (len(KINDS) - len(keys))
    named = [F(key) if isinstance(key, str) else key for key in keys] + nothing
    columns = {f"key{number}": key for number, key in enumerate(named)}
    which = Value(which, CHARS)
    return rows.annotate(which=which, text=text, **columns).values_list("which", "text", *columns)
