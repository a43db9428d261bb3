"""Every question about many kelurahan, KIM, milestones and potentials."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from malangnews.core.querysets import PublishableQuerySet


class KimQuerySet(PublishableQuerySet):
    def with_state(self, on: dt.date | None = None) -> Self:
        """Annotate ``state`` as of the day ``on`` (default: today), read from the milestones.

        The latest milestone that changes the state decides; of two on one day, the one that
        stands later in a group's life.
        """
        milestone = self.model._meta.get_field("milestones").related_model
        day = on or timezone.localdate()
        latest = (
            milestone.objects.filter(kim=OuterRef("pk"), happened_on__lte=day)
            .changing_state()
            .order_by("-happened_on", "-step", "-pk")
        )
        return self.annotate(state=Subquery(latest.values("state")[:1]))

    def formed(self, on: dt.date | None = None) -> Self:
        """Groups that exist on that day, active or dormant."""
        return self.with_state(on).filter(state__in=["active", "dormant"])

    def around(self, kelurahan: models.Model) -> Self:
        """Groups that come from a kelurahan or serve it too."""
        return self.filter(Q(kelurahan=kelurahan) | Q(serves=kelurahan)).distinct()

    def for_card(self) -> Self:
        return self.select_related("kelurahan__kecamatan")


class MilestoneQuerySet(models.QuerySet):
    def changing_state(self) -> Self:
        """Without the steps that say nothing about existence (training)."""
        return self.exclude(state="")

    def in_order(self) -> Self:
        """As they happened; of two on one day, the one that stands later in a life is later."""
        return self.order_by("happened_on", "step", "pk")

    def published(self, at: dt.datetime | None = None) -> Self:
        """Milestones of groups that are public."""
        kim = self.model._meta.get_field("kim").related_model
        return self.filter(kim__in=kim.objects.published(at))


class ConsentedQuerySet(models.QuerySet):
    def published(self, on: dt.date | None = None) -> Self:
        """Those whose recorded consent is in force; of nobody else anything is public."""
        return self.filter(consent_on__lte=on or timezone.localdate(), consent_withdrawn_on=None)

    def open_data(self, on: dt.date | None = None) -> Self:
        """Those who also agreed to be in downloads."""
        return self.published(on).filter(consent_scope="open")


class ActivityQuerySet(models.QuerySet):
    def published(self, at: dt.datetime | None = None) -> Self:
        """Activities of groups that are public."""
        kim = self.model._meta.get_field("kim").related_model
        return self.filter(kim__in=kim.objects.published(at))

    def newest_first(self) -> Self:
        return self.order_by("-happened_on", "-pk")


class ContributorQuerySet(models.QuerySet):
    def active(self) -> Self:
        """Those who may write now: not ended, and their account not closed."""
        return self.filter(ended_at=None, user__is_active=True)

    def with_last_story(self) -> Self:
        """Annotate ``last_story_title`` and ``last_story_at``: of what she last wrote for it."""
        kim = self.model._meta.get_field("kim").related_model
        story = kim._meta.get_field("sent").related_model
        own = story.objects.filter(sent_by=OuterRef("kim"), created_by=OuterRef("user"))
        last = own.order_by("-updated_at", "-pk")
        return self.annotate(
            last_story_title=Subquery(last.values("title")[:1]),
            last_story_at=Subquery(last.values("updated_at")[:1]),
        )


class InvitationQuerySet(models.QuerySet):
    def open(self, at: dt.datetime | None = None) -> Self:
        """Invitations that may still be accepted at ``at`` (default: now)."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=at or timezone.now())


class KelurahanQuerySet(models.QuerySet):
    def for_atlas(self, on: dt.date | None = None) -> Self:
        """With kecamatan and the public groups' states on a day, in three queries."""
        kim = self.model._meta.get_field("kims").related_model
        groups = kim.objects.published().with_state(on)
        return self.select_related("kecamatan").prefetch_related(
            Prefetch("kims", groups, to_attr="groups")
        )


class KecamatanQuerySet(models.QuerySet):
    def with_counts(self) -> Self:
        """Annotate ``kelurahan_count``."""
        return self.annotate(kelurahan_count=Count("kelurahan"))


class PotentialQuerySet(PublishableQuerySet):
    def of_kind(self, kind: str) -> Self:
        """Of that kind; an empty kind means all."""
        return self.filter(kind=kind) if kind else self.all()

    def in_kecamatan(self, slug: str) -> Self:
        """Of the kelurahan of that kecamatan; an empty slug means all."""
        return self.filter(kelurahan__kecamatan__slug=slug) if slug else self.all()

    def in_kelurahan(self, slug: str) -> Self:
        """Of that kelurahan; an empty slug means all."""
        return self.filter(kelurahan__slug=slug) if slug else self.all()

    def near(self, potential: models.Model) -> Self:
        """Others of its kelurahan first, then those of the neighbours."""
        here = Q(kelurahan=potential.kelurahan_id)
        rows = self.filter(here | Q(kelurahan__neighbours=potential.kelurahan_id))
        rows = rows.exclude(pk=potential.pk).distinct().annotate(is_here=Q(here))
        return rows.order_by("-is_here", "kelurahan__name", "name")

    def with_story_count(self) -> Self:
        """Annotate ``story_count``: the public stories on each."""
        story = self.model._meta.get_field("articles").related_model
        told = story.objects.published().filter(potentials=OuterRef("pk")).order_by()
        counted = told.values("potentials").annotate(number=Count("pk")).values("number")
        return self.annotate(story_count=Coalesce(Subquery(counted), 0))

    def by_kind(self) -> Self:
        return self.order_by("kind", "name")

    def counted_by(self, path: str) -> dict[str, int]:
        """Return how many rows have each value of a field, values without rows left out."""
        rows = self.order_by().values_list(path).annotate(Count("pk"))
        return dict(rows)

    def for_card(self) -> Self:
        return self.select_related("kelurahan__kecamatan")
