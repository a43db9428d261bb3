"""What the chosen filters leave, counted: three queries however many awards and options.

The count of a value respects every chosen filter but that of its own group. Year, level, organiser
and programme are known of an edition, so one grouped query of editions and ranks holds them all;
kinds, recipients, kelurahan and categories are counted in another.
"""

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import Lower

from awards.filters import FIRST, Filters
from awards.models import Award, Edition
from awards.querysets import FIRST_SCHEMES
from awards.shares import Shares, count_shares
from awards.sorting import Group, Listed, rank_key
from malangnews.core.oneof import OneOf

# Filters that an edition decides, and the one that its ranks decide.
OF_EDITION = ("tahun", "tingkat", "penyelenggara", "ajang")
OF_CELL = (*OF_EDITION, "peringkat")
HOST = ("slug", "abbreviation", "name")


class Rank(NamedTuple):
    """A rank as awards have it."""

    scheme: str
    order: int | None

    @property
    def values(self) -> list[str]:
        """The values of the filter by rank that find it."""
        first = self.scheme == "overall" or (self.scheme in FIRST_SCHEMES and self.order == 1)
        place = [f"{self.scheme}-{self.order}"] if self.order else []
        return [self.scheme, *place] + [FIRST] * first


class Survey:
    """The counts behind one state of the registry's list."""

    def __init__(self, filters: Filters) -> None:
        """Take the filters; nothing is asked of the database until it is needed."""
        self.filters = filters
        # Names of organisers and programmes by filter and value.
        self.names: dict[tuple[str, str], str] = {}

    @cached_property
    def total(self) -> int:
        """How many awards all filters leave."""
        return sum(self._ranks.values())

    def counts(self, name: str) -> Counter[str]:
        """Return how many awards each value of a filter of OF_CELL would leave."""
        found = Counter()
        if name == "peringkat":
            for rank, count in self._ranks_of_any.items():
                for value in rank.values:
                    found[value] += count
            return found
        for edition, count in self._of_chosen_rank.items():
            values = self._editions[edition]
            if self._passes(values, without=name):
                for value in values[name]:
                    found[value] += count
        return found

    def listed(self) -> Listed:
        """Return the awards in their order, for a paginator."""
        awards = self.filters.narrow(Award.objects.published()).for_card()
        return Listed(awards, self.filters.sort, self._groups())

    @cached_property
    def shares(self) -> Shares:
        """The counts by kind, recipient, kelurahan and category; one query."""
        return count_shares(self.filters)

    # Cells

    @cached_property
    def _cells(self) -> list[tuple[int, Rank, int]]:
        """How many awards share edition and rank, whatever is chosen of them."""
        awards = self.filters.narrow(Award.objects.published(), without=OF_CELL).order_by()
        rows = awards.values_list("edition", "rank_scheme", "rank_order").annotate(Count("pk"))
        return [(edition, Rank(scheme, order), count) for edition, scheme, order, count in rows]

    @cached_property
    def _editions(self) -> dict[int, dict[str, set[str]]]:
        """The values that find each edition, by filter; in the order of the programmes' names."""
        keys = {edition for edition, _, _ in self._cells}
        if not keys:
            return {}
        name = "programme__name"
        rows = (
            Edition.objects.filter(OneOf("pk", keys))
            .order_by(Lower(name), name)
            .values_list(
                *("pk", "year", "programme__level", "programme__slug", name),
                *(f"programme__organizer__{field}" for field in HOST),
                *(f"co_organizers__{field}" for field in HOST),
            )
        )
        found = {}
        for key, year, level, slug, programme, *hosts in rows:
            values = found.setdefault(key, {"penyelenggara": set()})
            values |= {"tahun": {str(year)}, "tingkat": {level}, "ajang": {slug}}
            self.names["ajang", slug] = programme
            for host, abbreviation, full in (hosts[:3], hosts[3:]):
                if host:
                    values["penyelenggara"].add(host)
                    self.names["penyelenggara", host] = abbreviation or full
        return found

    def _passes(self, values: dict[str, set[str]], without: str = "") -> bool:
        """Whether the filters by edition find it, but for the one named."""
        return all(
            self.filters.value(name) in values[name]
            for name in OF_EDITION
            if name in self.filters.chosen and name != without
        )

    @cached_property
    def _of_chosen_rank(self) -> Counter[int]:
        """Awards by edition, those of the chosen rank only."""
        chosen, found = self.filters.value("peringkat"), Counter()
        for edition, rank, count in self._cells:
            if not chosen or chosen in rank.values:
                found[edition] += count
        return found

    @cached_property
    def _ranks_of_any(self) -> Counter[Rank]:
        """Awards by rank that the filters by edition leave."""
        passing = {key for key, values in self._editions.items() if self._passes(values)}
        found = Counter()
        for edition, rank, count in self._cells:
            if edition in passing:
                found[rank] += count
        return found

    @cached_property
    def _ranks(self) -> dict[Rank, int]:
        """Awards by rank that all filters leave."""
        chosen = self.filters.value("peringkat")
        return {
            rank: count
            for rank, count in self._ranks_of_any.items()
            if not chosen or chosen in rank.values
        }

    def _groups(self) -> list[Group]:
        """The awards in groups, in the order that is chosen."""
        sort, found = self.filters.sort, Counter()
        if sort.groups == "rank":
            keys = {}
            for rank, count in self._ranks.items():
                key = rank_key(*rank)
                keys[key] = keys.get(key, Q()) | Q(rank_scheme=rank.scheme, rank_order=rank.order)
                found[key] += count
            return [(keys[key], found[key]) for key in sorted(found)]
        for edition, values in self._editions.items():
            if edition in self._of_chosen_rank and self._passes(values):
                (value,) = values["tahun" if sort.groups == "year" else "ajang"]
                found[value] += self._of_chosen_rank[edition]
        if sort.groups == "programme":
            return [(Q(edition__programme__slug=slug), n) for slug, n in found.items()]
        years = sorted(found, reverse=sort.backwards)
        return [(Q(edition__year=int(year)), found[year]) for year in years]
