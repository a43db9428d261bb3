"""The photo library. How its pictures are drawn is in images and renditions, not here."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from PIL.Image import Image

from malangnews.media.captions import read_in
from malangnews.media.images import master, open_master
from malangnews.media.querysets import FILE_NAME, PhotoQuerySet, remove_on_commit
from malangnews.media.renditions import (
    AT_ONCE,
    FORMATS,
    Plan,
    Rendition,
    Source,
    make,
    plan_of,
    remove,
    sources,
    wanted,
)

PICTURE_FIELDS = {"file", "focal_x", "focal_y"}
DERIVED_FIELDS = {"file", "width", "height", "digest", "renditions"}


USES_SHOWN = 20


class Photo(models.Model):
    """A picture with what a reader needs to know of it."""

    class Licence(models.TextChoices):
        OFFICE = "office", "Hak cipta Diskominfo Kota Malang"
        PERMISSION = "permission", "Dipakai dengan izin pemiliknya"
        CC_BY = "cc-by-4.0", "CC BY 4.0"
        CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
        PUBLIC = "public", "Domain publik"

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
    #: What tells the same picture again, "" for photos older than this field: see images.Master.
    digest = models.CharField("sidik gambar", max_length=64, blank=True, editable=False)
    #: The files that exist beside the master: a list of renditions.Rendition.
    renditions = models.JSONField("turunan", default=list, blank=True, editable=False)

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

    def save(self, *args, **kwargs):
        """Keep the row, and with it a fresh upload and the renditions that it needs at once."""
        fields = kwargs.get("update_fields")
        if fields is not None and not PICTURE_FIELDS & set(fields):
            return super().save(*args, **kwargs)
        if self._is_fresh():
            self._prepare_file()
        elif self.current_renditions() == self.renditions:
            return super().save(*args, **kwargs)
        if fields is not None:
            kwargs["update_fields"] = DERIVED_FIELDS | set(fields)
        before = type(self).objects.filter(pk=self.pk).file_names()
        try:
            self._store_pictures()
            super().save(*args, **kwargs)
        except Exception:
            remove(self.file.storage, self.file_names() - before)
            raise
        remove_on_commit(type(self), before - self.file_names(), self._state.db)

    def delete(self, *args, **kwargs):
        """Delete the row, and its files once that is committed. Raises ProtectedError in use."""
        type(self).objects.filter(pk=self.pk).refuse_if_used()
        names = type(self).objects.filter(pk=self.pk).file_names()
        answer = super().delete(*args, **kwargs)
        remove_on_commit(type(self), names, kwargs.get("using") or self._state.db)
        return answer

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

    def missing_for_publication(self) -> list[str]:
        """Return, in words for the editor, what a story that shows the photo still needs of it."""
        has_alt = self.is_decorative or (self.alt and not FILE_NAME.search(self.alt))
        needed = {"teks alternatif": has_alt, "kredit": self.credit}
        return [f"isi {name} foto “{self}”" for name, value in needed.items() if not value]

    def uses(self) -> list[models.Model]:
        """Return the rows that show this photo, a few of each kind."""
        found = []
        for relation in self._meta.related_objects:
            rows = relation.related_model._default_manager.filter(**{relation.field.name: self})
            found += rows[:USES_SHOWN]
        return found

    @property
    def cover_sources(self) -> list[Source]:
        """What <picture> offers for a 16:9 cover, empty when no rendition exists."""
        return sources(self.file.storage, self.renditions, "cover")

    @property
    def small_url(self) -> str:
        """The smallest file that shows the whole photo; the master where there is none."""
        rows = [
            row for row in self.renditions if row["shape"] == "full" and row["format"] == "webp"
        ]
        if not rows:
            return self.file.url
        return self.file.storage.url(min(rows, key=lambda row: row["width"])["name"])

    @property
    def full_sources(self) -> list[Source]:
        """What <picture> offers for the whole photo, empty when no rendition exists."""
        return sources(self.file.storage, self.renditions, "full")

    def plans(self, *formats: str) -> list[Plan]:
        """Return the renditions in these formats that the photo should have but has not."""
        have = [plan_of(rendition) for rendition in self.renditions]
        return [plan for plan in self._wanted(formats) if plan not in have]

    def current_renditions(self) -> list[Rendition]:
        """Return the renditions that fit the photo's size and focal point as they are now."""
        plans = self._wanted(FORMATS)
        return [rendition for rendition in self.renditions if plan_of(rendition) in plans]

    def draw(self, image: Image, plans: list[Plan]) -> list[Rendition]:
        """Draw and keep the planned renditions of the master's pixels, without saving the row."""
        made = make(self.file.storage, self.file.name, image, plans)
        self.renditions = [*self.renditions, *made]
        return made

    def file_names(self) -> set[str]:
        """Return the storage names of the master and its renditions."""
        names = {rendition["name"] for rendition in self.renditions}
        return names | ({self.file.name} if self.file and not self._is_fresh() else set())

    def _is_fresh(self) -> bool:
        """Tell whether the file is an upload that the storage does not have yet."""
        return bool(self.file) and not self.file._committed

    def _wanted(self, formats: Iterable[str]) -> list[Plan]:
        return wanted((self.width, self.height), (self.focal_x, self.focal_y), formats)

    def _prepare_file(self):
        """Replace a fresh upload by its clean master, once."""
        if getattr(self, "_prepared", None) is not self.file.file:
            told, clean = read_in(self.file.file), master(self.file.file)
            self.file, self.digest = clean.file, clean.digest
            self.width, self.height = clean.image.size
            self._prepared, self._image = self.file.file, clean.image
            self.caption = self.caption or told.caption
            self.credit = self.credit or told.credit
            self.taken_on = self.taken_on or told.taken_on

    def _store_pictures(self):
        """Put a fresh master into the storage, and draw the WebP files that it or a crop needs."""
        if self._is_fresh():
            self.renditions = []
            self.file.save(self.file.name, self.file.file, save=False)
            self.draw(self._image, self.plans(*AT_ONCE))
            del self._image
            return
        self.renditions = self.current_renditions()
        try:
            image = open_master(self.file)
        except OSError:
            return  # The words are saved all the same; make_avif draws covers when it is back.
        self.draw(image, self.plans(*AT_ONCE))
