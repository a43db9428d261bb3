"""Finding awards: every condition that a filter of the registry's list can set.

Recipients and words are asked for by keys out of a query of their own and not by joins: an award
with two such recipients stays one row, and the database reads each small table once.
"""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Case, Q, When

from malangnews.core.oneof import OneOf

# First place in words of any kind. A first "harapan" or one star is no first place.
FIRST_SCHEMES = ("terbaik", "juara", "peringkat", "medal")
FIRST_PLACE = Q(rank_scheme="overall") | Q(rank_scheme__in=FIRST_SCHEMES, rank_order=1)
SEARCHED = ("category", "participant_class", "rank_label")
SEARCHED_EDITION = ("theme", "programme__name", "programme__abbreviation", "programme__aliases")
SEARCHED_RECIPIENT = {
    "organization": ("name", "abbreviation"),
    "kim": ("name",),
    "kelurahan": ("name",),
    "person": ("name",),
}


class Findable:
    """For querysets of awards."""

    def in_year(self, year: int) -> Self:
        """Awards of the edition of that year."""
        return self.filter(edition__year=year)

    def at_level(self, level: str) -> Self:
        return self.filter(edition__programme__level=level)

    def won_by_kim(self) -> Self:
        return self.won_by("kim")

    def won_by(self, kind: str, key: int | None = None) -> Self:
        """Awards with a recipient of that kind: organization, kim, kelurahan or person.

        With the ``key`` of a row of that kind, only those that this one received.
        """
        named = Q(**{f"{kind}__isnull": False} if key is None else {kind: key})
        return self.filter(pk__in=self._received(named))

    def received_by(self, target: models.Model) -> Self:
        """Awards of one organisation, KIM, kelurahan or person, each once."""
        return self.won_by(target._meta.model_name, target.pk)

    def in_kelurahan(self, key: int) -> Self:
        """Awards that a kelurahan received, itself or by a KIM whose home it is."""
        kims = self.model._meta.get_field("kims").related_model.objects
        at_home = kims.filter(kelurahan=key).order_by().values("pk")
        return self.filter(pk__in=self._received(Q(kelurahan=key) | Q(kim__in=at_home)))

    def organized_by(self, key: int) -> Self:
        """Awards of programmes that an organisation holds and of editions that it helped hold."""
        held = Q(programme__organizer=key) | Q(co_organizers=key)
        return self.filter(edition__in=self._related("edition", held))

    def among(self, keys: Iterable[int]) -> Self:
        """The awards of these primary keys, however many."""
        return self.filter(OneOf("pk", keys))

    def first_placed(self) -> Self:
        """First places, first medals and overall winners."""
        # Not as a plain condition: SQLite would go through the index of ranks, and from there to
        # every row, where it has a narrower way.
        return self.filter(Case(When(FIRST_PLACE, then=True), default=False))

    def ranked(self, scheme: str, order: int | None = None) -> Self:
        """Awards of a rank scheme, of one place in it when ``order`` is given."""
        rows = self.filter(rank_scheme=scheme)
        return rows if order is None else rows.filter(rank_order=order)

    def matching(self, words: list[str]) -> Self:
        """Awards that hold every word, in any case, in their own or their recipients' names."""
        rows = self
        for word in words:
            found = _any_contains(SEARCHED, word)
            found |= Q(edition__in=self._related("edition", _any_contains(SEARCHED_EDITION, word)))
            found |= Q(work__in=self._related("work", Q(title__icontains=word)))
            found |= Q(pk__in=self._received(self._names(word)))
            if len(word) == 4 and word.isascii() and word.isdigit():
                found |= Q(edition__year=int(word))
            rows = rows.filter(found)
        return rows

    def _names(self, word: str) -> Q:
        """Recipients that hold a word, in the part that the row names or in their own name."""
        recipient = self.model._meta.get_field("recipients").related_model
        found = Q(detail__icontains=word)
        for kind, fields in SEARCHED_RECIPIENT.items():
            model = recipient._meta.get_field(kind).related_model
            named = model.objects.filter(_any_contains(fields, word)).order_by()
            found |= Q(**{f"{kind}__in": named.values("pk")})
        return found

    def _related(self, name: str, condition: Q) -> models.QuerySet:
        """The keys of the rows that satisfy a condition, of a table that awards point at."""
        rows = self.model._meta.get_field(name).related_model.objects
        return rows.filter(condition).order_by().values("pk")

    def _received(self, condition: Q) -> models.QuerySet:
        """The keys of the awards with a recipient that satisfies a condition."""
        rows = self.model._meta.get_field("recipients").related_model.objects
        return rows.filter(condition).order_by().values("award")


def _any_contains(fields: tuple[str, ...], word: str) -> Q:
    return Q(*((f"{field}__icontains", word) for field in fields), _connector=Q.OR)
