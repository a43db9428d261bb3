"""Totals of awards as officials stated them. Shown beside the computed ones, never used."""

from django.db import models

from awards.models.programme import Programme
from malangnews.core.models import StatedFigure


class StatedAwardFigure(StatedFigure):
    """A stated number of awards for a year, of one level or of all."""

    measure = models.CharField(
        "yang dihitung", max_length=160, help_text="Contoh: penghargaan Pemerintah Kota Malang."
    )
    year = models.PositiveSmallIntegerField("untuk tahun")
    level = models.CharField(
        "tingkat", max_length=13, choices=Programme.Level, blank=True, help_text="Kosong: semua."
    )

    class Meta(StatedFigure.Meta):
        verbose_name = "jumlah penghargaan menurut pejabat"
        verbose_name_plural = "jumlah penghargaan menurut pejabat"
        ordering = ["-year", "level", "as_of"]

    def __str__(self):
        return f"{self.value_text} {self.measure} {self.year}, {self.stated_by}"
