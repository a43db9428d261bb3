"""Every question about many articles."""

import datetime as dt
from typing import Self

from django.db import models, transaction
from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce, TruncMonth
from django.utils import timezone

from malangnews.core.querysets import PublishableQuerySet


class ArticleQuerySet(PublishableQuerySet):
    def published(self, at: dt.datetime | None = None) -> Self:
        """What the public may see at ``at`` (default: now): out, and not yet over."""
        now = at or timezone.now()
        return super().published(now).filter(self._not_over(now))

    def scheduled(self, at: dt.datetime | None = None) -> Self:
        """Released, but for a time still to come."""
        now = at or timezone.now()
        return super().scheduled(now).filter(self._not_over(now))

    def expired(self, at: dt.datetime | None = None) -> Self:
        """Published until a time that is over."""
        now = at or timezone.now()
        return super().published(now).filter(published_until__lte=now)

    def gone(self) -> Self:
        """What the public saw and no longer does: withdrawn, or over."""
        return super().gone() | self.expired()

    def seen(self) -> Self:
        """What the public sees or has seen."""
        return self.published() | self.gone()

    @transaction.atomic
    def withdraw(self, reason: str, at: dt.datetime | None = None) -> int:
        """Take stories back; of each that the public has seen, the reason stays as a note."""
        now = at or timezone.now()
        seen = list((self.published(now) | self.expired(now)).values_list("pk", flat=True))
        moved = super().withdraw(reason, now)
        note = self.model._meta.get_field("corrections").related_model
        kind = note.Kind.RETRACTION
        note.objects.bulk_create(
            note(article_id=key, kind=kind, text=reason.strip(), noted_at=now) for key in seen
        )
        return moved

    @staticmethod
    def _not_over(now: dt.datetime) -> Q:
        return Q(published_until=None) | Q(published_until__gt=now)

    def _move(self, state: str, **fields) -> int:
        return super()._move(state, version=F("version") + 1, **fields)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_year(self, year: int) -> Self:
        """Published in that year, by the clock in Malang."""
        return self._between((year, 1), (year + 1, 1))

    def in_month(self, year: int, month: int) -> Self:
        """Published in that month, by the clock in Malang."""
        return self._between((year, month), (year + 1, 1) if month == 12 else (year, month + 1))

    def _between(self, start: tuple[int, int], end: tuple[int, int]) -> Self:
        """From the first of one (year, month) up to the first of another."""
        zone = timezone.get_current_timezone()
        first, last = (dt.datetime(*month, 1, tzinfo=zone) for month in (start, end))
        return self.filter(published_at__gte=first, published_at__lt=last)

    def published_within(self, first: dt.date, last: dt.date) -> Self:
        """Published from the day ``first`` to the day ``last``, by the clock in Malang."""
        zone = timezone.get_current_timezone()
        begin = dt.datetime.combine(first, dt.time.min, tzinfo=zone)
        end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time.min, tzinfo=zone)
        return self.filter(published_at__gte=begin, published_at__lt=end)

    def tagged(self, slug: str) -> Self:
        return self.filter(tags__slug=slug)

    def signed_by(self, initials: str) -> Self:
        """Stories that carry these initials in any role, whoever held them."""
        byline = self.model._meta.get_field("bylines").related_model
        signed = byline.objects.filter(initial__initials=initials)
        return self.filter(pk__in=signed.values("article"))

    def on_or_by(self, kim: models.Model) -> Self:
        """Stories that tell of a KIM, that it sent, or that carry its name in any role."""
        told = self.model.kims.through.objects.filter(kim=kim)
        return self.filter(Q(pk__in=told.values("article")) | self._is_by(kim))

    def by_kim(self, kim: models.Model) -> Self:
        """Stories that a KIM sent, or that carry its name in any role."""
        return self.filter(self._is_by(kim))

    def _is_by(self, kim: models.Model) -> Q:
        byline = self.model._meta.get_field("bylines").related_model
        signed = byline.objects.filter(kim=kim)
        return Q(sent_by=kim) | Q(pk__in=signed.values("article"))

    def of_weekly_rubric(self) -> Self:
        """Stories of the first rubric that comes out every week."""
        rubric = self.model._meta.get_field("rubric").related_model
        return self.filter(rubric=Subquery(rubric.objects.weekly().values("pk")[:1]))

    def related_to(self, article: models.Model) -> Self:
        """Others of the same rubric, or of a kelurahan that ``article`` tells of."""
        places = article.kelurahan.through.objects.filter(article=article).values("kelurahan")
        neighbours = article.kelurahan.through.objects.filter(kelurahan__in=places)
        return self.exclude(pk=article.pk).filter(
            Q(rubric=article.rubric_id) | Q(pk__in=neighbours.values("article"))
        )

    def for_card(self) -> Self:
        """With what a card shows, and without the bodies.

        ``kim_writer`` is the name of the public KIM that wrote it, None where none did.
        """
        byline = self.model._meta.get_field("bylines").related_model
        kim = byline._meta.get_field("kim").related_model
        wrote = byline.objects.filter(article=OuterRef("pk"), role="writer")
        named = wrote.filter(kim__in=kim.objects.published()).values("kim__name")[:1]
        rows = self.select_related("rubric", "lead_photo").defer("body", "body_html")
        return rows.annotate(kim_writer=Subquery(named))

    def for_front(self) -> Self:
        """As a card, with the body that a lead story's reading time is counted from."""
        return self.for_card().defer(None).defer("body")

    def for_feed(self) -> Self:
        """With what a feed entry shows, the rendered body included."""
        return (
            self.newest_first()
            .select_related("rubric", "lead_photo")
            .prefetch_related(self._public_bylines(), "tags")
            .defer("body")
        )

    def for_page(self) -> Self:
        """With all that a story's page shows: nine queries, and only what is public beside it.

        What is linked stands in ``public_awards``, ``public_kims`` and ``public_potentials``.
        """
        award, kim, potential, kelurahan = (
            self.model._meta.get_field(name).related_model.objects
            for name in ("awards", "kims", "potentials", "kelurahan")
        )
        return (
            self.select_related("rubric", "lead_photo")
            .prefetch_related(
                self._public_bylines(),
                "corrections",
                "tags",
                Prefetch("awards", award.published().newest_first().for_card(), "public_awards"),
                Prefetch("kims", kim.published().for_card(), "public_kims"),
                Prefetch("potentials", potential.published().for_card(), "public_potentials"),
                Prefetch("kelurahan", kelurahan.select_related("kecamatan")),
            )
            .defer("body")
        )

    def _public_bylines(self) -> Prefetch:
        """Bylines by initials, and by KIM that are public themselves."""
        byline = self.model._meta.get_field("bylines").related_model
        kim = byline._meta.get_field("kim").related_model
        shown = Q(kim=None) | Q(kim__in=kim.objects.published())
        return Prefetch("bylines", byline.objects.filter(shown).select_related("initial", "kim"))

    def by_month(self) -> models.QuerySet:
        """Return {month, count, latest} of every month with stories, newest first."""
        return (
            self.order_by()
            .annotate(month=TruncMonth("published_at"))
            .values("month")
            .annotate(count=Count("pk"), latest=Max(self._changed()))
            .order_by("-month")
        )

    def by_tag(self) -> models.QuerySet:
        """Return {tags__slug, latest} of every tag that has an address, by slug."""
        return (
            self.order_by()
            .filter(tags__slug__gt="")
            .values("tags__slug")
            .annotate(latest=Max(self._changed()))
            .order_by("tags__slug")
        )

    def last_change(self) -> dt.datetime | None:
        """Return when the youngest of these was published or revised."""
        return self.aggregate(latest=Max(self._changed()))["latest"]

    @staticmethod
    def _changed() -> Coalesce:
        return Coalesce("revised_at", "published_at")


class RubricQuerySet(models.QuerySet):
    def weekly(self) -> Self:
        """Rubrics that come out every week; the first is the one that the portal shows as such."""
        return self.filter(cadence="weekly").order_by("position", "name")

    def with_counts(self, at: dt.datetime | None = None) -> Self:
        """Annotate ``article_count``, the published articles of each rubric."""
        counts = self._published(at).values("rubric").annotate(count=Count("pk")).values("count")
        return self.annotate(article_count=Coalesce(Subquery(counts), 0))

    def with_stories(self, at: dt.datetime | None = None) -> Self:
        """Only rubrics with published articles, with ``latest``: when the youngest changed."""
        changed = Max(Coalesce("revised_at", "published_at"))
        latest = self._published(at).values("rubric").annotate(latest=changed).values("latest")
        return self.annotate(latest=Subquery(latest)).exclude(latest=None)

    def _published(self, at: dt.datetime | None) -> models.QuerySet:
        article = self.model._meta.get_field("articles").related_model
        return article.objects.published(at).filter(rubric=OuterRef("pk")).order_by()
