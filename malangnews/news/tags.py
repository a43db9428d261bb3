"""Tags of published stories. A tag is public through a story only."""

from django.db.models import Exists, OuterRef, QuerySet
from taggit.models import Tag

from malangnews.news.models import Article


def published_tags() -> QuerySet[Tag]:
    """Return the tags that at least one published story has."""
    return Tag.objects.filter(Exists(Article.objects.published().filter(tags=OuterRef("pk"))))
