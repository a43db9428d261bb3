"""What somebody has typed and not saved yet."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from malangnews.news.models.article import Article


class WorkingCopy(models.Model):
    """One open form of one person: what stands in it, and when it was last heard of.

    A copy of a new story has no ``article`` yet. A form that is only open has no ``kept_at``.
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
