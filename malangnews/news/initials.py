"""Initials that published stories carry. The names behind them are not public."""

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from malangnews.news.models import Article, Byline


def public_initials() -> list[dict]:
    """Return {initial__initials, latest} of all initials on published stories, in order."""
    rows = (
        _signed()
        .filter(initial__isnull=False)
        .order_by("initial__initials")
        .values("initial__initials")
    )
    return list(rows.annotate(latest=Max("article__published_at")))


def roles_of(initials: str) -> list[tuple[str, int]]:
    """Return (role, number of published stories) for every role these initials stand in."""
    held = _signed().filter(initial__initials=initials)
    counts = dict(held.order_by().values_list("role").annotate(Count("article", distinct=True)))
    return [(role.label, counts[role.value]) for role in Byline.Role if role.value in counts]


def _signed() -> QuerySet:
    """Return the bylines of published stories. Asked row by row: a list of all those stories
    would be made first otherwise."""
    published = Article.objects.published().filter(pk=OuterRef("article"))
    return Byline.objects.filter(Exists(published))
