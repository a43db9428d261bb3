"""An address that shows a story to somebody without an account."""

import secrets

from django.conf import settings
from django.db import models

from malangnews.news.models.article import Article


def make_nonce() -> str:
    """Return 32 random hex digits."""
    return secrets.token_hex(16)


class PreviewLink(models.Model):
    """A permission to read one unpublished story until a time, or until it is revoked.

    The address itself is not stored: it is computed from ``nonce`` and the portal's secret key.
    """

    article = models.ForeignKey(
        Article, verbose_name="berita", on_delete=models.CASCADE, related_name="preview_links"
    )
    nonce = models.CharField(max_length=32, default=make_nonce, unique=True, editable=False)
    label = models.CharField(
        "untuk siapa",
        max_length=120,
        help_text="Agar kelak jelas siapa yang memegangnya. Contoh: Ketua KIM Samaan.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibuat oleh",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    expires_at = models.DateTimeField("berlaku sampai")
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True)

    class Meta:
        verbose_name = "tautan pratinjau"
        verbose_name_plural = "tautan pratinjau"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"Pratinjau {self.article} untuk {self.label}"
