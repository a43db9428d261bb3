"""A notice above every page, for as long as it holds."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from malangnews.core.addresses import refuse_misread
from malangnews.core.models import Told


class Alert(Told):
    """A notice to all readers, with a time from and until which it stands."""

    class Level(models.TextChoices):
        INFO = "info", "Pemberitahuan"
        WARNING = "warning", "Peringatan"
        DANGER = "danger", "Darurat"

    text = models.CharField(
        "isi",
        max_length=200,
        help_text="Satu kalimat yang berdiri sendiri: apa, di mana, sampai kapan.",
    )
    level = models.CharField("tingkat", max_length=7, choices=Level, default=Level.INFO)
    address = models.CharField(
        "alamat keterangan",
        max_length=300,
        blank=True,
        validators=[refuse_misread],
        help_text="Di portal ini, diawali garis miring, atau situs lain, diawali https://.",
    )
    begins_at = models.DateTimeField("mulai", default=timezone.now)
    ends_at = models.DateTimeField(
        "sampai", help_text="Wajib: pemberitahuan yang tinggal terlalu lama tidak dibaca lagi."
    )

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-begins_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")),
                name="pages_alert_ends_after_it_begins",
                violation_error_message="“Sampai” harus sesudah “mulai”.",
            ),
            models.CheckConstraint(
                condition=Q(address="")
                | Q(address__startswith="https://")
                | (Q(address__startswith="/") & ~Q(address__startswith="//")),
                name="pages_alert_address_is_one",
                violation_error_message="Awali alamat dengan satu garis miring atau https://.",
            ),
        ]

    def __str__(self):
        return self.text
