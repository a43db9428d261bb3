"""Abstract models that two rooms or more share. No tables here."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from malangnews.core.changes import changed
from malangnews.core.dates import precision_field, settle_dates
from malangnews.core.querysets import PublishableQuerySet


class Told(models.Model):
    """A row whose saving and deleting is told."""

    #: True where others show its name: a save then asks what it was before, one query.
    is_named_elsewhere = False

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        before = self._as_stored() if self.is_named_elsewhere and self.pk else None
        super().save(*args, **kwargs)
        is_new_or_as_before = before is None or before._shown_of_it() == self._shown_of_it()
        changed([self], is_renamed=not (self.is_named_elsewhere and is_new_or_as_before))

    def delete(self, *args, **kwargs):
        # Told while it has its key; who keeps something acts when the deletion is sure.
        with transaction.atomic():
            changed([self])
            return super().delete(*args, **kwargs)

    def _as_stored(self) -> models.Model | None:
        return type(self)._base_manager.filter(pk=self.pk).first()

    def _shown_of_it(self) -> tuple[str, str, bool]:
        return str(self), getattr(self, "abbreviation", ""), getattr(self, "is_public", True)


class Publishable(Told):
    """Something that is drafted, reviewed, published (at once or later) and withdrawn."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draf"
        REVIEW = "review", "Menunggu tinjauan"
        PUBLISHED = "published", "Terbit"
        WITHDRAWN = "withdrawn", "Ditarik"

    status = models.CharField(
        "status", max_length=9, choices=Status, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(
        "terbit pada",
        null=True,
        blank=True,
        help_text="Kosongkan untuk terbit begitu disetujui. Waktu yang akan datang berarti "
        "dijadwalkan. Contoh: 06/11/2023 08.00.",
    )
    withdrawn_at = models.DateTimeField("ditarik pada", null=True, editable=False)
    withdrawal_reason = models.TextField(
        "alasan penarikan", blank=True, editable=False, help_text="Ditampilkan kepada pembaca."
    )
    review_note = models.TextField("catatan tinjauan", blank=True, editable=False)
    created_at = models.DateTimeField("dibuat", auto_now_add=True)
    updated_at = models.DateTimeField("disimpan terakhir", auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibuat oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="published") | Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_has_time",
                violation_error_message="Yang terbit harus mempunyai waktu terbit.",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
                name="%(app_label)s_%(class)s_withdrawn_has_reason",
                violation_error_message="Yang ditarik harus mempunyai waktu dan alasan.",
            ),
        ]

    @property
    def is_public(self) -> bool:
        """The same question as ``published()``, for one row at hand: may the public see it now?"""
        return (
            self.status == self.Status.PUBLISHED
            and self.published_at is not None
            and self.published_at <= timezone.now()
            and not self.is_over
        )

    @property
    def is_scheduled(self) -> bool:
        """True when an editor has let it go for a time still to come."""
        return self.status == self.Status.PUBLISHED and not self.is_public and not self.is_expired

    @property
    def is_over(self) -> bool:
        """True when its time in public had an end that is past; most kinds have no end."""
        return False

    @property
    def is_expired(self) -> bool:
        """True when it was published until a time that is over."""
        return self.status == self.Status.PUBLISHED and self.is_over

    @property
    def is_released(self) -> bool:
        """True once an editor has let it go: published, scheduled or withdrawn."""
        return self.status in (self.Status.PUBLISHED, self.Status.WITHDRAWN)

    def missing_for_publication(self) -> list[str]:
        """Return, in words for the editor, what must be filled in before publication."""
        return []


class HasAliases:
    """For models with ``aliases``, other spellings of a name, one a line."""

    @property
    def alias_list(self) -> list[str]:
        return [line.strip() for line in self.aliases.splitlines() if line.strip()]


class Sourced(models.Model):
    """A fact with the source it was taken from."""

    source_name = models.CharField(
        "sumber",
        max_length=200,
        blank=True,
        help_text="Media, dokumen atau narasumber. Contoh: Portal Pemerintah Kota Malang.",
    )
    source_url = models.URLField("alamat sumber", max_length=500, blank=True)

    class Meta:
        abstract = True


class StatedFigure(Sourced):
    """A total as somebody stated it, kept beside the total that we compute and never used for it.

    A range ("forty-odd") has a lower and an upper bound; an exact number has both the same.
    """

    value_min = models.PositiveIntegerField("angka terendah")
    value_max = models.PositiveIntegerField(
        "angka tertinggi", help_text="Sama dengan angka terendah bila disebut satu angka."
    )
    as_of = models.DateField("keadaan per")
    as_of_precision = precision_field()
    stated_by = models.CharField(
        "disampaikan oleh",
        max_length=200,
        help_text="Jabatan dan kesempatannya. Contoh: Wakil Wali Kota.",
    )

    class Meta:
        abstract = True
        ordering = ["as_of", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value_min__lte=F("value_max")),
                name="%(app_label)s_%(class)s_range_in_order",
                violation_error_message="Angka terendah tidak boleh melebihi angka tertinggi.",
            )
        ]

    def save(self, *args, **kwargs):
        settle_dates(self, "as_of")
        super().save(*args, **kwargs)

    @property
    def value_text(self) -> str:
        """The number or range as words: "43" or "40–49"."""
        low, high = self.value_min, self.value_max
        return str(low) if low == high else f"{low}–{high}"
