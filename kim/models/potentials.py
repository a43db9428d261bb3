"""What a kelurahan has to offer."""

from django.db import models
from django.urls import reverse

from kim.models.places import Kelurahan
from kim.querysets import PotentialQuerySet
from malangnews.core.models import Publishable, Sourced
from malangnews.core.slugs import fill_slug


class Potential(Publishable, Sourced):
    """A strength of a kelurahan: a craft, a food, a place, a business."""

    class Kind(models.TextChoices):
        UMKM = "umkm", "UMKM"
        CRAFT = "craft", "Kerajinan"
        FOOD = "food", "Kuliner"
        HERITAGE = "heritage", "Cagar budaya dan wisata"
        ARTS = "arts", "Seni dan budaya"
        ENVIRONMENT = "environment", "Lingkungan"
        EDUCATION = "education", "Pendidikan"

    name = models.CharField("nama", max_length=120, help_text="Contoh: Gerabah Penanggungan.")
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    kind = models.CharField("jenis", max_length=12, choices=Kind)
    kelurahan = models.ForeignKey(
        Kelurahan, verbose_name="kelurahan", on_delete=models.PROTECT, related_name="potentials"
    )
    summary = models.TextField("ringkasan", blank=True, help_text="Satu-dua kalimat.")
    place = models.CharField("tempat", max_length=200, blank=True)

    objects = PotentialQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "potensi"
        verbose_name_plural = "potensi"
        ordering = ["name"]
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["kelurahan", "name"],
                name="kim_potential_named_once",
                violation_error_message="Potensi itu sudah tercatat di kelurahan ini.",
            ),
        ]
        permissions = [("publish_potential", "Menerbitkan dan menarik potensi")]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        fill_slug(self, self.name)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("kim:potential_detail", args=[self.slug])

    def missing_for_publication(self) -> list[str]:
        return [] if self.summary else ["tulis ringkasannya"]
