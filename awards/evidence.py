"""What many awards rest on together: their sources, each told once."""

from django.db import models
from django.db.models import Count, F, Window


class HasEvidence:
    """For querysets of awards."""

    def sources(self) -> models.QuerySet:
        """Return {title, publisher, url, published_on, awards, total} of every different source.

        ``awards`` is how many of these awards it tells of, ``total`` how many different sources
        there are; those that tell of most come first, of these the latest. One query.
        """
        source = self.model._meta.get_field("sources").related_model
        return (
            source.objects.filter(award__in=self.order_by().values("pk"))
            .values("title", "publisher", "url", "published_on")
            .annotate(awards=Count("award", distinct=True), total=Window(Count("*")))
            .order_by("-awards", F("published_on").desc(nulls_last=True), "title", "url")
        )
