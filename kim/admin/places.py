"""Kecamatan and kelurahan: reference data that only changes by law, and a few words about them."""

from django.contrib import admin

from kim.admin.board import ShowsBoard
from kim.models import Kecamatan, Kelurahan
from malangnews.core.desk import DeskAdmin


@admin.register(Kelurahan)
class KelurahanAdmin(ShowsBoard, DeskAdmin):
    list_display = ["name", "kecamatan", "code", "postal_code", "area_km2"]
    list_filter = ["kecamatan"]
    list_select_related = ["kecamatan"]
    search_fields = ["name", "aliases", "code", "kecamatan__name"]
    autocomplete_fields = ["kecamatan", "neighbours"]
    fixed_fields = ("code", "slug")
    fieldsets = [
        (None, {"fields": ["name", "kecamatan", "about", "aliases"]}),
        ("Letak", {"fields": [("latitude", "longitude"), "area_km2", "neighbours"]}),
        ("Atlas", {"fields": [("hex_column", "hex_row")]}),
        ("Kode dan alamat", {"fields": [("code", "postal_code"), "slug"]}),
    ]

    def with_names(self, queryset):
        return queryset.select_related("kecamatan")

    def choice_label(self, obj):
        return f"{obj} (Kecamatan {obj.kecamatan})"


@admin.register(Kecamatan)
class KecamatanAdmin(DeskAdmin):
    list_display = ["name", "code", "kelurahan_count"]
    search_fields = ["name", "code"]
    fixed_fields = ("code", "slug")
    fields = ["name", "code", "slug"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description="kelurahan", ordering="kelurahan_count")
    def kelurahan_count(self, obj):
        return obj.kelurahan_count
