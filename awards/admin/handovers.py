"""Hand-overs, and the totals that officials stated."""

from django.contrib import admin
from django.db.models import Count

from awards.models import Handover, StatedAwardFigure
from malangnews.core.desk import DeskAdmin, PublishableAdmin, badge


@admin.register(Handover)
class HandoverAdmin(PublishableAdmin):
    list_display = ["occasion", "held_on", "place", "award_count", badge]
    list_filter = [("held_on", admin.DateFieldListFilter)]
    search_fields = ["occasion", "place", "presenter", "presenter_office"]
    autocomplete_fields = ["awards"]
    date_hierarchy = "held_on"
    fieldsets = [
        ("Peristiwa", {"fields": ["occasion", ("held_on", "place")]}),
        ("Yang menyerahkan", {"fields": [("presenter", "presenter_office")]}),
        ("Penghargaan", {"fields": ["awards"]}),
        ("Sumber", {"fields": ["source_name", "source_url"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(award_count=Count("awards"))

    @admin.display(description="penghargaan", ordering="award_count")
    def award_count(self, obj):
        return obj.award_count


@admin.register(StatedAwardFigure)
class StatedAwardFigureAdmin(DeskAdmin):
    list_display = ["value_text", "measure", "year", "level", "stated_by", "as_of"]
    list_display_links = ["value_text", "measure"]
    list_filter = ["year", "level"]
    search_fields = ["measure", "stated_by", "source_name", "year"]
    date_hierarchy = "as_of"
    fieldsets = [
        ("Angkanya", {"fields": ["measure", ("year", "level"), ("value_min", "value_max")]}),
        ("Kata siapa", {"fields": ["stated_by", ("as_of", "as_of_precision")]}),
        ("Sumber", {"fields": ["source_name", "source_url"]}),
    ]
