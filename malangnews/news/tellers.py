"""KIM that public stories tell of, or that made them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from kim.models import Kim
from malangnews.news.models import Article


def kims_with_stories() -> QuerySet[Kim]:
    """Return the public KIM that have a story in their feed, by name."""
    stories = Article.objects.published()
    ways = ("kims", "sent_by", "bylines__kim")
    told = (Exists(stories.filter(**{way: OuterRef("pk")})) for way in ways)
    return Kim.objects.published().filter(Q(*told, _connector=Q.OR)).order_by("name")
