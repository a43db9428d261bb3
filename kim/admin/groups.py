"""KIM with the evidence of their life, their accounts and, for those in charge, their members."""

from django.contrib import admin

from kim.models import Kim, KimAccount, KimMember, KimMilestone
from malangnews.core.desk import DeskTabularInline, PublishableAdmin, badge


class MilestoneInline(DeskTabularInline):
    model = KimMilestone
    fields = [
        "kind",
        "happened_on",
        "happened_on_precision",
        "document_number",
        "source_name",
        "source_url",
        "note",
    ]


class AccountInline(DeskTabularInline):
    model = KimAccount
    fields = ["platform", "url"]


class MemberInline(DeskTabularInline):
    """Seen only with the permission to view members: their names are private."""

    model = KimMember
    verbose_name_plural = "pengurus (tidak ditampilkan kepada umum tanpa persetujuan)"
    fields = [
        "name",
        "role",
        "term_from",
        "term_until",
        "consent_on",
        "consent_note",
        "consent_withdrawn_on",
    ]


@admin.register(Kim)
class KimAdmin(PublishableAdmin):
    list_display = ["name", "kelurahan", "state_today", badge]
    list_filter = [("kelurahan__kecamatan", admin.RelatedFieldListFilter)]
    list_select_related = ["kelurahan"]
    search_fields = ["name", "aliases", "kelurahan__name"]
    autocomplete_fields = ["kelurahan", "serves"]
    readonly_fields = ["state_today"]
    inlines = [MilestoneInline, AccountInline, MemberInline]
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

    def has_delete_permission(self, request, obj=None):
        """What goes with a KIM is listed before it goes: its members too."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None or request.user.has_perm("kim.delete_kimmember"):
            return allowed
        return not obj.members.exists()

    def construct_change_message(self, request, form, formsets, add=False):
        """The history of a KIM is read by more people than its members' names are."""
        members = [formset for formset in formsets if formset.model is KimMember]
        others = [formset for formset in formsets if formset.model is not KimMember]
        message = super().construct_change_message(request, form, others, add)
        changes = ("new_objects", "changed_objects", "deleted_objects")
        if any(getattr(formset, change, ()) for formset in members for change in changes):
            change = {"fields": ["data"], "name": "pengurus", "object": "nama tidak dicatat"}
            message.append({"changed": change})
        return message

    @admin.display(description="keadaan hari ini")
    def state_today(self, obj):
        """Read from the milestones; a KIM without any has none."""
        state = getattr(obj, "state", None)
        return Kim.State(state).label if state else "Belum ada tonggak"
