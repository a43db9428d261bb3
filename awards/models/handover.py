"""Serah terima: the occasion on which awards were handed over."""

from django.db import models
from django.urls import reverse

from awards.models.award import Award
from malangnews.core.models import Publishable, Sourced
from malangnews.core.querysets import PublishableQuerySet
from malangnews.core.slugs import fill_slug


class Handover(Publishable, Sourced):
    """A hand-over has its own date and presenter; the award's own dates do not change by it."""

    occasion = models.CharField(
        "kesempatan", max_length=200, help_text="Contoh: Sebelum apel pagi Pemerintah Kota Malang."
    )
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    held_on = models.DateField("tanggal")
    place = models.CharField(
        "tempat", max_length=160, help_text="Contoh: Halaman Balai Kota Malang."
    )
    presenter = models.CharField(
        "diserahkan oleh", max_length=120, blank=True, help_text="Nama tanpa jabatan."
    )
    presenter_office = models.CharField(
        "jabatan saat itu",
        max_length=120,
        blank=True,
        help_text="Jabatan pada hari serah terima. Contoh: Penjabat Wali Kota Malang.",
    )
    awards = models.ManyToManyField(
        Award, verbose_name="penghargaan yang diserahkan", related_name="handovers", blank=True
    )

    objects = PublishableQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "serah terima"
        verbose_name_plural = "serah terima"
        ordering = ["-held_on", "-pk"]
        permissions = [("publish_handover", "Menerbitkan dan menarik serah terima")]

    def __str__(self):
        return f"{self.occasion}, {self.held_on:%d/%m/%Y}"

    def save(self, *args, **kwargs):
        fill_slug(self, f"{self.occasion} {self.held_on}")
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:handover_detail", args=[self.slug])

    def missing_for_publication(self) -> list[str]:
        return [] if self.awards.exists() else ["pilih penghargaan yang diserahkan"]
