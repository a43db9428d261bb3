"""Pages of text: written like a story, published by an editor, put into a menu."""

import re

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from malangnews.core.desk import DeskTabularInline, PublishableAdmin, badge
from malangnews.media.models import Photo
from malangnews.news.admin.editor import WritesRich
from malangnews.news.embeds import fill, references
from malangnews.pages.admin.lists import SaysWhenEmpty, StandsLast
from malangnews.pages.admin.starting import BeginsFromStarters
from malangnews.pages.models import MenuItem, Page

#: What a starter leaves to be filled in: "[isi alamat kantor]".
OPEN = re.compile(r"\[isi\b[^\]\n<]{0,80}\]?", re.IGNORECASE)
TOLD = 5


def left_open(page: Page) -> list[str]:
    """Return, in words for the editor, what readers must not find: gaps of a starter, photos
    without their words."""
    gaps = OPEN.findall(f"{page.title}\n{page.summary}\n{page.body_html}")
    lacks = [f"ganti “{gap}” dengan isinya" for gap in dict.fromkeys(gaps)][:TOLD]
    shown = Photo.objects.filter(pk__in=references(page.body_html).photos).order_by("pk")
    return lacks + [lack for photo in shown for lack in photo.missing_for_publication()]


class MenuItemInline(StandsLast, DeskTabularInline):
    model = MenuItem
    verbose_name_plural = "tautan di menu (tampil begitu halaman terbit)"
    fields = ["menu", "label", "position"]


@admin.register(Page)
class PageAdmin(SaysWhenEmpty, BeginsFromStarters, WritesRich, PublishableAdmin):
    change_list_template = "admin/pages/page_change_list.html"
    empty_words = (
        "Belum ada halaman. Mulai dari halaman awal yang sudah disiapkan, atau tambahkan sendiri."
    )
    ordering = ["title"]
    list_display = ["title", badge, "in_menus", "updated_at"]
    search_fields = ["title", "summary", "slug"]
    text_lines = {"body": 20}
    inlines = [MenuItemInline]
    fieldsets = [("Halaman", {"fields": ["title", "summary", "body"]})]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("menu_items")

    def may_take_photos(self, request) -> bool:
        """Photos come from the library; new ones are put there first."""
        return False

    def lacks(self, obj) -> list[str]:
        return [*super().lacks(obj), *left_open(self._only(obj).get())]

    def publish_one(self, request, obj) -> bool:
        if found := left_open(obj):
            raise ValidationError(f"Masih kurang: {'; '.join(found)}.")
        return super().publish_one(request, obj)

    @admin.display(description="di menu")
    def in_menus(self, obj):
        found = [item.get_menu_display() for item in obj.menu_items.all()]
        return ", ".join(dict.fromkeys(found)) or "belum"

    @admin.display(description="isi halaman")
    def body_now(self, obj):
        shown = fill(obj)
        return (
            format_html('<div class="story-shown">{}</div>', shown) if shown else "Belum ada isi."
        )
