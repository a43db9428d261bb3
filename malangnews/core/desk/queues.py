"""Where a row stands on its way to the reader: badges, filters, and the lists of the front desk."""

from dataclasses import dataclass

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from malangnews.core.dates import format_date
from malangnews.core.models import Publishable

# Value in the address, words, and the question that the queryset answers.
QUEUES = (
    ("draf", "Draf", "drafts"),
    ("tinjauan", "Menunggu tinjauan", "in_review"),
    ("terjadwal", "Terjadwal", "scheduled"),
    ("terbit", "Terbit", "published"),
    ("berakhir", "Berakhir", "expired"),
    ("ditarik", "Ditarik", "withdrawn"),
)
SHOWN = 5


def standing(obj: Publishable) -> tuple[str, str]:
    """Return (key, words) of where a row stands; scheduled is not yet published,
    expired no longer."""
    if obj.is_scheduled:
        return "scheduled", "Terjadwal"
    if obj.is_expired:
        return "expired", "Berakhir"
    return obj.status, obj.get_status_display()


def moment(value) -> str:
    """Return "6 November 2023 pukul 08.00", by the clock in Malang; "" for None."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{format_date(local.date())} pukul {local:%H.%M}"


@admin.display(description="status", ordering="status")
def badge(obj: Publishable) -> str:
    """A list column: where the row stands."""
    if not obj.pk:
        return ""
    key, words = standing(obj)
    return format_html('<span class="desk-badge is-{}">{}</span>', key, words)


class QueueFilter(admin.SimpleListFilter):
    """Shown as tabs above the list, so its place in the side column stays empty."""

    title = "antrean"
    parameter_name = "antrean"
    template = "admin/queue_filter.html"

    def lookups(self, request, model_admin):
        ends = hasattr(model_admin.model, "published_until")
        return [(value, words) for value, words, verb in QUEUES if ends or verb != "expired"]

    def queryset(self, request, queryset):
        verbs = {value: verb for value, _, verb in QUEUES}
        verb = verbs.get(self.value())
        return getattr(queryset, verb)() if verb else queryset


class MineFilter(admin.SimpleListFilter):
    """Rows that the editor began."""

    title = "pembuat"
    parameter_name = "milik"

    def __init__(self, request, params, model, model_admin):
        self.user = request.user
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        return [("saya", "Buatan saya")]

    def queryset(self, request, queryset):
        return queryset.filter(created_by=self.user) if self.value() == "saya" else queryset


@dataclass(frozen=True)
class DeskList:
    """One list of the front desk: its name, the rows of each kind, and the latest few."""

    title: str
    empty: str
    counts: list[dict]
    rows: list[dict]


def front_desk(site: admin.AdminSite, request: HttpRequest) -> list[DeskList]:
    """Return the four lists that an editor starts the day with, over every kind of row."""
    admins = [
        model_admin
        for model, model_admin in site._registry.items()
        if issubclass(model, Publishable) and model_admin.has_view_permission(request)
    ]
    mine = {"created_by": request.user}
    return [
        _desk_list(
            admins, "Draf saya", "Tidak ada draf Anda.", "draf", "drafts", "-updated_at", mine
        ),
        _desk_list(
            admins,
            "Menunggu tinjauan",
            "Tidak ada yang menunggu.",
            "tinjauan",
            "in_review",
            "updated_at",
        ),
        _desk_list(
            admins, "Terjadwal", "Tidak ada jadwal.", "terjadwal", "scheduled", "published_at"
        ),
        _desk_list(admins, "Baru terbit", "Belum ada.", "terbit", "published", "-published_at"),
    ]


def _desk_list(admins, title, empty, queue, verb, order, only=None) -> DeskList:
    """Ask each kind of row for its number and its latest few, two queries a kind."""
    counts, rows = [], []
    for model_admin in admins:
        opts = model_admin.opts
        waiting = getattr(model_admin.model._default_manager.all(), verb)().filter(**only or {})
        number = waiting.count()
        if not number:
            continue
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
        query = f"?antrean={queue}" + ("&milik=saya" if only else "")
        counts.append({"label": opts.verbose_name_plural, "count": number, "url": address + query})
        for obj in model_admin.with_names(waiting).order_by(order)[:SHOWN]:
            rows.append(_row(obj, opts, order.lstrip("-")))
    rows.sort(key=lambda row: row["when"], reverse=order.startswith("-"))
    return DeskList(title, empty, counts, rows[:SHOWN])


def _row(obj: models.Model, opts, when: str) -> dict:
    return {
        "kind": opts.verbose_name,
        "title": str(obj),
        "url": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[obj.pk]),
        "when": getattr(obj, when),
        "moment": moment(getattr(obj, when)),
    }
