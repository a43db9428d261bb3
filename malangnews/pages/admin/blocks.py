"""The parts of the front page: which are shown, and in which order."""

from django.contrib import admin

from malangnews.core.desk import DeskAdmin
from malangnews.pages.admin.lists import NamesInputs, SaysWhenEmpty, StandsLast
from malangnews.pages.models import HomeBlock

AS_MADE = "beranda memakai susunan bawaan portal."


@admin.register(HomeBlock)
class HomeBlockAdmin(SaysWhenEmpty, StandsLast, NamesInputs, DeskAdmin):
    empty_words = f"Belum ada bagian yang diatur, jadi {AS_MADE}"
    ordering = ["position", "pk"]
    list_display = ["part", "is_shown", "position"]
    list_editable = ["is_shown", "position"]
    list_select_related = ["rubric"]
    autocomplete_fields = ["rubric"]
    fields = ["kind", "rubric", ("position", "is_shown")]

    def list_notice(self, request) -> str:
        shown = HomeBlock.objects.values_list("is_shown", flat=True)
        return (
            f"Tidak ada bagian yang ditampilkan, jadi {AS_MADE}" if shown and not any(shown) else ""
        )

    @admin.display(description="bagian", ordering="kind")
    def part(self, obj):
        return str(obj)
