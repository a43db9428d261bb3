"""Kecamatan and kelurahan: reference data, loaded by a migration from kim/data/kelurahan.csv."""

from django.db import models
from django.urls import reverse

from kim.querysets import KecamatanQuerySet, KelurahanQuerySet
from malangnews.core.models import HasAliases, Told


class Kecamatan(Told):
    """One of the five districts."""

    code = models.CharField(
        "kode Kemendagri", max_length=8, unique=True, help_text="Contoh: 35.73.02."
    )
    name = models.CharField("nama", max_length=60, unique=True)
    slug = models.SlugField("alamat", max_length=60, unique=True)

    objects = KecamatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kecamatan"
        verbose_name_plural = "kecamatan"
        ordering = ["code"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("kim:kecamatan_detail", args=[self.slug])


class Kelurahan(HasAliases, Told):
    """One of the 57 urban villages, with its place on the map and in the hex atlas."""

    is_named_elsewhere = True

    code = models.CharField(
        "kode Kemendagri", max_length=13, unique=True, help_text="Contoh: 35.73.02.1003."
    )
    name = models.CharField("nama", max_length=60, unique=True)
    slug = models.SlugField("alamat", max_length=60, unique=True)
    kecamatan = models.ForeignKey(
        Kecamatan, verbose_name="kecamatan", on_delete=models.PROTECT, related_name="kelurahan"
    )
    postal_code = models.CharField("kode pos", max_length=5)
    latitude = models.DecimalField("lintang", max_digits=9, decimal_places=6)
    longitude = models.DecimalField("bujur", max_digits=9, decimal_places=6)
    area_km2 = models.DecimalField("luas (km²)", max_digits=6, decimal_places=3)
    hex_column = models.PositiveSmallIntegerField(
        "kolom atlas", help_text="Tempat ubin pada atlas segi enam, dari kiri; kolom 0 paling kiri."
    )
    hex_row = models.PositiveSmallIntegerField(
        "baris atlas", help_text="Dari atas; baris 0 teratas."
    )
    aliases = models.TextField(
        "ejaan lain", blank=True, help_text="Satu per baris. Contoh: Rampal Celaket."
    )
    about = models.TextField(
        "tentang kelurahan", blank=True, help_text="Satu-dua kalimat yang bersumber."
    )
    neighbours = models.ManyToManyField("self", verbose_name="bertetangga dengan", blank=True)

    objects = KelurahanQuerySet.as_manager()

    class Meta:
        verbose_name = "kelurahan"
        verbose_name_plural = "kelurahan"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["hex_column", "hex_row"],
                name="kim_kelurahan_hex_taken_once",
                violation_error_message="Ubin atlas itu sudah ditempati kelurahan lain.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("kim:kelurahan_detail", args=[self.slug])
