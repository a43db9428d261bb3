"""Works that won: a video, a website, a campaign."""

from django.db import models
from django.urls import reverse

from awards.querysets import WorkQuerySet
from malangnews.core.models import Told
from malangnews.core.slugs import fill_slug


class Work(Told):
    """A work entered in a competition."""

    class Kind(models.TextChoices):
        VIDEO = "video", "Video"
        WEBSITE = "website", "Situs web"
        CAMPAIGN = "campaign", "Kampanye"
        ACCOUNT = "account", "Akun media sosial"
        MAGAZINE = "magazine", "Majalah atau buletin"
        ARTICLE = "article", "Tulisan"
        RUBRIC = "rubric", "Rubrik"
        APP = "app", "Aplikasi"
        OTHER = "other", "Lainnya"

    title = models.CharField("judul", max_length=200, help_text="Tanpa tanda kutip.")
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    kind = models.CharField("jenis", max_length=8, choices=Kind)
    url = models.URLField("alamat karya", blank=True)
    about = models.TextField("tentang karya", blank=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        verbose_name = "karya"
        verbose_name_plural = "karya"
        ordering = ["title"]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        fill_slug(self, self.title)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("awards:work_detail", args=[self.slug])
