"""What a contributor has typed and not saved, kept at the portal under the key of her form."""

import uuid

from django.http import Http404
from django.utils import timezone

from malangnews.news.admin.copies import as_key, as_number, clock, first
from malangnews.news.contributing.sheets import VERSION
from malangnews.news.models import Article, WorkingCopy
from malangnews.news.models.working_copy import CONTRIBUTED

OFFERED = 5


def keep(user, key: uuid.UUID, article: Article | None, data: dict) -> WorkingCopy | None:
    """Keep a form's fields. Returns the copy, closed when it was saved before; None for a key
    that is somebody else's, or of another story."""
    now = timezone.now()
    fields = {
        "data": {**data, CONTRIBUTED: ["1"]},
        "base_version": as_number(first(data, VERSION)),
        "seen_at": now,
        "kept_at": now,
    }
    copy, made = WorkingCopy.objects.get_or_create(
        key=key, defaults={"user": user, "article": article, **fields}
    )
    if copy.user_id != user.pk:
        return None
    if not copy.is_closed and copy.article_id != (article and article.pk):
        return None
    if not made and not copy.is_closed:
        WorkingCopy.objects.filter(pk=copy.pk).exclude(data={}).update(**fields)
        copy.kept_at = now
    return copy


def left(user, article: Article | None, key: str | None = None) -> WorkingCopy | None:
    """Return what she left unsaved of a story, or of a new one: that of ``key``, else the last."""
    rows = WorkingCopy.objects.unsaved().contributed().filter(user=user, article=article)
    if key:
        wanted = as_key(key)
        return rows.filter(key=wanted).first() if wanted else None
    return rows.order_by("-kept_at", "-pk").first()


def left_new(user) -> list[dict]:
    """Return her new stories that were never saved, for the list: [{"key", "title", "at"}]."""
    rows = WorkingCopy.objects.unsaved().contributed().filter(user=user, article=None)
    return [
        {
            "key": str(copy.key),
            "title": first(copy.data, "title") or "(tanpa judul)",
            "at": clock(copy.kept_at),
        }
        for copy in rows.order_by("-kept_at", "-pk")[:OFFERED]
    ]


def discard(user, key: uuid.UUID) -> int | None:
    """Throw a copy of hers away; return the story that it was of. Raises Http404."""
    rows = WorkingCopy.objects.contributed().filter(user=user, key=key)
    copy = rows.first()
    if copy is None:
        raise Http404
    rows.close()
    return copy.article_id
