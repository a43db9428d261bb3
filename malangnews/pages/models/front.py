"""What stands on the front page, and in which order."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from malangnews.core.models import Told
from malangnews.news.models import Article, Rubric


class HomeBlock(Told):
    """A part of the front page. Without rows the front page is as the portal was made."""

    class Kind(models.TextChoices):
        LEAD = "lead", "Berita utama dan penghargaan terbaru"
        FIGURES = "figures", "Angka dari catatan"
        STORIES = "stories", "Berita terbaru"
        ATLAS = "atlas", "Atlas KIM"
        WEEKLY = "weekly", "Rubrik mingguan"
        RUBRIC = "rubric", "Satu rubrik pilihan"
        POTENTIALS = "potentials", "Potensi kelurahan"

    kind = models.CharField("bagian", max_length=10, choices=Kind)
    rubric = models.ForeignKey(
        Rubric,
        verbose_name="rubrik",
        on_delete=models.CASCADE,
        related_name="+",
        null=True,
        blank=True,
        help_text="Hanya untuk “Satu rubrik pilihan”.",
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)
    is_shown = models.BooleanField("ditampilkan", default=True)

    class Meta:
        verbose_name = "bagian beranda"
        verbose_name_plural = "bagian beranda"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="rubric", rubric__isnull=False)
                | (~Q(kind="rubric") & Q(rubric__isnull=True)),
                name="pages_homeblock_rubric_where_wanted",
                violation_error_message="Pilih rubrik untuk “Satu rubrik pilihan”, dan hanya "
                "untuk itu.",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=~Q(kind="rubric"),
                name="pages_homeblock_once",
                violation_error_message="Bagian itu sudah ada di beranda.",
            ),
            models.UniqueConstraint(
                fields=["rubric"],
                name="pages_homeblock_rubric_once",
                violation_error_message="Rubrik itu sudah ada di beranda.",
            ),
        ]

    def __str__(self):
        return f"Rubrik {self.rubric}" if self.rubric else self.get_kind_display()


class HomeStory(Told):
    """A story that editors hold at the top of the front page for a while."""

    class Slot(models.TextChoices):
        LEAD = "lead", "Berita utama"
        PINNED = "pinned", "Paling depan di berita terbaru"

    article = models.OneToOneField(
        Article,
        verbose_name="berita",
        on_delete=models.CASCADE,
        related_name="home_story",
        help_text="Tampil selama beritanya terbit.",
    )
    slot = models.CharField("tempat", max_length=6, choices=Slot, default=Slot.PINNED)
    position = models.PositiveSmallIntegerField("urutan", default=0)
    begins_at = models.DateTimeField("mulai", default=timezone.now)
    ends_at = models.DateTimeField(
        "sampai",
        null=True,
        blank=True,
        help_text="Kosongkan untuk tetap di sana sampai dilepas.",
    )

    class Meta:
        verbose_name = "berita pilihan"
        verbose_name_plural = "berita pilihan"
        ordering = ["slot", "position", "-begins_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("begins_at")),
                name="pages_homestory_ends_after_it_begins",
                violation_error_message="“Sampai” harus sesudah “mulai”.",
            )
        ]

    def __str__(self):
        return str(self.article)
