"""The menus in the head and the foot of every page."""

from django.contrib import admin, messages
from django.db.models import Case, IntegerField, Value, When
from django.utils.html import format_html

from malangnews.core.desk import DeskAdmin
from malangnews.pages.admin.addresses import LeadsSomewhere
from malangnews.pages.admin.lists import NamesInputs, SaysWhenEmpty, StandsLast, badge_of
from malangnews.pages.models import MenuItem

MENUS = [When(menu=menu, then=Value(place)) for place, menu in enumerate(MenuItem.Menu.values)]
#: As the menus stand on a page: head first.
AS_SHOWN = Case(*MENUS, output_field=IntegerField()).asc()


@admin.register(MenuItem)
class MenuItemAdmin(SaysWhenEmpty, StandsLast, NamesInputs, DeskAdmin):
    form = LeadsSomewhere
    empty_words = "Menu masih kosong, jadi tidak tampil di portal. Tambahkan tautan pertamanya."
    ordering = [AS_SHOWN, "position", "pk"]
    list_display = ["label", "menu", "leads_to", "position"]
    list_editable = ["position"]
    list_filter = ["menu"]
    list_select_related = ["page"]
    search_fields = ["label", "address", "page__title"]
    autocomplete_fields = ["page"]
    fieldsets = [
        (
            "Tautan",
            {
                "fields": [("menu", "position"), "label"],
                "description": "Dalam satu menu, angka urutan yang kecil lebih dulu.",
            },
        ),
        (
            "Menuju ke mana",
            {
                "fields": ["page", "address"],
                "description": "Pilih halaman, atau tulis alamat: salah satu saja.",
            },
        ),
    ]

    @admin.display(description="menuju")
    def leads_to(self, obj):
        if obj.page is None:
            return format_html('<a href="{}">{}</a>', obj.address, obj.address)
        address = obj.page.get_absolute_url()
        link = format_html('<a href="{}">{}</a>', address, obj.page.title)
        if obj.page.is_public:
            return link
        return format_html("{} {}", link, badge_of("review", "Tidak tampil: halaman belum terbit"))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if obj.page and not obj.page.is_public:
            words = f"“{obj}” belum tampil: halaman “{obj.page}” belum terbit."
            self.message_user(request, words, messages.WARNING)
