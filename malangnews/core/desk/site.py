"""The admin site of the newsroom: its name, its front desk, its suggestions."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import HttpResponseRedirect
from django.urls import path

from malangnews.core.desk.base import DeskAdmin
from malangnews.core.desk.front import first_screen
from malangnews.core.desk.guide import guide
from malangnews.core.desk.on_site import view_on_site


class Suggestions(AutocompleteJsonView):
    """Suggestions of a field, in words that tell rows apart."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        if isinstance(self.model_admin, DeskAdmin):
            result["text"] = self.model_admin.choice_label(obj)
        return result


class Desk(admin.AdminSite):
    site_header = "malangnews · meja redaksi"
    site_title = "meja redaksi malangnews"
    index_title = "Meja redaksi"
    index_template = "admin/front_desk.html"

    def each_context(self, request):
        """Without the list of tables for somebody who may open none."""
        context = super().each_context(request)
        if not context.get("available_apps"):
            context["is_nav_sidebar_enabled"] = False
        return context

    def index(self, request, extra_context=None):
        """Begin with what waits for this editor; who has another home is led there."""
        if home := self._home_of(request):
            return HttpResponseRedirect(home)
        lists = {"desk_lists": first_screen(self, request)}
        return super().index(request, {**lists, **(extra_context or {})})

    def _home_of(self, request) -> str:
        """Return the first ``desk_home(request)`` that a room's admin names, "" for the desk."""
        for model_admin in self._registry.values():
            if hasattr(model_admin, "desk_home") and (home := model_admin.desk_home(request)):
                return home
        return ""

    def get_urls(self):
        page = self.admin_view(guide)
        return [
            path("panduan/", page, {"site": self}, name="guide"),
            path("panduan/<slug:slug>/", page, {"site": self}, name="guide_chapter"),
            path(
                "r/<path:content_type_id>/<path:object_id>/",
                self.admin_view(view_on_site),
                {"site": self},
                name="view_on_site",
            ),
            *super().get_urls(),
        ]

    def autocomplete_view(self, request):
        return Suggestions.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """Rooms as in the settings, and in a room the tables as their admin lists them."""
        rooms = [config.label for config in apps.get_app_configs()]
        tables = list(self._registry)
        listed = super().get_app_list(request, app_label)
        self._move_guests({room["app_label"]: room for room in listed})
        listed = [room for room in listed if room["models"]]
        for room in listed:
            room["models"].sort(key=lambda table: tables.index(table["model"]))
        return sorted(listed, key=lambda room: rooms.index(room["app_label"]))

    def _move_guests(self, listed: dict[str, dict]) -> None:
        """Put tables of other packages into the room whose furniture they are."""
        for label, room in listed.items():
            for table in list(room["models"]):
                host = listed.get(getattr(self._registry[table["model"]], "room", ""))
                if host is None or label == host["app_label"]:
                    continue
                room["models"].remove(table)
                host["models"].append({**table, "name": self._registry[table["model"]].listed_as})
