"""What may be shown about somebody, because she said so. Without a recorded yes: nothing."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from kim.querysets import ConsentedQuerySet


class Consented(models.Model):
    """Private unless consent is recorded, and private again from the day it is withdrawn.

    Recorded are who said yes, when, for what, on what proof, and for a minor which guardian. There
    is no field for a number of identity, and there must be none.
    """

    class Scope(models.TextChoices):
        PAGE = "page", "Halaman portal saja"
        OPEN = "open", "Halaman portal dan data terbuka (unduhan)"

    consent_on = models.DateField(
        "setuju ditampilkan pada",
        null=True,
        blank=True,
        help_text="Kosong berarti tidak ditampilkan kepada umum.",
    )
    consent_by = models.CharField(
        "persetujuan dari",
        max_length=120,
        blank=True,
        help_text="Siapa yang menyatakan setuju; biasanya orangnya sendiri.",
    )
    consent_scope = models.CharField(
        "setuju untuk", max_length=4, choices=Scope, default=Scope.PAGE
    )
    consent_note = models.CharField(
        "bukti persetujuan",
        max_length=200,
        blank=True,
        help_text="Contoh: formulir bertanda tangan.",
    )
    is_minor = models.BooleanField("belum 18 tahun", default=False)
    guardian = models.CharField(
        "wali yang menyetujui",
        max_length=120,
        blank=True,
        help_text="Wajib bila belum 18 tahun. Tidak pernah ditampilkan.",
    )
    consent_withdrawn_on = models.DateField(
        "persetujuan dicabut pada",
        null=True,
        blank=True,
        help_text="Begitu diisi dan disimpan, tidak tampil lagi di mana pun.",
    )
    consent_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="persetujuan dicatat oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = ConsentedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(consent_on=None) | ~Q(consent_note=""),
                name="%(app_label)s_%(class)s_consent_has_proof",
                violation_error_message="Catat bukti persetujuannya.",
            ),
            models.CheckConstraint(
                condition=Q(consent_on=None) | ~Q(consent_by=""),
                name="%(app_label)s_%(class)s_consent_has_giver",
                violation_error_message="Catat siapa yang menyatakan setuju.",
            ),
            models.CheckConstraint(
                condition=Q(consent_on=None) | Q(is_minor=False) | ~Q(guardian=""),
                name="%(app_label)s_%(class)s_minor_has_guardian",
                violation_error_message="Persetujuan bagi yang belum 18 tahun diberikan wali: "
                "tulis namanya.",
            ),
            models.CheckConstraint(
                condition=Q(consent_on=None)
                | Q(consent_withdrawn_on=None)
                | Q(consent_withdrawn_on__gte=F("consent_on")),
                name="%(app_label)s_%(class)s_consent_in_order",
                violation_error_message="Persetujuan dicabut sebelum diberikan.",
            ),
        ]

    def clean(self):
        super().clean()
        if self.consent_withdrawn_on and not self.consent_on:
            raise ValidationError({"consent_withdrawn_on": "Belum ada persetujuan yang dicatat."})
