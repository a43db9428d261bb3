"""Who received an award, and how we know."""

from django.db import models
from django.db.models import Q

from awards.models.award import Award
from awards.models.organization import Organization, Person
from awards.querysets import RecipientQuerySet
from kim.models import Kelurahan, Kim
from malangnews.core.models import Told


class Recipient(Told):
    """Who received an award: exactly one organisation, KIM, kelurahan or person a row."""

    KINDS = ("organization", "kim", "kelurahan", "person")

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="recipients")
    organization = models.ForeignKey(
        Organization,
        verbose_name="lembaga",
        on_delete=models.PROTECT,
        related_name="receptions",
        null=True,
        blank=True,
    )
    kim = models.ForeignKey(
        Kim,
        verbose_name="KIM",
        on_delete=models.PROTECT,
        related_name="receptions",
        null=True,
        blank=True,
    )
    kelurahan = models.ForeignKey(
        Kelurahan,
        verbose_name="kelurahan",
        on_delete=models.PROTECT,
        related_name="receptions",
        null=True,
        blank=True,
    )
    person = models.ForeignKey(
        Person,
        verbose_name="orang",
        on_delete=models.PROTECT,
        related_name="receptions",
        null=True,
        blank=True,
    )
    detail = models.CharField(
        "bagian", max_length=120, blank=True, help_text="Bila hanya sebagian. Contoh: RW 05."
    )
    position = models.PositiveSmallIntegerField("urutan", default=1)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = "penerima"
        verbose_name_plural = "penerima"
        ordering = ["position", "pk"]
        indexes = [
            # Counting recipients of every kind reads this index and no row.
            models.Index(
                fields=["organization", "kim", "kelurahan", "person", "award"],
                name="awards_recipient_targets",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(organization__isnull=False, kim=None, kelurahan=None, person=None)
                | Q(organization=None, kim__isnull=False, kelurahan=None, person=None)
                | Q(organization=None, kim=None, kelurahan__isnull=False, person=None)
                | Q(organization=None, kim=None, kelurahan=None, person__isnull=False),
                name="awards_recipient_exactly_one_kind",
                violation_error_message="Pilih tepat satu: lembaga, KIM, kelurahan, atau orang.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["award", kind, "detail"],
                    name=f"awards_recipient_{kind}_once",
                    violation_error_message="Penerima itu sudah tercatat pada penghargaan ini.",
                )
                for kind in ("organization", "kim", "kelurahan", "person")
            ),
        ]

    def __str__(self):
        name = f"Kelurahan {self.kelurahan}" if self.kelurahan_id else str(self.target)
        return f"{self.detail} {name}" if self.detail else name

    @property
    def target(self) -> Organization | Kim | Kelurahan | Person | None:
        """The one row that this recipient is."""
        return next(
            (getattr(self, kind) for kind in self.KINDS if getattr(self, f"{kind}_id")), None
        )


class Source(models.Model):
    """Where the facts of an award were taken from."""

    award = models.ForeignKey(Award, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(
        "judul atau dokumen",
        max_length=250,
        blank=True,
        help_text="Judul berita atau nama dokumen.",
    )
    publisher = models.CharField(
        "penerbit", max_length=120, blank=True, help_text="Contoh: Pemerintah Kota Malang."
    )
    url = models.URLField("alamat", max_length=500, blank=True)
    published_on = models.DateField("tanggal terbit", null=True, blank=True)
    retrieved_on = models.DateField("dibaca pada", null=True, blank=True)

    class Meta:
        verbose_name = "sumber"
        verbose_name_plural = "sumber"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") | ~Q(url=""),
                name="awards_source_names_something",
                violation_error_message="Isi judul atau alamat sumbernya.",
            )
        ]

    def __str__(self):
        return self.title or self.url
