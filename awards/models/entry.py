"""The award year: calls for entries, and what the office plans to enter."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from awards.models.award import Award
from awards.models.programme import Programme
from awards.models.work import Work


class Call(models.Model):
    """A programme's call for entries in one year. Known to staff only."""

    programme = models.ForeignKey(
        Programme, verbose_name="ajang", on_delete=models.CASCADE, related_name="calls"
    )
    year = models.PositiveSmallIntegerField("tahun", help_text="Contoh: 2027.")
    opens_on = models.DateField("pendaftaran dibuka", null=True, blank=True)
    closes_on = models.DateField("batas pendaftaran", null=True, blank=True)
    announced_on = models.DateField("pengumuman", null=True, blank=True)
    url = models.URLField("alamat pengumuman", max_length=500, blank=True)
    notes = models.TextField("catatan", blank=True, help_text="Syarat, kontak panitia, tautan.")

    class Meta:
        verbose_name = "panggilan lomba"
        verbose_name_plural = "panggilan lomba"
        ordering = ["-year", F("closes_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year"],
                name="awards_call_once_a_year",
                violation_error_message="Panggilan tahun itu sudah dicatat untuk ajang ini.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1900, year__lte=2999),
                name="awards_call_year_plausible",
                violation_error_message="Tahun harus antara 1900 dan 2999.",
            ),
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(closes_on=None) | Q(opens_on__lte=F("closes_on")),
                name="awards_call_closes_after_opening",
                violation_error_message="Batas pendaftaran mendahului pembukaannya.",
            ),
        ]

    def __str__(self):
        return f"{self.programme.short_name} {self.year}"


class Entry(models.Model):
    """Something that the office plans to enter, or has entered, in one category of a call."""

    class State(models.TextChoices):
        PLANNED = "planned", "Direncanakan"
        SUBMITTED = "submitted", "Dikirim"
        SHORTLISTED = "shortlisted", "Lolos seleksi"
        WON = "won", "Menang"
        NOT_PLACED = "not_placed", "Tidak menang"
        DROPPED = "dropped", "Batal"

    call = models.ForeignKey(
        Call, verbose_name="panggilan", on_delete=models.CASCADE, related_name="entries"
    )
    category = models.CharField("kategori", max_length=200, blank=True)
    title = models.CharField(
        "yang diikutkan", max_length=200, blank=True, help_text="Judul sementara sudah cukup."
    )
    work = models.ForeignKey(
        Work,
        verbose_name="karya",
        on_delete=models.SET_NULL,
        related_name="entries",
        null=True,
        blank=True,
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="penanggung jawab",
        on_delete=models.SET_NULL,
        related_name="award_entries",
        null=True,
        blank=True,
    )
    state = models.CharField("keadaan", max_length=11, choices=State, default=State.PLANNED)
    due_on = models.DateField(
        "selesai sebelum", null=True, blank=True, help_text="Tenggat di kantor, bila lebih awal."
    )
    award = models.ForeignKey(
        Award,
        verbose_name="hasilnya",
        on_delete=models.SET_NULL,
        related_name="entries",
        null=True,
        blank=True,
        help_text="Catatan penghargaan bila menang.",
    )
    notes = models.TextField("catatan", blank=True)

    class Meta:
        verbose_name = "rencana lomba"
        verbose_name_plural = "rencana lomba"
        ordering = ["call", "category", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(category="") | ~Q(title=""),
                name="awards_entry_says_what",
                violation_error_message="Isi kategori atau apa yang diikutkan.",
            ),
            models.CheckConstraint(
                condition=Q(award=None) | Q(state="won"),
                name="awards_entry_award_is_won",
                violation_error_message="Yang punya catatan penghargaan keadaannya “Menang”.",
            ),
        ]

    def __str__(self):
        return " · ".join(filter(None, [str(self.call), self.category, self.title]))
