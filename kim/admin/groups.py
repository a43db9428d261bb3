"""KIM with the evidence of their life, their accounts and, for those in charge, their members."""

from django.contrib import admin

from kim.admin.activity_panel import ShowsActivities
from kim.admin.consent_rows import KeepsPeoplePrivate, MemberInline
from kim.admin.decisions import DecidesVitality
from kim.admin.intake import TakesTables
from kim.admin.registration import RegistersKim
from kim.admin.registrations import ListsRegistrations
from kim.models import Kim, KimAccount, KimMilestone
from malangnews.core.desk import DeskTabularInline, PublishableAdmin, badge


class MilestoneInline(DeskTabularInline):
    model = KimMilestone
    fields = [
        "kind",
        "happened_on",
        "happened_on_precision",
        "document_number",
        "valid_until",
        "source_name",
        "source_url",
        "note",
    ]


class AccountInline(DeskTabularInline):
    model = KimAccount
    fields = ["platform", "url"]


@admin.register(Kim)
class KimAdmin(
    RegistersKim,
    ListsRegistrations,
    ShowsActivities,
    DecidesVitality,
    TakesTables,
    KeepsPeoplePrivate,
    PublishableAdmin,
):
    list_display = ["name", "kelurahan", "state_today", badge]
    list_filter = [("kelurahan__kecamatan", admin.RelatedFieldListFilter)]
    list_select_related = ["kelurahan"]
    search_fields = ["name", "aliases", "kelurahan__name"]
    autocomplete_fields = ["kelurahan", "serves"]
    readonly_fields = ["state_today"]
    inlines = [MilestoneInline, AccountInline, MemberInline]
    people = "members"
    fieldsets = [
        ("Kelompok", {"fields": ["name", "kelurahan", "serves", "state_today"]}),
        ("Cerita", {"fields": ["name_meaning", "about", "aliases"]}),
        ("Kontak untuk umum", {"fields": ["public_contact", "website", "kim_id_url"]}),
    ]
    # A draft is named all the same where a released award or story names it.
    shown_by = ("awards", "bylines__article")

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    def with_names(self, queryset):
        return queryset.select_related("kelurahan")

    def choice_label(self, obj):
        return f"{obj} · {obj.kelurahan}"

    @admin.display(description="keadaan hari ini")
    def state_today(self, obj):
        """Read from the milestones; a KIM without any has none."""
        state = getattr(obj, "state", None)
        return Kim.State(state).label if state else "Belum ada tonggak"
