"""What a story was: one row for every save, kept for good."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from malangnews.news.models.article import Article


class Revision(models.Model):
    """A story as it stood after one save, and who saved it. Rows are added, never changed."""

    class Kind(models.TextChoices):
        CREATED = "created", "Naskah dibuat"
        SAVED = "saved", "Disimpan"
        SUBMITTED = "submitted", "Dikirim untuk ditinjau"
        RETURNED = "returned", "Dikembalikan ke draf"
        PUBLISHED = "published", "Diterbitkan"
        SCHEDULED = "scheduled", "Dijadwalkan"
        MINOR = "minor", "Perubahan kecil"
        MAJOR = "major", "Perubahan besar"
        ACCEPTED = "accepted", "Usulan diterima"
        RESTORED = "restored", "Dipulihkan"
        WITHDRAWN = "withdrawn", "Ditarik"

    article = models.ForeignKey(
        Article, verbose_name="berita", on_delete=models.CASCADE, related_name="revisions"
    )
    number = models.PositiveIntegerField("nomor")
    kind = models.CharField("jenis", max_length=9, choices=Kind)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    at = models.DateTimeField("pada", default=timezone.now)
    note = models.TextField("catatan", blank=True)
    #: The story as plain data: see revisions/snapshot.py.
    snapshot = models.JSONField("isi")

    class Meta:
        verbose_name = "versi"
        verbose_name_plural = "riwayat versi"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                name="news_revision_number_once",
                violation_error_message="Nomor versi itu sudah ada.",
            )
        ]

    def __str__(self):
        return f"Versi {self.number} dari {self.article}"
