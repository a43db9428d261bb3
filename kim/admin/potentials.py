"""Potentials of the kelurahan, and the numbers of KIM that officials stated."""

from django.contrib import admin

from kim.admin.consent_rows import ContactInline, KeepsPeoplePrivate
from kim.models import Potential, StatedKimFigure
from malangnews.core.desk import DeskAdmin, PublishableAdmin, badge


@admin.register(Potential)
class PotentialAdmin(KeepsPeoplePrivate, PublishableAdmin):
    list_display = ["name", "kind", "kelurahan", badge]
    list_filter = ["kind", "kelurahan__kecamatan"]
    list_select_related = ["kelurahan"]
    search_fields = ["name", "summary", "kelurahan__name"]
    autocomplete_fields = ["kelurahan"]
    inlines = [ContactInline]
    people = "contacts"
    fieldsets = [
        ("Potensi", {"fields": ["name", ("kind", "kelurahan"), "summary", "products", "place"]}),
        ("Sumber", {"fields": ["source_name", "source_url"]}),
    ]

    def with_names(self, queryset):
        return queryset.select_related("kelurahan")

    def choice_label(self, obj):
        return f"{obj} · {obj.get_kind_display()}, {obj.kelurahan}"


@admin.register(StatedKimFigure)
class StatedKimFigureAdmin(DeskAdmin):
    list_display = ["value_text", "as_of", "stated_by", "source_name"]
    list_display_links = ["value_text", "stated_by"]
    search_fields = ["stated_by", "source_name"]
    date_hierarchy = "as_of"
    fieldsets = [
        ("Angkanya", {"fields": [("value_min", "value_max"), ("as_of", "as_of_precision")]}),
        ("Kata siapa", {"fields": ["stated_by", "source_name", "source_url"]}),
    ]
