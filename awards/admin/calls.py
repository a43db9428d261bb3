"""The award year at the desk: calls with their deadlines, and what is planned for each."""

import datetime as dt

from django import forms
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from awards.agenda import due_entries, token_of
from awards.models import Award, Call, Entry
from malangnews.core.dates import format_date
from malangnews.core.desk import DeskAdmin, DeskTabularInline
from malangnews.core.desk.front import DeskList, changelist
from malangnews.core.desk.queues import SHOWN

SOON = 30  # days
LONGEST_LIST = 40


class ColleagueField(forms.ModelChoiceField):
    """Somebody of the office, by full name."""

    def label_from_instance(self, obj):
        return obj.get_full_name() or obj.get_username()


class ChoosesOwner:
    """Part of an admin or inline with ``owner``."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "owner":
            staff = get_user_model().objects.filter(is_staff=True, is_active=True)
            kwargs["queryset"] = staff.order_by("first_name", "username")
            kwargs["form_class"] = ColleagueField
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class EntryInline(ChoosesOwner, DeskTabularInline):
    model = Entry
    fields = ["category", "title", "owner", "state", "due_on"]
    show_change_link = True
    verbose_name_plural = "rencana kita (satu baris satu kategori)"


class DeadlineFilter(admin.SimpleListFilter):
    title = "batas pendaftaran"
    parameter_name = "batas"

    def lookups(self, request, model_admin):
        return [("sebulan", f"Dalam {SOON} hari"), ("nanti", "Masih nanti"), ("lewat", "Lewat")]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        soon = today + dt.timedelta(days=SOON)
        ranges = {
            "sebulan": Q(closes_on__range=(today, soon)),
            "nanti": Q(closes_on__gt=soon) | Q(closes_on=None),
            "lewat": Q(closes_on__lt=today),
        }
        return queryset.filter(ranges[self.value()]) if self.value() in ranges else queryset


class MineFilter(admin.SimpleListFilter):
    title = "penanggung jawab"
    parameter_name = "milik"

    def __init__(self, request, params, model, model_admin):
        self.user = request.user
        super().__init__(request, params, model, model_admin)

    def lookups(self, request, model_admin):
        return [("saya", "Saya"), ("tanpa", "Belum ada")]

    def queryset(self, request, queryset):
        if self.value() == "saya":
            return queryset.filter(owner=self.user)
        return queryset.filter(owner=None) if self.value() == "tanpa" else queryset


@admin.register(Call)
class CallAdmin(DeskAdmin):
    change_list_template = "admin/awards/calls.html"
    change_form_template = "admin/awards/call_form.html"
    list_display = ["call", "opens_on", "closes_on", "days_left", "announced_on", "plans"]
    list_filter = [DeadlineFilter, "year", "programme__level"]
    list_select_related = ["programme"]
    search_fields = ["programme__name", "programme__abbreviation", "programme__aliases", "year"]
    date_hierarchy = "closes_on"
    autocomplete_fields = ["programme"]
    inlines = [EntryInline]
    fieldsets = [
        ("Ajang", {"fields": [("programme", "year"), "url"]}),
        ("Tanggal", {"fields": [("opens_on", "closes_on", "announced_on")]}),
        ("Catatan", {"fields": ["notes"]}),
    ]

    def get_queryset(self, request):
        planned = Count("entries", filter=~Q(entries__state=Entry.State.DROPPED))
        return super().get_queryset(request).annotate(entry_count=planned)

    def with_names(self, queryset):
        return queryset.select_related("programme")

    def get_urls(self):
        view = self.admin_site.admin_view(self.offer_view)
        own = path("<int:pk>/kategori-lalu/", view, name="awards_call_offer")
        return [own, *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        address = reverse("awards:agenda", args=[token_of(request.user)])
        context = {"agenda": request.build_absolute_uri(address), **(extra_context or {})}
        return super().changelist_view(request, context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and self.has_change_permission(request, obj):
            context["offered"] = self._categories_before(obj)[:LONGEST_LIST]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def offer_view(self, request, pk):
        """Plan an entry for every category of the edition before that has none yet. Only POST."""
        call = Call.objects.select_related("programme").filter(pk=pk).first()
        if call is None or request.method != "POST":
            raise Http404
        if not (self.has_change_permission(request, call) and self._may_plan(request)):
            raise PermissionDenied
        names = self._categories_before(call)[:LONGEST_LIST]
        Entry.objects.bulk_create(Entry(call=call, category=name) for name in names)
        if names:
            self.log_change(request, call, f"{len(names)} kategori lalu ditambahkan.")
            words = (
                f"{len(names)} kategori ditambahkan. Isi yang diikutkan dan penanggung jawabnya."
            )
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = "Tidak ada kategori edisi lalu yang belum ada di sini."
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(reverse("admin:awards_call_change", args=[call.pk]))

    @staticmethod
    def _may_plan(request) -> bool:
        return request.user.has_perm("awards.add_entry")

    @staticmethod
    def _categories_before(call: Call) -> list[str]:
        """Return the categories won or entered in the last year before, that are not planned."""
        won = Award.objects.filter(
            edition__programme=call.programme, edition__year__lt=call.year
        ).exclude(category="")
        entered = Entry.objects.filter(
            call__programme=call.programme, call__year__lt=call.year
        ).exclude(category="")
        rows = [
            *won.order_by().values_list("edition__year", "category").distinct(),
            *entered.order_by().values_list("call__year", "category").distinct(),
        ]
        last = max((year for year, _ in rows), default=None)
        here = {name.lower() for name in call.entries.values_list("category", flat=True)}
        names = {
            name.lower(): name for year, name in rows if year == last and name.lower() not in here
        }
        return sorted(names.values())

    def desk_lists(self, request) -> list[DeskList]:
        """Planned entries whose deadline is near or past."""
        today = timezone.localdate()
        entries = due_entries(today, SOON)
        rows = []
        for entry in entries.order_by("call__closes_on", "pk")[:SHOWN]:
            due = entry.due_on or entry.call.closes_on
            rows.append(
                {
                    "kind": "rencana lomba",
                    "title": str(entry),
                    "url": changelist(Entry, f"{entry.pk}/change/"),
                    "when": due,
                    "moment": f"{format_date(due)}, {days_left(due, today)}",
                }
            )
        rows.sort(key=lambda row: row["when"])
        number = entries.count()
        address = changelist(Entry, "?state__exact=planned")
        counts = [{"label": "rencana lomba", "count": number, "url": address}] if number else []
        empty = f"Tidak ada rencana lomba yang tenggatnya dalam {SOON} hari."
        return [DeskList("Tenggat lomba", empty, counts, rows)]

    @admin.display(description="ajang", ordering="programme__name")
    def call(self, obj):
        return str(obj)

    @admin.display(description="sisa waktu")
    def days_left(self, obj):
        return days_left(obj.closes_on, timezone.localdate()) if obj.closes_on else ""

    @admin.display(description="rencana", ordering="entry_count")
    def plans(self, obj):
        return obj.entry_count


def days_left(day: dt.date, today: dt.date) -> str:
    """Return how far a deadline is, in words: "12 hari lagi", "hari ini", "lewat 3 hari"."""
    left = (day - today).days
    if left == 0:
        return "hari ini"
    return f"{left} hari lagi" if left > 0 else f"lewat {-left} hari"


@admin.register(Entry)
class EntryAdmin(ChoosesOwner, DeskAdmin):
    list_display = ["category", "title", "call", "owner_name", "state", "due_on"]
    list_display_links = ["category", "title"]
    list_filter = ["state", MineFilter, "call__year"]
    list_select_related = ["call__programme", "owner"]
    search_fields = ["category", "title", "call__programme__name", "call__programme__abbreviation"]
    autocomplete_fields = ["call", "work", "award"]
    fieldsets = [
        ("Rencana", {"fields": ["call", ("category", "title"), "work"]}),
        ("Siapa dan kapan", {"fields": [("owner", "due_on"), "state"]}),
        ("Hasil", {"fields": ["award", "notes"]}),
    ]

    def with_names(self, queryset):
        return queryset.select_related("call__programme", "owner")

    def get_changeform_initial_data(self, request):
        return {"owner": request.user.pk, **super().get_changeform_initial_data(request)}

    @admin.display(description="penanggung jawab", ordering="owner__username")
    def owner_name(self, obj):
        return (obj.owner.get_full_name() or obj.owner.get_username()) if obj.owner else "belum ada"
