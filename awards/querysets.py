"""Every question about many awards and what hangs on them."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from awards.certificates import loose
from malangnews.core.querysets import PublishableQuerySet

# First place in words of any kind. A first "harapan" or one star is no first place.
FIRST_SCHEMES = ("terbaik", "juara", "peringkat", "medal")
FIRST_PLACE = Q(rank_scheme="overall") | Q(rank_scheme__in=FIRST_SCHEMES, rank_order=1)
SEARCHED = (
    "category",
    "participant_class",
    "rank_label",
    "edition__theme",
    "edition__programme__name",
    "edition__programme__abbreviation",
    "edition__programme__aliases",
    "work__title",
)
SEARCHED_RECIPIENT = (
    "detail",
    "organization__name",
    "organization__abbreviation",
    "kim__name",
    "kelurahan__name",
    "person__name",
)


class AwardQuerySet(PublishableQuerySet):
    def in_year(self, year: int) -> Self:
        """Awards of the edition of that year."""
        return self.filter(edition__year=year)

    def at_level(self, level: str) -> Self:
        return self.filter(edition__programme__level=level)

    def won_by_kim(self) -> Self:
        return self.won_by("kim")

    def won_by(self, kind: str) -> Self:
        """Awards with a recipient of that kind: organization, kim, kelurahan or person."""
        return self._with_recipient(Q(**{f"{kind}__isnull": False}))

    def received_by(self, target: models.Model) -> Self:
        """Awards of one organisation, KIM, kelurahan or person, each once."""
        return self._with_recipient(Q(**{target._meta.model_name: target}))

    def first_placed(self) -> Self:
        """First places, first medals and overall winners."""
        return self.filter(FIRST_PLACE)

    def ranked(self, scheme: str, order: int | None = None) -> Self:
        """Awards of a rank scheme, of one place in it when ``order`` is given."""
        rows = self.filter(rank_scheme=scheme)
        return rows if order is None else rows.filter(rank_order=order)

    def with_certificate(self, number: str) -> Self:
        """Awards whose certificate bears this number, however it is spaced; none for ""."""
        key = loose(number)
        return self.filter(certificate_key=key) if key else self.none()

    def unconfirmed(self) -> Self:
        """Awards whose facts somebody changed and nobody else has checked since."""
        return self.filter(recorded_by__isnull=False, confirmed_at=None)

    def matching(self, words: list[str]) -> Self:
        """Awards that hold every word, in any case, in their own or their recipients' names."""
        rows = self
        for word in words:
            found = _any_contains(SEARCHED, word)
            found |= Q(Exists(self._recipients().filter(_any_contains(SEARCHED_RECIPIENT, word))))
            if len(word) == 4 and word.isascii() and word.isdigit():
                found |= Q(edition__year=int(word))
            rows = rows.filter(found)
        return rows

    def newest_first(self) -> Self:
        """By edition year and day of conferment, then by programme and place."""
        return self.order_by(
            "-edition__year",
            Coalesce("conferred_on", "edition__conferred_on").desc(nulls_last=True),
            "edition__programme__name",
            *self._by_place(),
        )

    def best_first(self) -> Self:
        """As the results of one edition are read."""
        return self.order_by(*self._by_place())

    def latest_published(self) -> Self:
        """By the time of publication here, for feeds."""
        return self.order_by("-published_at", "-pk")

    def for_card(self) -> Self:
        """With edition, programme and recipients: two queries, however many rows."""
        recipient = self.model._meta.get_field("recipients").related_model
        return self.select_related("edition__programme__organizer", "work").prefetch_related(
            Prefetch("recipients", recipient.objects.named())
        )

    def for_page(self) -> Self:
        """With all that an award's own page shows, its hand-overs and stories excepted."""
        return (
            self.for_card()
            .select_related("certificate")
            .prefetch_related(
                "sources",
                "edition__programme__organizer__names",
                "edition__co_organizers__names",
            )
        )

    def counted_by_year(self) -> models.QuerySet:
        """Return {edition__year, count} of every year with awards, newest first."""
        return self.order_by("-edition__year").values("edition__year").annotate(count=Count("pk"))

    def stories(self) -> models.QuerySet:
        """The public stories that tell of these awards, newest first, each once."""
        article = self.model._meta.get_field("articles").related_model
        telling = article.objects.filter(awards__in=self.order_by().values("pk"))
        return (
            article.objects.published()
            .filter(pk__in=telling.values("pk"))
            .newest_first()
            .for_card()
        )

    def _recipients(self) -> models.QuerySet:
        recipient = self.model._meta.get_field("recipients").related_model
        return recipient.objects.filter(award=OuterRef("pk"))

    def _with_recipient(self, condition: Q) -> Self:
        """By EXISTS and not by a join: an award with two such recipients stays one row."""
        return self.filter(Exists(self._recipients().filter(condition)))

    @staticmethod
    def _by_place() -> list:
        return [F("rank_order").asc(nulls_last=True), "category", "pk"]


def _any_contains(fields: tuple[str, ...], word: str) -> Q:
    return Q(*((f"{field}__icontains", word) for field in fields), _connector=Q.OR)


class RecipientQuerySet(models.QuerySet):
    def named(self) -> Self:
        """With everything that a recipient's name and address need."""
        return self.select_related("organization", "kim__kelurahan", "kelurahan", "person")


class _WithPublishedAwards(models.QuerySet):
    """Rows that are public because a public award names them, on one of ``award_paths``."""

    award_paths: tuple[str, ...] = ()

    def published(self, at: dt.datetime | None = None) -> Self:
        """What a published award points at."""
        ways = (
            Exists(self._awards(at).filter(**{path: OuterRef("pk")})) for path in self.award_paths
        )
        return self.filter(Q(*ways, _connector=Q.OR))

    def with_last_change(self) -> Self:
        """Annotate ``last_change``: when the latest saved public award of the row was saved."""
        ways = Q(*((path, OuterRef("pk")) for path in self.award_paths), _connector=Q.OR)
        latest = self._awards().filter(ways).order_by("-updated_at")
        return self.annotate(last_change=Subquery(latest.values("updated_at")[:1]))

    def _awards(self, at: dt.datetime | None = None) -> AwardQuerySet:
        from_app = self.model._meta.apps
        return from_app.get_model("awards", "Award").objects.published(at)


class ProgrammeQuerySet(_WithPublishedAwards):
    award_paths = ("edition__programme",)

    def with_award_count(self) -> Self:
        """Annotate ``award_count``, the public awards of each programme."""
        public = Q(editions__awards__in=self._awards())
        return self.annotate(award_count=Count("editions__awards", filter=public, distinct=True))


class EditionQuerySet(_WithPublishedAwards):
    award_paths = ("edition",)

    def for_card(self) -> Self:
        return self.select_related("programme__organizer")

    def for_page(self) -> Self:
        """With every name that its organisers have borne."""
        return self.for_card().prefetch_related(
            "programme__organizer__names", "co_organizers__names"
        )


class WorkQuerySet(_WithPublishedAwards):
    award_paths = ("work",)


class PersonQuerySet(_WithPublishedAwards):
    award_paths = ("recipients__person",)


class OrganizationQuerySet(_WithPublishedAwards):
    """Organisations that hold, give or co-organise a published award."""

    award_paths = (
        "recipients__organization",
        "edition__programme__organizer",
        "edition__co_organizers",
    )
