"""Filters of the photo library's list."""

from django.contrib import admin

from malangnews.core.desk.queues import MineFilter


class CompleteFilter(admin.SimpleListFilter):
    """Photos that still lack alternative text or credit."""

    title = "kelengkapan"
    parameter_name = "lengkap"

    def lookups(self, request, model_admin):
        return [("belum", "Belum lengkap")]

    def queryset(self, request, queryset):
        return queryset.incomplete() if self.value() == "belum" else queryset


class UseFilter(admin.SimpleListFilter):
    """Photos that a row shows, and those that none does."""

    title = "pemakaian"
    parameter_name = "dipakai"

    def lookups(self, request, model_admin):
        return [("ya", "Dipakai"), ("belum", "Belum dipakai")]

    def queryset(self, request, queryset):
        if self.value() == "ya":
            return queryset.in_use()
        return queryset.out_of_use() if self.value() == "belum" else queryset


class UploaderFilter(MineFilter):
    """Photos that the editor put into the library."""

    title = "pengunggah"

    def lookups(self, request, model_admin):
        return [("saya", "Unggahan saya")]

    def queryset(self, request, queryset):
        return queryset.filter(uploaded_by=self.user) if self.value() == "saya" else queryset
