"""Filters of the list of stories that the coverage board leads to."""

from django.contrib import admin
from django.db.models import Q

from kim.models import Kelurahan
from malangnews.core.desk.fields import is_row_id
from malangnews.core.quarters import Quarter


class ChosenFilter(admin.SimpleListFilter):
    """Shown only when an address asks for it: the whole choice would be longer than the list."""

    def lookups(self, request, model_admin):
        chosen = self.read(self.value())
        return [(self.value(), str(chosen))] if chosen else []

    def read(self, text):
        """Return what ``text`` names, None when it names nothing."""
        raise NotImplementedError


class PlaceFilter(ChosenFilter):
    """Stories linked to a kelurahan, or to one of its potentials."""

    title = "kelurahan"
    parameter_name = "wilayah"

    def read(self, text):
        return Kelurahan.objects.filter(pk=text).first() if is_row_id(text) else None

    def queryset(self, request, queryset):
        place = self.value()
        if not is_row_id(place):
            return queryset
        told = Q(kelurahan=place) | Q(potentials__kelurahan=place)
        keys = queryset.model.objects.filter(told).order_by().values("pk")
        return queryset.filter(pk__in=keys)


class QuarterFilter(ChosenFilter):
    """Stories published in a quarter, by the clock in Malang."""

    title = "triwulan terbit"
    parameter_name = "triwulan"

    def read(self, text):
        return Quarter.read(text or "")

    def queryset(self, request, queryset):
        quarter = self.read(self.value())
        return queryset.published_within(quarter.first, quarter.last) if quarter else queryset


class FiltersByPlace:
    """Part of ArticleAdmin."""

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), PlaceFilter, QuarterFilter]
