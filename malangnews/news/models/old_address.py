"""Addresses that were given up: each leads on to where its page is now."""

from django.db import models
from django.db.models import Q
from taggit.models import Tag

from malangnews.news.models.article import Article
from malangnews.news.models.rubric import Rubric


class OldAddress(models.Model):
    """The former slug of a story, a rubric or a tag; links to it answer 301."""

    class Kind(models.TextChoices):
        STORY = "story", "berita"
        RUBRIC = "rubric", "rubrik"
        TAG = "tag", "tag"

    kind = models.CharField("jenis", max_length=6, choices=Kind)
    slug = models.CharField("alamat lama", max_length=120)
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="old_addresses", null=True, blank=True
    )
    rubric = models.ForeignKey(
        Rubric, on_delete=models.CASCADE, related_name="old_addresses", null=True, blank=True
    )
    tag = models.ForeignKey(
        Tag, on_delete=models.CASCADE, related_name="old_addresses", null=True, blank=True
    )
    given_up_at = models.DateTimeField("diganti pada", auto_now_add=True)

    class Meta:
        verbose_name = "alamat lama"
        verbose_name_plural = "alamat lama"
        ordering = ["kind", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "slug"],
                name="news_oldaddress_leads_to_one",
                violation_error_message="Alamat lama itu sudah menuju halaman lain.",
            ),
            models.CheckConstraint(
                condition=Q(kind="story", article__isnull=False, rubric=None, tag=None)
                | Q(kind="rubric", article=None, rubric__isnull=False, tag=None)
                | Q(kind="tag", article=None, rubric=None, tag__isnull=False),
                name="news_oldaddress_has_one_target",
                violation_error_message="Alamat lama harus menuju satu halaman sejenis.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.slug}"
