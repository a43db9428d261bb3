"""What a group does."""

from django.db import models
from django.db.models import Q

from kim.models.groups import Kim
from kim.querysets import ActivityQuerySet
from malangnews.core.dates import precision_field, settle_dates
from malangnews.core.models import Sourced


class KimActivity(Sourced):
    """One thing that a group did, of one of the six kinds of KIM work, with its source."""

    class Kind(models.TextChoices):
        ACCESS = "access", "Akses informasi"
        DISCUSSION = "discussion", "Diskusi"
        IMPLEMENTATION = "implementation", "Implementasi"
        NETWORKING = "networking", "Networking"
        DISSEMINATION = "dissemination", "Diseminasi"
        ASPIRATION = "aspiration", "Aspirasi"

    kim = models.ForeignKey(Kim, on_delete=models.CASCADE, related_name="activities")
    kind = models.CharField("jenis kegiatan", max_length=14, choices=Kind)
    title = models.CharField(
        "kegiatan", max_length=160, help_text="Contoh: Pelatihan menulis berita warga."
    )
    happened_on = models.DateField("tanggal")
    happened_on_precision = precision_field()
    note = models.CharField("keterangan", max_length=300, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "kegiatan"
        verbose_name_plural = "kegiatan"
        ordering = ["-happened_on", "-pk"]
        indexes = [
            models.Index(fields=["kim", "-happened_on"], name="kim_activity_latest"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "kind", "happened_on", "title"],
                name="kim_kimactivity_recorded_once",
                violation_error_message="Kegiatan itu sudah tercatat pada tanggal yang sama.",
            ),
            models.CheckConstraint(
                condition=~Q(source_name="") | ~Q(source_url=""),
                name="kim_kimactivity_has_source",
                violation_error_message="Tulis sumbernya: nama media atau alamatnya.",
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        settle_dates(self, "happened_on")
        super().save(*args, **kwargs)
