"""A picture with the files drawn from it: stored with its row, and taken away with it."""

from collections.abc import Iterable

from django.core.files.base import File
from django.core.validators import MaxValueValidator
from django.db import models
from PIL.Image import Image

from malangnews.media.fields import PictureField
from malangnews.media.images import master, open_master
from malangnews.media.querysets import remove_on_commit
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


class Picture(models.Model):
    """What Photo builds on: the file, the point that stays in view, the renditions."""

    file = PictureField(
        "berkas",
        upload_to="foto/%Y/%m",
        width_field="width",
        height_field="height",
        help_text="JPEG, PNG, WebP atau AVIF, paling besar 20 MB dan 40 megapiksel. "
        "Lokasi dan data kamera dihapus dari berkas yang disimpan.",
    )
    width = models.PositiveIntegerField("lebar", editable=False)
    height = models.PositiveIntegerField("tinggi", editable=False)
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
    #: What tells the same picture again, "" for photos older than this field: see images.Master.
    digest = models.CharField("sidik gambar", max_length=64, blank=True, editable=False)
    #: The files that exist beside the master: a list of renditions.Rendition.
    renditions = models.JSONField("turunan", default=list, blank=True, editable=False)

    class Meta:
        abstract = True

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

    def _take_words(self, upload: File):
        """Learn what an upload says of itself, before it is replaced."""

    def _prepare_file(self):
        """Replace a fresh upload by its clean master, once."""
        if getattr(self, "_prepared", None) is not self.file.file:
            upload = self.file.file
            clean = master(upload)
            self._take_words(upload)
            self.file, self.digest = clean.file, clean.digest
            self.width, self.height = clean.image.size
            self._prepared, self._image = self.file.file, clean.image

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
