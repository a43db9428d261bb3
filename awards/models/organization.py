"""Who gives awards and who wins them."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from awards.querysets import OrganizationQuerySet, PersonQuerySet
from malangnews.core.models import Told
from malangnews.core.slugs import fill_slug


class Organization(Told):
    """An organiser or winner. Names it bore at other times stand beside it."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry", "Kementerian atau lembaga negara"
        PROVINCE = "province", "Pemerintah provinsi"
        CITY = "city", "Pemerintah kota atau kabupaten"
        OFFICE = "office", "Perangkat daerah"
        COMPANY = "company", "Perusahaan"
        MEDIA = "media", "Media"
        SCHOOL = "school", "Sekolah atau perguruan tinggi"
        COMMUNITY = "community", "Komunitas atau perkumpulan"
        OTHER = "other", "Lainnya"

    name = models.CharField(
        "nama", max_length=200, unique=True, help_text="Nama resmi yang sekarang, tanpa singkatan."
    )
    abbreviation = models.CharField(
        "singkatan", max_length=60, blank=True, help_text="Contoh: Diskominfo Kota Malang."
    )
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    website = models.URLField("situs web", blank=True)
    about = models.TextField("keterangan", blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = "lembaga"
        verbose_name_plural = "lembaga"
        ordering = ["name"]

    def __str__(self):
        return self.abbreviation or self.name

    def save(self, *args, **kwargs):
        fill_slug(self, str(self))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:organization_detail", args=[self.slug])

    def name_on(self, day: dt.date | None) -> str:
        """Return the full name that the organisation bore on ``day``, else the present one."""
        if day:
            for former in self.names.all():
                if not former.valid_from and not former.valid_until:
                    continue  # Another spelling, of no known time.
                if (former.valid_from or dt.date.min) <= day <= (former.valid_until or dt.date.max):
                    return former.name
        return self.name


class OrganizationName(models.Model):
    """Another name of an organisation, and when it held."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="names")
    name = models.CharField("nama", max_length=200)
    abbreviation = models.CharField("singkatan", max_length=60, blank=True)
    valid_from = models.DateField("berlaku sejak", null=True, blank=True)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta:
        verbose_name = "nama lain"
        verbose_name_plural = "nama lain"
        ordering = ["valid_from", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None)
                | Q(valid_until=None)
                | Q(valid_from__lte=F("valid_until")),
                name="awards_organizationname_in_order",
                violation_error_message="Masa berlaku berakhir sebelum mulai.",
            )
        ]

    def __str__(self):
        return self.name


class Person(Told):
    """Somebody who received an award by name."""

    name = models.CharField("nama", max_length=120)
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    known_as = models.CharField(
        "dikenal sebagai",
        max_length=200,
        blank=True,
        help_text="Jabatan atau asal yang membedakan.",
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "orang"
        verbose_name_plural = "orang"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        fill_slug(self, self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:person_detail", args=[self.slug])
