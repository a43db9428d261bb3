"""The orders in which the registry's list can be read.

Each order begins with something that whole groups of awards share: the year, the place, the
programme. Where the counts of the groups are known, a page is looked for only in the groups that
it touches, and not sorted out of the whole registry.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Lower

from awards.querysets import CONFERRED, FIRST_SCHEMES, IN_EDITION, NEWEST, AwardQuerySet

PROGRAMME = "edition__programme__name"

# Which awards a group holds, and how many they are.
Group = tuple[Q, int]

# From the best down: overall winners, places, honourable mentions, stars, classes, nominees.
CLASSES = {
    "overall": 0,
    **dict.fromkeys(FIRST_SCHEMES, 1),
    "harapan": 2,
    "stars": 3,
    "predikat": 4,
    "tier": 4,
    "nominator": 5,
}
LAST_CLASS = 6
NO_PLACE = 99_999


@dataclass(frozen=True)
class Sort:
    """One order: its value in an address (empty for the usual one), its name, its columns."""

    value: str
    label: str
    columns: tuple
    # Of what the groups are: "year", "rank" or "programme"; and whether they stand backwards.
    groups: str
    backwards: bool = False


DEFAULT = Sort("", "Terbaru", NEWEST, "year", backwards=True)
SORTS = {
    sort.value: sort
    for sort in (
        DEFAULT,
        Sort(
            "terlama",
            "Terlama",
            ("edition__year", CONFERRED.asc(nulls_last=True), PROGRAMME, *IN_EDITION),
            "year",
        ),
        Sort(
            "peringkat",
            "Peringkat terbaik",
            (
                Case(
                    *(When(rank_scheme=scheme, then=Value(n)) for scheme, n in CLASSES.items()),
                    default=Value(LAST_CLASS),
                    output_field=IntegerField(),
                ),
                Case(
                    When(rank_order=None, then=Value(NO_PLACE)),
                    When(rank_scheme="stars", then=-F("rank_order")),
                    default=F("rank_order"),
                    output_field=IntegerField(),
                ),
                *NEWEST,
            ),
            "rank",
        ),
        Sort(
            "nama",
            "Nama ajang",
            (Lower(PROGRAMME), PROGRAMME, *NEWEST),
            "programme",
        ),
    )
}


def rank_key(scheme: str, order: int | None) -> tuple[int, int]:
    """Return where a rank stands in the order "peringkat", as its columns say it."""
    place = NO_PLACE if order is None else -order if scheme == "stars" else order
    return CLASSES.get(scheme, LAST_CLASS), place


class Listed:
    """The awards of a list in order, for a paginator: counted already, fetched page by page."""

    def __init__(self, awards: AwardQuerySet, sort: Sort, groups: Iterable[Group]) -> None:
        """Take the awards, and the groups in the order of ``sort`` with their counts."""
        self.awards = awards.order_by(*sort.columns)
        self.groups = list(groups)
        self.ordered = True

    def count(self) -> int:
        """Return how many there are, without a query."""
        return sum(count for _, count in self.groups)

    def __getitem__(self, wanted: slice) -> AwardQuerySet:
        start, touched, passed = wanted.start or 0, Q(), 0
        stop = self.count() if wanted.stop is None else wanted.stop
        skipped = 0
        for condition, count in self.groups:
            if passed + count <= start:
                skipped += count
            elif passed < stop:
                touched |= condition
            passed += count
        if not touched:
            return self.awards.none()
        return self.awards.filter(touched)[start - skipped : stop - skipped]
