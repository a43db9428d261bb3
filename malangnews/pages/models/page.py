"""Pages of text that staff write: tentang, redaksi, privasi."""

from django.db import models
from django.urls import reverse

from malangnews.core.models import Publishable
from malangnews.core.slugs import fill_slug
from malangnews.core.text import render, trusted
from malangnews.media.models import Photo
from malangnews.news.embeds import references


class Page(Publishable):
    """A page that stays: who we are, how we work, what readers may ask of us."""

    title = models.CharField("judul", max_length=120, help_text="Contoh: Pedoman media siber.")
    slug = models.SlugField("alamat", max_length=120, unique=True, blank=True)
    summary = models.TextField(
        "ringkasan",
        max_length=300,
        blank=True,
        help_text="Satu-dua kalimat, untuk pembuka halaman dan mesin pencari.",
    )
    body = models.TextField("isi halaman", blank=True)
    body_html = models.TextField(editable=False, blank=True)
    photos = models.ManyToManyField(
        Photo, verbose_name="foto dalam halaman", related_name="shown_on", editable=False
    )

    class Meta(Publishable.Meta):
        verbose_name = "halaman"
        verbose_name_plural = "halaman"
        ordering = ["title"]
        permissions = [("publish_page", "Menerbitkan dan menarik halaman")]

    def __str__(self):
        return self.title

    def save(self, *args, **kwargs):
        self.body_html = render(self.body)
        fill_slug(self, self.title)
        super().save(*args, **kwargs)
        self.photos.set(Photo.objects.filter(pk__in=references(self.body_html).photos))

    def get_absolute_url(self):
        return reverse("pages:page_detail", args=[self.slug])

    @property
    def safe_body(self):
        """The stored clean HTML, ready for a template."""
        return trusted(self.body_html)

    def missing_for_publication(self) -> list[str]:
        needed = {"naskah halaman": self.body_html, "ringkasan": self.summary}
        return [f"isi {name}" for name, value in needed.items() if not value]
