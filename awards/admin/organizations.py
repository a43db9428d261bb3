"""Who gives and who receives awards, and the works that won."""

from django.contrib import admin

from awards.admin.merges import MergesRows
from awards.models import Organization, OrganizationName, Person, Work
from malangnews.core.desk import DeskAdmin, DeskTabularInline


class NameInline(DeskTabularInline):
    model = OrganizationName
    fields = ["name", "abbreviation", "valid_from", "valid_until"]


@admin.register(Organization)
class OrganizationAdmin(MergesRows, DeskAdmin):
    list_display = ["name", "abbreviation", "kind"]
    list_filter = ["kind"]
    search_fields = ["name", "abbreviation", "names__name", "names__abbreviation"]
    inlines = [NameInline]
    shown_by = ("awards", "programmes__editions__awards", "co_organized_editions__awards")
    fieldsets = [
        ("Lembaga", {"fields": [("name", "abbreviation"), "kind"]}),
        ("Keterangan", {"fields": ["about", "website", "slug"]}),
    ]

    def choice_label(self, obj):
        return f"{obj.name} ({obj.abbreviation})" if obj.abbreviation else obj.name


@admin.register(Work)
class WorkAdmin(MergesRows, DeskAdmin):
    list_display = ["title", "kind", "url"]
    list_filter = ["kind"]
    search_fields = ["title", "about"]
    shown_by = ("awards",)
    fieldsets = [
        ("Karya", {"fields": ["title", "kind", "url", "about"]}),
        ("Alamat halaman", {"fields": ["slug"]}),
    ]

    def choice_label(self, obj):
        return f"{obj} ({obj.get_kind_display()})"


@admin.register(Person)
class PersonAdmin(MergesRows, DeskAdmin):
    list_display = ["name", "known_as"]
    search_fields = ["name", "known_as"]
    shown_by = ("awards",)
    fields = ["name", "known_as", "slug"]

    def choice_label(self, obj):
        return f"{obj} ({obj.known_as})" if obj.known_as else str(obj)
