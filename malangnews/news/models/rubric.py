"""Rubrics: the columns of the portal, some with a rhythm."""

from django.db import models
from django.urls import reverse

from malangnews.core.models import Told
from malangnews.core.slugs import fill_slug, given_up
from malangnews.news.querysets import RubricQuerySet


class Rubric(Told):
    """A column that stories belong to."""

    is_named_elsewhere = True

    class Cadence(models.TextChoices):
        NONE = "none", "Tanpa jadwal"
        WEEKLY = "weekly", "Mingguan"
        MONTHLY = "monthly", "Bulanan"

    class Palette(models.TextChoices):
        INDIGO = "indigo", "Indigo"
        SOGAN = "sogan", "Sogan"
        AREMA = "arema", "Arema"
        KUNYIT = "kunyit", "Kunyit"
        DAUN = "daun", "Daun"
        TERONG = "terong", "Terong"

    name = models.CharField(
        "nama rubrik", max_length=80, unique=True, help_text="Contoh: UMKM Of The Week."
    )
    slug = models.SlugField("alamat", max_length=80, unique=True, blank=True)
    about = models.TextField("tentang rubrik", blank=True, help_text="Satu-dua kalimat.")
    cadence = models.CharField("irama terbit", max_length=8, choices=Cadence, default=Cadence.NONE)
    palette = models.CharField(
        "warna batik",
        max_length=8,
        choices=Palette,
        default=Palette.INDIGO,
        help_text="Warna kain pada berita tanpa foto.",
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)

    objects = RubricQuerySet.as_manager()

    class Meta:
        verbose_name = "rubrik"
        verbose_name_plural = "rubrik"
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        fill_slug(self, self.name, given_up(self))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("news:rubric_detail", args=[self.slug])
