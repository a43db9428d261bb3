"""The photo library. How its pictures are drawn and kept is in pictures, not here."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models import Q

from malangnews.media.captions import read_in
from malangnews.media.pictures import Picture
from malangnews.media.querysets import FILE_NAME, PhotoQuerySet

USES_SHOWN = 20


class Photo(Picture):
    """A picture with what a reader needs to know of it."""

    class Licence(models.TextChoices):
        OFFICE = "office", "Hak cipta Diskominfo Kota Malang"
        PERMISSION = "permission", "Dipakai dengan izin pemiliknya"
        CC_BY = "cc-by-4.0", "CC BY 4.0"
        CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
        PUBLIC = "public", "Domain publik"

    alt = models.CharField(
        "teks alternatif",
        max_length=250,
        blank=True,
        help_text="Apa yang terlihat, bagi pembaca yang tidak melihat gambar. "
        "Wajib sebelum terbit. "
        "Contoh: Kepala Diskominfo memegang dua piagam di halaman Balai Kota.",
    )
    is_decorative = models.BooleanField(
        "hanya hiasan",
        default=False,
        help_text="Centang bila gambar tidak membawa keterangan apa pun.",
    )
    caption = models.CharField("keterangan foto", max_length=300, blank=True)
    credit = models.CharField(
        "kredit",
        max_length=120,
        blank=True,
        help_text="Pemotret dan lembaganya. Contoh: Diskominfo Kota Malang. Wajib sebelum terbit.",
    )
    licence = models.CharField("lisensi", max_length=12, choices=Licence, default=Licence.OFFICE)
    place = models.CharField(
        "tempat", max_length=120, blank=True, help_text="Contoh: halaman depan Balai Kota."
    )
    taken_on = models.DateField("dipotret pada", null=True, blank=True)
    created_at = models.DateTimeField("diunggah", auto_now_add=True)
    #: Nobody for photos that are older than this field, or whose uploader has left.
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="pengunggah",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto"
        ordering = ["-created_at", "-pk"]
        indexes = [
            # Each upload asks whether the library has this picture already.
            models.Index(fields=["digest"], name="media_photo_digest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__lte=100) & Q(focal_y__lte=100),
                name="media_photo_focal_point_inside",
                violation_error_message="Titik fokus harus antara 0 dan 100 persen.",
            ),
        ]

    def __str__(self):
        return self.caption or self.alt or f"Foto {self.pk}"

    def clean(self):
        super().clean()
        if not self._is_fresh():
            return
        try:
            self._prepare_file()
        except ValidationError as error:
            raise ValidationError({"file": error.messages}) from error
        twin = type(self).objects.same_picture_as(self).first()
        if twin:
            words = f"Foto ini sudah ada di pustaka: “{twin}”. Pakai foto itu, jangan unggah lagi."
            raise ValidationError({"file": words})

    def lacks(self) -> dict[str, str]:
        """Return what a story that shows the photo still needs of it: field -> words for it."""
        has_alt = self.is_decorative or (self.alt and not FILE_NAME.search(self.alt))
        needed = {"alt": ("teks alternatif", has_alt), "credit": ("kredit", self.credit)}
        return {field: words for field, (words, value) in needed.items() if not value}

    def missing_for_publication(self) -> list[str]:
        """Return, in words for the editor, what a story that shows the photo still needs of it."""
        return [f"isi {words} foto “{self}”" for words in self.lacks().values()]

    def uses(self) -> list[models.Model]:
        """Return the rows that show this photo, a few of each kind and each of them once."""
        found = []
        for relation in self._meta.related_objects:
            rows = relation.related_model._default_manager.filter(**{relation.field.name: self})
            found += rows[:USES_SHOWN]
        return list(dict.fromkeys(found))

    def _take_words(self, upload: File):
        """Fill in what the editor left empty; what she wrote stays."""
        told = read_in(upload)
        self.caption = self.caption or told.caption
        self.credit = self.credit or told.credit
        self.taken_on = self.taken_on or told.taken_on
