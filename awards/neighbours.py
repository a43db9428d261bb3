"""What stands before and after: an award among the results, an edition among the years."""

from dataclasses import dataclass

from awards.models import Award

# Of the other results an award's page lists so many; the edition's page has them all.
MOST_OTHERS = 10


@dataclass(frozen=True)
class Neighbours:
    """The results around an award, as the results of the edition are read.

    ``others`` holds the best of the rest, ``count`` how many results the edition has in all.
    """

    previous: Award | None
    following: Award | None
    others: list[Award]
    count: int

    @property
    def has_more(self) -> bool:
        """True when the edition has results that are not among ``others``."""
        return self.count > len(self.others) + 1


def neighbours(award: Award) -> Neighbours:
    """Return the public results around ``award`` in three queries, however many there are.

    A draft stands nowhere among them: it has no previous and no following one.
    """
    results = award.edition.awards.published().best_first()
    keys = list(results.values_list("pk", flat=True))
    place = keys.index(award.pk) if award.pk in keys else None
    around = [] if place is None else keys[max(place - 1, 0) : place + 2]
    best = [key for key in keys if key != award.pk][:MOST_OTHERS]
    rows = {row.pk: row for row in results.filter(pk__in={*around, *best}).for_card()}

    def at(number: int) -> Award | None:
        return rows.get(keys[number]) if 0 <= number < len(keys) else None

    return Neighbours(
        previous=None if place is None else at(place - 1),
        following=None if place is None else at(place + 1),
        others=[rows[key] for key in best if key in rows],
        count=len(keys),
    )


def editions_around(chips: list[dict[str, object]]) -> dict[str, dict[str, object] | None]:
    """Return {previous, following} editions of the selected one; ``chips`` are newest first."""
    place = next((n for n, chip in enumerate(chips) if chip["selected"]), None)
    if place is None:
        return {"previous": None, "following": None}
    return {
        "previous": chips[place + 1] if place + 1 < len(chips) else None,
        "following": chips[place - 1] if place else None,
    }
