"""Who agreed to what: lists of consents at the desk, and one page that withdraws one.

What happens to a person's row is written in the history of her group or potential, without her.
"""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from kim.admin.consent_rows import (
    CONSENT_FIELDSET,
    CONTACT_FIELDS,
    MEMBER_FIELDS,
    ConsentForm,
    standing_of,
)
from kim.models import KimMember, PotentialContact
from kim.privacy import unnamed
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.fields import is_row_id

BADGES = {
    "open": ("is-published", "Tampil"),
    "later": ("is-scheduled", "Belum tampil"),
    "withdrawn": ("is-withdrawn", "Dicabut"),
    "none": ("is-draft", "Belum ada"),
}


class ConsentFilter(admin.SimpleListFilter):
    title = "persetujuan"
    parameter_name = "persetujuan"

    def lookups(self, request, model_admin):
        return [
            ("berlaku", "Berlaku"),
            ("terbuka", "Berlaku, data terbuka juga"),
            ("dicabut", "Dicabut"),
            ("belum", "Belum ada"),
        ]

    def queryset(self, request, queryset):
        kinds = {
            "berlaku": queryset.published(),
            "terbuka": queryset.open_data(),
            "dicabut": queryset.filter(consent_withdrawn_on__isnull=False),
            "belum": queryset.filter(consent_on=None),
        }
        return kinds.get(self.value(), queryset)


class ConsentAdmin(DeskAdmin):
    """People of groups and potentials. They are added in the form of what they belong to."""

    form = ConsentForm
    #: The field that names what a row belongs to.
    owner = ""
    readonly_fields = ["standing"]
    list_filter = [ConsentFilter, "is_minor"]
    actions = None

    def with_names(self, queryset):
        return queryset.select_related(f"{self.owner}__kelurahan")

    def has_add_permission(self, request):
        return False

    def _may_touch(self, request, obj):
        """Rows are touched by who may touch what they belong to."""
        owner = getattr(obj, self.owner)
        return self.admin_site._registry[type(owner)].has_change_permission(request, owner)

    def _may_remove(self, request, obj):
        """Whoever asks to be erased is erased."""
        return self._may_touch(request, obj)

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        withdraw = require_http_methods(["GET", "HEAD", "POST"])(self.withdraw_view)
        return [
            path("<int:pk>/cabut/", view(withdraw), name=f"{name}_withdraw"),
            *super().get_urls(),
        ]

    def save_model(self, request, obj, form, change):
        form.note_recorder(request.user)
        super().save_model(request, obj, form, change)

    def withdraw_view(self, request, pk):
        """Ask before a consent is withdrawn, then do it: at once, everywhere."""
        if not self._may_withdraw(request):
            raise PermissionDenied
        row = self.get_queryset(request).filter(pk=pk).first() if is_row_id(pk) else None
        if row is None:
            raise Http404
        listed = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        if request.method == "POST":
            self._withdraw(request, row)
            return HttpResponseRedirect(listed)
        context = {
            "original": None,
            "title": "Cabut persetujuan",
            "row": row,
            "owner": getattr(row, self.owner),
            "standing": standing_of(row)[1],
            "may_be_withdrawn": bool(row.consent_on and not row.consent_withdrawn_on),
            "back": listed,
        }
        return self.desk_page(request, "admin/kim/consent_withdraw.html", context)

    def log_change(self, request, obj, message):
        return super().log_change(request, getattr(obj, self.owner), [unnamed(self.model)])

    def log_deletions(self, request, queryset):
        for obj in queryset:
            self.log_change(request, obj, "")

    # The list

    @admin.display(description="milik")
    def of(self, obj):
        owner = getattr(obj, self.owner)
        return f"{owner} · {owner.kelurahan}"

    @admin.display(description="persetujuan", ordering="consent_on")
    def standing(self, obj):
        key, words = standing_of(obj)
        return format_html(
            '<span class="desk-badge {}">{}</span> <span class="consent-words">{}</span>',
            *BADGES[key],
            words,
        )

    @admin.display(description="tindakan")
    def withdrawal(self, obj):
        if not obj.consent_on or obj.consent_withdrawn_on:
            return ""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return format_html(
            '<a class="consent-withdraw" href="{}" aria-label="Cabut persetujuan {}">Cabut</a>',
            reverse(name, args=[obj.pk]),
            obj,
        )

    def get_list_display(self, request):
        columns = super().get_list_display(request)
        if not self._may_withdraw(request):
            return columns
        return [columns[0], "withdrawal", *columns[1:]]

    def changelist_view(self, request, extra_context=None):
        title = f"Persetujuan {self.opts.verbose_name_plural}"
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def _may_withdraw(self, request) -> bool:
        """A withdrawal waits for no publisher: the right to change such rows is enough."""
        return request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}")

    def _withdraw(self, request, row) -> None:
        with transaction.atomic():
            # The row as it stands now: it may have been withdrawn while the question was read.
            row = self.model.objects.select_for_update().get(pk=row.pk)
            withdrawn = row.withdraw_consent()
            if withdrawn:
                row.consent_recorded_by = request.user
                row.save(update_fields=["consent_withdrawn_on", "consent_recorded_by"])
                self.log_change(request, row, "")
        if withdrawn:
            words = f"Persetujuan {row} dicabut. Sejak sekarang tidak tampil lagi di mana pun."
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = f"Tidak ada yang dicabut: {row} memang tidak tampil."
            self.message_user(request, words, messages.WARNING)


@admin.register(KimMember)
class KimMemberAdmin(ConsentAdmin):
    owner = "kim"
    list_display = ["name", "standing", "role", "of", "consent_by"]
    search_fields = ["name", "role", "kim__name", "kim__kelurahan__name"]
    fieldsets = [("Pengurus", {"fields": MEMBER_FIELDS}), CONSENT_FIELDSET]


@admin.register(PotentialContact)
class PotentialContactAdmin(ConsentAdmin):
    owner = "potential"
    list_display = ["value", "standing", "kind", "of", "consent_by"]
    search_fields = ["value", "potential__name", "potential__kelurahan__name"]
    fieldsets = [("Kontak", {"fields": CONTACT_FIELDS}), CONSENT_FIELDSET]
