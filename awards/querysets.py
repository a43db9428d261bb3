"""Every question about many awards and what hangs on them."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from malangnews.core.querysets import PublishableQuerySet


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
        recipient = self.model._meta.get_field("recipients").related_model
        return self.filter(
            Exists(recipient.objects.filter(award=OuterRef("pk"), **{f"{kind}__isnull": False}))
        )

    def newest_first(self) -> Self:
        return self.order_by("-edition__year", "-conferred_on", "rank_order", "pk")

    def for_card(self) -> Self:
        """With edition, programme and recipients: three queries, however many rows."""
        recipient = self.model._meta.get_field("recipients").related_model
        return self.select_related("edition__programme__organizer", "work").prefetch_related(
            Prefetch("recipients", recipient.objects.named())
        )


class RecipientQuerySet(models.QuerySet):
    def named(self) -> Self:
        """With everything that a recipient's name and address need."""
        return self.select_related("organization", "kim__kelurahan", "kelurahan", "person")


class _WithPublishedAwards(models.QuerySet):
    """Rows that are public because a public award names them."""

    award_path = ""

    def _of_awards(self, at: dt.datetime | None, path: str) -> Q:
        award = self._award_model()
        return Q(Exists(award.objects.published(at).filter(**{path: OuterRef("pk")})))

    def _award_model(self) -> type[models.Model]:
        from_app = self.model._meta.apps
        return from_app.get_model("awards", "Award")

    def published(self, at: dt.datetime | None = None) -> Self:
        """What a published award points at."""
        return self.filter(self._of_awards(at, self.award_path))


class ProgrammeQuerySet(_WithPublishedAwards):
    award_path = "edition__programme"


class EditionQuerySet(_WithPublishedAwards):
    award_path = "edition"

    def for_card(self) -> Self:
        return self.select_related("programme__organizer")


class WorkQuerySet(_WithPublishedAwards):
    award_path = "work"


class PersonQuerySet(_WithPublishedAwards):
    award_path = "recipients__person"


class OrganizationQuerySet(_WithPublishedAwards):
    def published(self, at: dt.datetime | None = None) -> Self:
        """Organisations that hold, gave or co-organised a published award."""
        return self.filter(
            self._of_awards(at, "recipients__organization")
            | self._of_awards(at, "edition__programme__organizer")
            | self._of_awards(at, "edition__co_organizers")
        )
