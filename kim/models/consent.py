"""What may be shown about somebody, because she said so. Without a recorded yes: nothing."""

import datetime as dt

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kim.privacy import REFUSED, has_identity_number
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

    @property
    def is_open_data(self) -> bool:
        """True for a consent, in force or not, that covers downloads too."""
        return self.consent_scope == self.Scope.OPEN

    def is_consent_in_force(self, on: dt.date | None = None) -> bool:
        """True when the public may be shown this row on a day (default: today)."""
        day = on or timezone.localdate()
        return bool(self.consent_on and self.consent_on <= day and not self.consent_withdrawn_on)

    def withdraw_consent(self) -> bool:
        """Note a withdrawal as of today, or of the day given for a consent yet to come.

        Returns False when there is none to withdraw. The row is not saved.
        """
        if not self.consent_on or self.consent_withdrawn_on:
            return False
        self.consent_withdrawn_on = max(timezone.localdate(), self.consent_on)
        return True

    def texts(self) -> dict[str, str]:
        """What is typed about somebody, by field: no number of identity may stand there."""
        names = ("consent_by", "consent_note", "guardian")
        return {name: getattr(self, name) for name in names}

    def clean_fields(self, exclude=None):
        """Refuse numbers of identity beside the field that holds one."""
        errors = {}
        try:
            super().clean_fields(exclude=exclude)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        for name, text in self.texts().items():
            if name not in (exclude or ()) and has_identity_number(text):
                errors.setdefault(name, []).append(ValidationError(REFUSED, "identity_number"))
        if errors:
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        if self.consent_withdrawn_on and not self.consent_on:
            raise ValidationError({"consent_withdrawn_on": "Belum ada persetujuan yang dicatat."})
