"""Teaching the search: synonyms, chosen answers, and what readers did not find."""

from urllib.parse import urlencode

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from malangnews.core.desk import DeskAdmin
from malangnews.search.models import Miss, Pin, Synonym


@admin.register(Synonym)
class SynonymAdmin(DeskAdmin):
    list_display = ["__str__", "note"]
    search_fields = ["phrases", "note"]
    fields = ["phrases", "note"]
    text_lines = {"phrases": 6}


@admin.register(Pin)
class PinAdmin(DeskAdmin):
    list_display = ["words", "title", "address"]
    search_fields = ["words", "title", "address"]
    fields = ["words", "title", "address"]


@admin.register(Miss)
class MissAdmin(DeskAdmin):
    """Only read: readers write it by not finding."""

    list_display = ["words", "times", "last_on", "teach"]
    list_display_links = None
    search_fields = ["words"]
    date_hierarchy = "last_on"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="bantu pembaca")
    def teach(self, obj):
        return format_html(
            '<a href="{}?{}">Beri padanan</a> · <a href="{}?{}">Pilihkan jawaban</a>',
            reverse("admin:search_synonym_add"),
            urlencode({"phrases": obj.words}),
            reverse("admin:search_pin_add"),
            urlencode({"words": obj.words}),
        )
