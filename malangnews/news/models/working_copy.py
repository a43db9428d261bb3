"""What somebody has typed and not saved yet."""

import datetime as dt
import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from malangnews.news.models.article import Article

# An open form that was heard of so lately is taken to be open still.
PRESENT = dt.timedelta(seconds=90)
KEPT_FOR = dt.timedelta(days=30)
#: A field of copies that contributors of KIM keep: their form is not the desk's.
CONTRIBUTED = "tulis"


class WorkingCopyQuerySet(models.QuerySet):
    def unsaved(self) -> Self:
        """With words that are in no saved story."""
        return self.exclude(kept_at=None)

    def present(self, at: dt.datetime | None = None) -> Self:
        """Forms that are open at ``at`` (default: now)."""
        return self.exclude(data={}).filter(seen_at__gte=(at or timezone.now()) - PRESENT)

    def contributed(self) -> Self:
        """Of the form that contributors of KIM write in."""
        return self.filter(data__has_key=CONTRIBUTED)

    def of_the_desk(self) -> Self:
        """Of the desk's own form."""
        return self.exclude(data__has_key=CONTRIBUTED)

    def forgotten(self, at: dt.datetime | None = None) -> Self:
        """Not heard of for so long that they are swept away."""
        return self.filter(seen_at__lt=(at or timezone.now()) - KEPT_FOR)

    def close(self, **fields) -> int:
        """Empty forms that were saved or thrown away; what comes late for them is refused."""
        now = timezone.now()
        return self.update(data={}, kept_at=None, seen_at=now - PRESENT, **fields)


class WorkingCopy(models.Model):
    """One open form of one person: what stands in it, and when it was last heard of.

    A copy of a new story has no ``article`` yet. A form that is only open has no ``kept_at``.
    One that is closed, by saving or throwing it away, has no ``data``.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="working_copies"
    )
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="working_copies", null=True
    )
    #: The fields of the form as posted: name -> list of values, without token and buttons.
    data = models.JSONField(default=dict)
    base_version = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField(default=timezone.now)
    kept_at = models.DateTimeField(null=True, blank=True)

    objects = WorkingCopyQuerySet.as_manager()

    class Meta:
        verbose_name = "simpanan otomatis"
        verbose_name_plural = "simpanan otomatis"
        ordering = ["-kept_at", "-pk"]
        indexes = [
            # Who else has this story open, and what of it is kept.
            models.Index(fields=["article", "-seen_at"], name="news_copy_of_article"),
            # Forms that nobody has heard of for long are swept away.
            models.Index(fields=["seen_at"], name="news_copy_seen"),
        ]

    def __str__(self):
        return f"Simpanan {self.user} untuk {self.article or 'naskah baru'}"

    @property
    def is_closed(self) -> bool:
        return not self.data
