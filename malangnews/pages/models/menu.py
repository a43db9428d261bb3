"""The menus of every page: the one in the head, and two in the foot."""

from django.db import models
from django.db.models import Q

from malangnews.core.addresses import refuse_misread
from malangnews.core.models import Told
from malangnews.pages.models.page import Page


class MenuItem(Told):
    """A link in a menu, to a page that staff wrote or to any address."""

    class Menu(models.TextChoices):
        HEAD = "head", "Kepala: menu utama"
        EXPLORE = "explore", "Kaki: jelajah"
        OFFICE = "office", "Kaki: redaksi"

    menu = models.CharField("menu", max_length=8, choices=Menu)
    label = models.CharField("tulisan", max_length=40, help_text="Contoh: Pedoman media siber.")
    page = models.ForeignKey(
        Page,
        verbose_name="halaman",
        on_delete=models.CASCADE,
        related_name="menu_items",
        null=True,
        blank=True,
        help_text="Tampil selama halamannya terbit.",
    )
    address = models.CharField(
        "atau alamat",
        max_length=300,
        blank=True,
        validators=[refuse_misread],
        help_text="Di portal ini, diawali garis miring (/kim/potensi/), atau situs lain, diawali "
        "https://.",
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "isi menu"
        verbose_name_plural = "isi menu"
        ordering = ["menu", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(page__isnull=False, address="")
                | (Q(page__isnull=True) & ~Q(address="")),
                name="pages_menuitem_leads_to_one_place",
                violation_error_message="Pilih halaman atau isi alamat, salah satu saja.",
            ),
            models.CheckConstraint(
                condition=Q(address="")
                | Q(address__startswith="https://")
                | (Q(address__startswith="/") & ~Q(address__startswith="//")),
                name="pages_menuitem_address_is_one",
                violation_error_message="Awali alamat dengan satu garis miring atau https://.",
            ),
            models.UniqueConstraint(
                fields=["menu", "label"],
                name="pages_menuitem_once",
                violation_error_message="Tulisan itu sudah ada di menu ini.",
            ),
        ]

    def __str__(self):
        return self.label
