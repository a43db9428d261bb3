"""The first screen of the desk: what waits everywhere, then what each room wants to be seen.

A room gives its lists by ``desk_lists(request)`` on one of its admins.
"""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from malangnews.core.desk.queues import SHOWN, DeskList, front_desk, moment
from malangnews.core.desk.staleness import stale
from malangnews.core.models import Publishable

__all__ = ["DeskList", "changelist", "first_screen"]


def changelist(model: type[Model], rest: str = "") -> str:
    """Return the address of the list of ``model`` at the desk, with ``rest`` behind it."""
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist") + rest


def first_screen(site: admin.AdminSite, request: HttpRequest) -> list[DeskList]:
    """Return all lists that this editor may see, those of the rooms after the common ones."""
    lists = front_desk(site, request)
    lists.append(_stale_list(site, request))
    for model_admin in site._registry.values():
        if hasattr(model_admin, "desk_lists") and model_admin.has_view_permission(request):
            lists += model_admin.desk_lists(request)
    return lists


def _stale_list(site: admin.AdminSite, request: HttpRequest) -> DeskList:
    """What is public and was not saved for a year, of every kind, two queries a kind."""
    counts, rows = [], []
    for model, model_admin in site._registry.items():
        if not issubclass(model, Publishable) or not model_admin.has_view_permission(request):
            continue
        old = stale(model.objects.published())
        number = old.count()
        if not number:
            continue
        address = changelist(model, "?antrean=terbit&lama=setahun")
        kinds = model._meta.verbose_name_plural
        counts.append({"label": kinds, "count": number, "url": address})
        for obj in model_admin.with_names(old).order_by("updated_at")[:SHOWN]:
            row = {"kind": model._meta.verbose_name, "title": str(obj), "when": obj.updated_at}
            row |= {"url": changelist(model, f"{obj.pk}/change/"), "moment": moment(obj.updated_at)}
            rows.append(row)
    rows.sort(key=lambda row: row["when"])
    empty = "Tidak ada. Yang terbit dan setahun tidak disimpan tampil di sini untuk ditinjau lagi."
    return DeskList("Setahun tidak ditinjau", empty, counts, rows[:SHOWN])
