"""A change that somebody proposes to a released story."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from malangnews.news.models.article import Article


class Proposal(models.Model):
    """A released story as a writer would have it; the public sees nothing of it until accepted."""

    class State(models.TextChoices):
        WAITING = "waiting", "Menunggu keputusan"
        ACCEPTED = "accepted", "Diterima"
        DECLINED = "declined", "Ditolak"
        RECALLED = "recalled", "Ditarik pengusul"

    article = models.ForeignKey(
        Article, verbose_name="berita", on_delete=models.CASCADE, related_name="proposals"
    )
    #: The version of the story that the writer had before her.
    base_version = models.PositiveIntegerField("versi dasar")
    snapshot = models.JSONField("isi")
    note = models.TextField(
        "catatan untuk penyunting",
        blank=True,
        help_text="Apa yang berubah dan mengapa. Hanya dibaca redaksi.",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    at = models.DateTimeField("diusulkan pada", default=timezone.now)
    state = models.CharField("keadaan", max_length=8, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diputuskan oleh",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    decided_at = models.DateTimeField("diputuskan pada", null=True, blank=True)
    reply = models.TextField("jawaban penyunting", blank=True)

    class Meta:
        verbose_name = "usulan perubahan"
        verbose_name_plural = "usulan perubahan"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "by"],
                condition=Q(state="waiting"),
                name="news_proposal_one_waiting_each",
                violation_error_message="Anda sudah mempunyai usulan yang menunggu keputusan.",
            )
        ]

    def __str__(self):
        return f"Usulan untuk {self.article}"
