"""What readers are told of a story that was wrong, unclear or incomplete; never changed again."""

import datetime as dt
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from malangnews.news.models.article import Article

FIXED = "Catatan yang sudah dibaca publik tidak dapat diubah atau dihapus. Tulis catatan baru."


class CorrectionQuerySet(models.QuerySet):
    def public(self) -> Self:
        """What ``/ralat/`` may show: notes on stories that the public sees or saw until their end.

        Of a story that was withdrawn only the withdrawal itself: its other notes went with it.
        """
        return self.filter(
            Q(article__in=Article.objects.published())
            | Q(article__in=Article.objects.expired())
            | Q(article__in=Article.objects.gone(), kind=Correction.Kind.RETRACTION),
            noted_at__lte=timezone.now(),
        )

    def shown(self) -> Self:
        """Notes that the public has been able to read, then or now."""
        return self.filter(article__in=Article.objects.seen(), noted_at__lte=timezone.now())

    def kinds(self) -> set[str]:
        """The kinds that occur."""
        return set(self.order_by().values_list("kind", flat=True).distinct())

    def last_change(self) -> dt.datetime | None:
        """Return when the youngest was noted."""
        return self.aggregate(latest=models.Max("noted_at"))["latest"]

    def before_in_list(self, note: "Correction") -> Self:
        """Those that stand above ``note`` when the newest come first."""
        later = Q(noted_at__gt=note.noted_at)
        return self.filter(later | Q(noted_at=note.noted_at, pk__gt=note.pk))

    def for_list(self) -> Self:
        """Newest first, with the story that each is about."""
        return self.order_by("-noted_at", "-pk").select_related("article")


class Correction(models.Model):
    """A public note on a story that was wrong, unclear or incomplete."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", "Ralat"
        CLARIFICATION = "clarification", "Klarifikasi"
        REPLY = "reply", "Hak jawab"
        UPDATE = "update", "Pembaruan"
        RETRACTION = "retraction", "Pencabutan"

    article = models.ForeignKey(
        Article, verbose_name="berita", on_delete=models.CASCADE, related_name="corrections"
    )
    kind = models.CharField("jenis", max_length=13, choices=Kind)
    text = models.TextField("isi", help_text="Apa yang keliru dan apa yang benar.")
    reason = models.CharField("sebab", max_length=200, blank=True)
    noted_at = models.DateTimeField("waktu", default=timezone.now)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = "ralat"
        verbose_name_plural = "ralat"
        ordering = ["-noted_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.article}"

    def save(self, *args, **kwargs):
        """Raise ValidationError when a note that readers have seen would say something else."""
        if self.pk and not self._says_the_same() and self._is_shown():
            raise ValidationError(FIXED)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Raise ValidationError for a note that readers have seen."""
        if self._is_shown():
            raise ValidationError(FIXED)
        return super().delete(*args, **kwargs)

    @property
    def anchor(self) -> str:
        """Where the note stands, on its story and on ``/ralat/``."""
        return f"ralat-{self.pk}"

    def _is_shown(self) -> bool:
        return type(self).objects.shown().filter(pk=self.pk).exists()

    def _says_the_same(self) -> bool:
        fields = {name: getattr(self, name) for name in ("article_id", "kind", "text", "reason")}
        same = {**fields, "noted_at": self.noted_at}
        return type(self).objects.filter(pk=self.pk, **same).exists()
