"""The photo library. Renditions and where a picture is used live beside it, not here."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from malangnews.media.images import master


class Photo(models.Model):
    """A picture with what a reader needs to know of it."""

    file = models.ImageField(
        "berkas",
        upload_to="foto/%Y/%m",
        width_field="width",
        height_field="height",
        help_text="JPEG, PNG, WebP atau AVIF, paling besar 20 MB dan 40 megapiksel. "
        "Lokasi dan data kamera dihapus dari berkas yang disimpan.",
    )
    width = models.PositiveIntegerField("lebar", editable=False)
    height = models.PositiveIntegerField("tinggi", editable=False)
    alt = models.CharField(
        "teks alternatif",
        max_length=250,
        blank=True,
        help_text="Apa yang terlihat, bagi pembaca yang tidak melihat gambar. "
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
        help_text="Pemotret dan lembaganya. Contoh: Diskominfo Kota Malang.",
    )
    taken_on = models.DateField("dipotret pada", null=True, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        "titik fokus mendatar",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="Persen dari tepi kiri. Bagian ini tetap terlihat bila gambar dipotong.",
    )
    focal_y = models.PositiveSmallIntegerField(
        "titik fokus tegak",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="Persen dari tepi atas.",
    )
    created_at = models.DateTimeField("diunggah", auto_now_add=True)

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt="") | Q(is_decorative=True),
                name="media_photo_alt_or_decorative",
                violation_error_message="Isi teks alternatif, atau tandai sebagai hiasan.",
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100) & Q(focal_y__lte=100),
                name="media_photo_focal_point_inside",
                violation_error_message="Titik fokus harus antara 0 dan 100 persen.",
            ),
        ]

    def __str__(self):
        return self.caption or self.alt or f"Foto {self.pk}"

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self._prepare_file()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.file and not self.file._committed:
            try:
                self._prepare_file()
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error

    def _prepare_file(self):
        """Replace a fresh upload by its clean master, once."""
        if getattr(self, "_prepared", None) is not self.file.file:
            clean, self.width, self.height = master(self.file.file)
            self.file = clean
            self._prepared = self.file.file
