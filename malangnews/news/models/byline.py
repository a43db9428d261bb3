"""Who made a story: initials of the office, or a KIM."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kim.models import Kim
from malangnews.news.models.article import Article


class StaffInitial(models.Model):
    """The initials that a member of the office signs with."""

    initials = models.CharField("inisial", max_length=6, help_text="Huruf kecil. Contoh: say.")
    full_name = models.CharField("nama lengkap", max_length=120, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        on_delete=models.SET_NULL,
        related_name="initials",
        null=True,
        blank=True,
    )
    is_active = models.BooleanField("masih dipakai", default=True)

    class Meta:
        verbose_name = "inisial"
        verbose_name_plural = "inisial"
        ordering = ["initials"]
        constraints = [
            models.UniqueConstraint(
                fields=["initials"],
                condition=Q(is_active=True),
                name="news_staffinitial_one_active_holder",
                violation_error_message="Inisial itu masih dipakai orang lain.",
            )
        ]

    def __str__(self):
        return f"{self.initials} ({self.full_name})" if self.full_name else self.initials


class Byline(models.Model):
    """One maker of a story, by initials or as a KIM."""

    class Role(models.TextChoices):
        WRITER = "writer", "Penulis"
        EDITOR = "editor", "Penyunting"
        PHOTOGRAPHER = "photographer", "Fotografer"
        CONTRIBUTOR = "contributor", "Kontributor"

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    role = models.CharField("peran", max_length=12, choices=Role)
    initial = models.ForeignKey(
        StaffInitial,
        verbose_name="inisial",
        on_delete=models.PROTECT,
        related_name="bylines",
        null=True,
        blank=True,
    )
    kim = models.ForeignKey(
        Kim,
        verbose_name="KIM",
        on_delete=models.PROTECT,
        related_name="bylines",
        null=True,
        blank=True,
    )
    position = models.PositiveSmallIntegerField("urutan", default=1)

    class Meta:
        verbose_name = "pembuat"
        verbose_name_plural = "pembuat"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(initial__isnull=False, kim=None) | Q(initial=None, kim__isnull=False),
                name="news_byline_initial_or_kim",
                violation_error_message="Pilih inisial atau KIM, salah satu.",
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.signature}"

    @property
    def signature(self) -> str:
        """The initials, or the name of the KIM."""
        return self.initial.initials if self.initial_id else str(self.kim)

    @property
    def initials_url(self) -> str:
        """The page of these initials; "" for a KIM, and for letters that no address can hold."""
        if not self.initial_id or "/" in self.initial.initials:
            return ""
        return reverse("news:initial_detail", args=[self.initial.initials])

    @property
    def is_signed(self) -> bool:
        """True for the initials that stand at the end of the story."""
        return bool(self.initial_id) and self.role in (self.Role.WRITER, self.Role.EDITOR)
