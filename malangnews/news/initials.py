"""Initials that published stories carry. The names behind them are not public."""

from django.db.models import Count, Max

from malangnews.news.models import Article, Byline


def public_initials() -> list[dict]:
    """Return {initial__initials, latest} of all initials on published stories, in order."""
    signed = Byline.objects.filter(initial__isnull=False, article__in=Article.objects.published())
    rows = signed.order_by("initial__initials").values("initial__initials")
    return list(rows.annotate(latest=Max("article__published_at")))


def roles_of(initials: str) -> list[tuple[str, int]]:
    """Return (role, number of published stories) for every role these initials stand in."""
    held = Byline.objects.filter(
        initial__initials=initials, article__in=Article.objects.published()
    )
    counts = dict(held.order_by().values_list("role").annotate(Count("article", distinct=True)))
    return [(role.label, counts[role.value]) for role in Byline.Role if role.value in counts]
