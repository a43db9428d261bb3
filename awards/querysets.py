"""Every question about many awards and what hangs on them."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce

from awards.certificates import loose
from awards.evidence import HasEvidence
from awards.finding import FIRST_PLACE as FIRST_PLACE
from awards.finding import FIRST_SCHEMES as FIRST_SCHEMES
from awards.finding import Findable
from malangnews.core.querysets import PublishableQuerySet

# As the results of one edition are read, and as the whole registry is.
IN_EDITION = (F("rank_order").asc(nulls_last=True), "category", "pk")
CONFERRED = Coalesce("conferred_on", "edition__conferred_on")
NEWEST = (
    "-edition__year",
    CONFERRED.desc(nulls_last=True),
    "edition__programme__name",
    *IN_EDITION,
)


class AwardQuerySet(Findable, HasEvidence, PublishableQuerySet):
    def with_certificate(self, number: str) -> Self:
        """Awards whose certificate bears this number, however it is spaced; none for ""."""
        key = loose(number)
        return self.filter(certificate_key=key) if key else self.none()

    def unconfirmed(self) -> Self:
        """Awards whose facts somebody changed and nobody else has checked since."""
        return self.filter(recorded_by__isnull=False, confirmed_at=None)

    def hidden(self) -> Self:
        """What published() leaves out: few rows, where published ones are many."""
        return self.drafts() | self.in_review() | self.withdrawn() | self.scheduled()

    def newest_first(self) -> Self:
        """By edition year and day of conferment, then by programme and place."""
        return self.order_by(*NEWEST)

    def best_first(self) -> Self:
        """As the results of one edition are read."""
        return self.order_by(*IN_EDITION)

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

    def organizing(self) -> Self:
        """Those that give or help to give a published award."""
        given = Q(edition__programme__organizer=OuterRef("pk"))
        given |= Q(edition__co_organizers=OuterRef("pk"))
        return self.filter(Exists(self._awards().filter(given)))
