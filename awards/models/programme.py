"""Award programmes (ajang) and their yearly editions."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from awards.models.organization import Organization
from awards.querysets import EditionQuerySet, ProgrammeQuerySet
from malangnews.core.dates import precision_field, settle_dates
from malangnews.core.models import HasAliases, Told
from malangnews.core.slugs import fill_slug


class Programme(HasAliases, Told):
    """A competition or honour that is held again and again."""

    is_named_elsewhere = True

    class Level(models.TextChoices):
        INTERNATIONAL = "internasional", "Internasional"
        NATIONAL = "nasional", "Nasional"
        REGIONAL = "regional", "Regional"
        PROVINCE = "provinsi", "Provinsi"
        CITY = "kota", "Kota"
        DISTRICT = "kecamatan", "Kecamatan"

    name = models.CharField(
        "nama ajang", max_length=200, unique=True, help_text="Contoh: Anugerah Media Humas."
    )
    abbreviation = models.CharField(
        "singkatan", max_length=30, blank=True, help_text="Contoh: AMH."
    )
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    aliases = models.TextField(
        "ejaan lain", blank=True, help_text="Satu per baris. Contoh: Jatim Publik Relation Award."
    )
    organizer = models.ForeignKey(
        Organization,
        verbose_name="penyelenggara",
        on_delete=models.PROTECT,
        related_name="programmes",
        null=True,
        blank=True,
        help_text="Kosongkan bila belum diketahui.",
    )
    level = models.CharField(
        "tingkat",
        max_length=13,
        choices=Level,
        help_text="Cakupan ajangnya, bukan kelas pesertanya: lomba Diskominfo kabupaten/kota "
        "se-Jawa Timur bertingkat provinsi.",
    )
    about = models.TextField("tentang ajang", blank=True)
    website = models.URLField("situs web", blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "ajang"
        verbose_name_plural = "ajang"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        fill_slug(self, self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:programme_detail", args=[self.slug])

    @property
    def short_name(self) -> str:
        return self.abbreviation or self.name


class Edition(Told):
    """A programme in one year."""

    programme = models.ForeignKey(
        Programme, verbose_name="ajang", on_delete=models.PROTECT, related_name="editions"
    )
    year = models.PositiveSmallIntegerField("tahun", help_text="Contoh: 2023.")
    ordinal = models.PositiveSmallIntegerField(
        "penyelenggaraan ke-", null=True, blank=True, help_text="Bila disebut sumbernya."
    )
    theme = models.CharField("tema", max_length=200, blank=True)
    co_organizers = models.ManyToManyField(
        Organization,
        verbose_name="penyelenggara bersama",
        related_name="co_organized_editions",
        blank=True,
    )
    conferred_on = models.DateField(
        "tanggal penganugerahan",
        null=True,
        blank=True,
        help_text="Malam penganugerahan, bukan serah terima sesudahnya.",
    )
    conferred_on_precision = precision_field()
    place = models.CharField("tempat", max_length=120, blank=True, help_text="Contoh: Surabaya.")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "edisi"
        verbose_name_plural = "edisi"
        ordering = ["-year", "programme__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year"],
                name="awards_edition_once_a_year",
                violation_error_message="Edisi tahun itu sudah tercatat untuk ajang ini.",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1900, year__lte=2999),
                name="awards_edition_year_plausible",
                violation_error_message="Tahun harus antara 1900 dan 2999.",
            ),
        ]

    def __str__(self):
        return f"{self.programme} {self.year}"

    def save(self, *args, **kwargs):
        settle_dates(self, "conferred_on")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:edition_detail", args=[self.programme.slug, self.year])
