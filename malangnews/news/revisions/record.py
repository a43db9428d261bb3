"""Keeping a story as it stands after a save."""

from django.db.models import Max

from malangnews.news.models import Article, Revision
from malangnews.news.revisions.snapshot import Snapshot, take

KIND = Revision.Kind


def record(article: Article, kind: str, by, note: str = "") -> Revision:
    """Keep ``article`` as it is stored now, under the next number.

    Call it inside the transaction of the save: the row is locked then, so numbers never collide.
    """
    fresh = Article.objects.get(pk=article.pk)
    return _keep(fresh, kind, by, note, take(fresh))


def record_origin(article: Article) -> None:
    """Keep what the story was before its first save at the desk, unless something is kept.

    ``article`` is read anew: call it before the save.
    """
    if not article.revisions.exists():
        fresh = Article.objects.get(pk=article.pk)
        first = _keep(fresh, KIND.CREATED, fresh.created_by, "", take(fresh))
        Revision.objects.filter(pk=first.pk).update(at=fresh.updated_at)


def _keep(article: Article, kind: str, by, note: str, snapshot: Snapshot) -> Revision:
    last = article.revisions.aggregate(last=Max("number"))["last"] or 0
    return Revision.objects.create(
        article=article, number=last + 1, kind=kind, by=by, note=note, snapshot=snapshot
    )
