"""Every question about many articles."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Count, Q

from malangnews.core.querysets import PublishableQuerySet


class ArticleQuerySet(PublishableQuerySet):
    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_month(self, year: int, month: int) -> Self:
        """Published in that month, by the clock in Malang."""
        return self.filter(published_at__year=year, published_at__month=month)

    def tagged(self, slug: str) -> Self:
        return self.filter(tags__slug=slug)

    def for_card(self) -> Self:
        """With what a card shows, and without the bodies."""
        return self.select_related("rubric", "lead_photo").defer("body", "body_html")

    def for_feed(self) -> Self:
        """With what a feed entry shows, the rendered body included."""
        return (
            self.newest_first()
            .select_related("rubric", "lead_photo")
            .prefetch_related("bylines__initial", "bylines__kim", "tags")
            .defer("body")
        )


class RubricQuerySet(models.QuerySet):
    def with_counts(self, at: dt.datetime | None = None) -> Self:
        """Annotate ``article_count``, the published articles of each rubric."""
        article = self.model._meta.get_field("articles").related_model
        published = article.objects.published(at)
        return self.annotate(
            article_count=Count("articles", filter=Q(articles__in=published), distinct=True)
        )
