"""Real boundaries of the kelurahan, when a deployment has them (manage.py load_boundaries)."""

from django.db import models

from kim.models.places import Kelurahan
from malangnews.core.models import Sourced


class Boundary(Sourced):
    """The outline of a kelurahan: polygons, each a list of rings of [longitude, latitude]."""

    kelurahan = models.OneToOneField(
        Kelurahan, verbose_name="kelurahan", on_delete=models.CASCADE, related_name="boundary"
    )
    polygons = models.JSONField("poligon")
    licence = models.CharField("lisensi", max_length=120, blank=True)
    loaded_at = models.DateTimeField("dimuat pada", auto_now=True)

    class Meta:
        verbose_name = "batas kelurahan"
        verbose_name_plural = "batas kelurahan"
        ordering = ["kelurahan"]

    def __str__(self):
        return f"Batas {self.kelurahan}"
