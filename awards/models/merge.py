"""Two rows that were one: what was moved, so that it can be undone, and where the lost one went."""

from django.conf import settings
from django.db import models


class Kind(models.TextChoices):
    """What can be merged; the value is the name of the model."""

    ORGANIZATION = "organization", "Lembaga"
    PROGRAMME = "programme", "Ajang"
    EDITION = "edition", "Edisi"
    PERSON = "person", "Orang"
    WORK = "work", "Karya"
    AWARD = "award", "Penghargaan"


class Merge(models.Model):
    """One merge: ``gone`` became ``kept``. Undone, it stays in the list."""

    kind = models.CharField("jenis", max_length=12, choices=Kind)
    kept_id = models.PositiveBigIntegerField()
    kept_name = models.CharField("menjadi", max_length=400)
    gone_id = models.PositiveBigIntegerField()
    gone_name = models.CharField("yang digabung", max_length=400)
    #: What undoing needs: see awards.merging.
    record = models.JSONField(editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField("pada", auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibatalkan oleh",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    undone_at = models.DateTimeField("dibatalkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "penggabungan"
        verbose_name_plural = "penggabungan"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.gone_name} → {self.kept_name}"


class FormerAddress(models.Model):
    """The address of a row that was merged: it leads on to the row that stayed."""

    kind = models.CharField("jenis", max_length=12, choices=Kind)
    #: The slug; of an edition the programme's slug, "/" and the year.
    address = models.CharField("alamat lama", max_length=180)
    merge = models.ForeignKey(Merge, on_delete=models.CASCADE, related_name="addresses")
    #: The row that stands for it now; follows when that one is merged too.
    leads_to = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = "alamat lama"
        verbose_name_plural = "alamat lama"
        ordering = ["kind", "address"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "address"],
                name="awards_formeraddress_leads_to_one",
                violation_error_message="Alamat lama itu sudah menuju halaman lain.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.address}"


class Distinct(models.Model):
    """Two rows that look like one and are not: staff said so, and are not asked again."""

    kind = models.CharField("jenis", max_length=12, choices=Kind)
    first_id = models.PositiveBigIntegerField()
    second_id = models.PositiveBigIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    at = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "bukan kembar"
        verbose_name_plural = "bukan kembar"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "first_id", "second_id"],
                name="awards_distinct_said_once",
                violation_error_message="Itu sudah dicatat.",
            ),
            models.CheckConstraint(
                condition=models.Q(first_id__lt=models.F("second_id")),
                name="awards_distinct_in_order",
                violation_error_message="Yang lebih kecil ditulis lebih dulu.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.first_id} dan {self.second_id}"
