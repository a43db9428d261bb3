"""Totals of awards, always counted from the records.

The counting rule: an award is one row of the registry. With two recipients it counts once in the
total, once at its level, and once for each KIND of recipient it has. So the figures by level add
up to the total; those by recipient may add up to more. It counts once for each organisation that
held it, co-organisers too, and once for each kelurahan that received it, itself or by its KIM
(survey.py counts these, for the list and for the charts alike).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Q

from awards.models import Award, Edition, Programme, Recipient
from awards.querysets import FIRST_PLACE, FIRST_SCHEMES, AwardQuerySet
from malangnews.core.oneof import OneOf


@dataclass(frozen=True)
class Totals:
    """What a set of awards amounts to.

    ``by_level`` has every value of Programme.Level, ``by_recipient`` every one of Recipient.KINDS,
    zeros included. ``first_ranks`` counts first places, first medals and overall winners;
    ``organizers`` the organisations that held the programmes, co-organisers left out; ``kims`` the
    different KIM among the recipients.
    """

    total: int
    by_level: dict[str, int]
    by_recipient: dict[str, int]
    first_ranks: int
    organizers: int
    kims: int


def totals(awards: AwardQuerySet) -> Totals:
    """Count ``awards`` (any queryset of them, repeats included) in two queries."""
    once = Award.objects.filter(pk__in=awards.order_by().values("pk"))
    row = once.order_by().aggregate(
        total=Count("pk"),
        first_ranks=Count("pk", filter=FIRST_PLACE),
        organizers=Count("edition__programme__organizer", distinct=True),
        **{
            f"level_{level}": Count("pk", filter=Q(edition__programme__level=level))
            for level in Programme.Level.values
        },
    )
    received = Recipient.objects.filter(award__in=once.order_by().values("pk")).aggregate(
        different_kims=Count("kim", distinct=True), **counts_by_kind()
    )
    return Totals(
        total=row["total"],
        by_level={level: row[f"level_{level}"] for level in Programme.Level.values},
        by_recipient={kind: received[f"kind_{kind}"] for kind in Recipient.KINDS},
        first_ranks=row["first_ranks"],
        organizers=row["organizers"],
        kims=received["different_kims"],
    )


def counts_by_kind() -> dict[str, Count]:
    """Return aggregates over recipients, ``kind_kim`` and so on: each kind's different awards."""
    return {
        f"kind_{kind}": Count("award", distinct=True, filter=Q(**{f"{kind}__isnull": False}))
        for kind in Recipient.KINDS
    }


class Cell(NamedTuple):
    """How many awards share edition and rank; year, level and programme are the edition's."""

    year: int
    level: str
    programme: str
    programme_name: str
    scheme: str
    order: int | None
    count: int

    @property
    def is_first(self) -> bool:
        """The same question for the cell as FIRST_PLACE asks of a row."""
        return self.scheme == "overall" or (self.scheme in FIRST_SCHEMES and self.order == 1)


def cells(awards: AwardQuerySet) -> list[Cell]:
    """Count ``awards`` (each once) by edition and rank, in two queries."""
    rows = awards.order_by().values_list("edition", "rank_scheme", "rank_order")
    counted = list(rows.annotate(Count("pk")))
    columns = ("year", "programme__level", "programme__slug", "programme__name")
    found = Edition.objects.filter(OneOf("pk", {edition for edition, *_ in counted})).order_by()
    editions = {pk: facts for pk, *facts in found.values_list("pk", *columns)}
    return [Cell(*editions[edition], *rest) for edition, *rest in counted]


def count_by_year(counted: Iterable[Cell]) -> Counter[int]:
    """Return how many awards the cells hold for each year."""
    counts = Counter()
    for cell in counted:
        counts[cell.year] += cell.count
    return counts
