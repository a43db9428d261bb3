"""What a kelurahan has to offer."""

from django.db import models
from django.urls import reverse

from kim.models.consent import Consented
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
    products = models.TextField(
        "produk", blank=True, help_text="Satu per baris. Contoh: guci gerabah."
    )
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

    @property
    def product_list(self) -> list[str]:
        """The products, one a line in the field."""
        return [line.strip() for line in self.products.splitlines() if line.strip()]

    def missing_for_publication(self) -> list[str]:
        return [] if self.summary else ["tulis ringkasannya"]


class PotentialContact(Consented):
    """A way to reach who owns a potential. Private unless the owner agreed."""

    class Kind(models.TextChoices):
        PHONE = "phone", "Telepon"
        WHATSAPP = "whatsapp", "WhatsApp"
        EMAIL = "email", "Surel"
        WEBSITE = "website", "Situs web"
        ACCOUNT = "account", "Akun media sosial"

    potential = models.ForeignKey(Potential, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField("jenis", max_length=8, choices=Kind)
    value = models.CharField(
        "kontak",
        max_length=200,
        help_text="Nomor dengan kode wilayah, atau alamat lengkap. Contoh: 0341 123456.",
    )

    class Meta:
        verbose_name = "kontak"
        verbose_name_plural = "kontak"
        ordering = ["kind", "pk"]
        constraints = [
            *Consented.Meta.constraints,
            models.UniqueConstraint(
                fields=["potential", "kind", "value"],
                name="kim_potentialcontact_listed_once",
                violation_error_message="Kontak itu sudah tercatat pada potensi ini.",
            ),
        ]

    def __str__(self):
        return self.value

    def texts(self) -> dict[str, str]:
        """In the address of a page long numbers are common, and nobody's identity."""
        is_address = self.kind in (self.Kind.WEBSITE, self.Kind.ACCOUNT)
        return super().texts() if is_address else {**super().texts(), "value": self.value}
