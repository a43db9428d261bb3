"""Invitations to write for a group: made, shown once, revoked."""

import datetime as dt
from urllib.parse import quote

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from kim.admin.contributors import SHOWN_ONCE
from kim.invitations import address_of, is_open, revoke, standing
from kim.models import Invitation
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.queues import moment
from malangnews.core.sealed import guarded

PERIODS = [("1", "1 hari"), ("3", "3 hari"), ("7", "1 minggu"), ("14", "2 minggu")]
BADGES = {"open": "review", "accepted": "published", "expired": "draft", "revoked": "withdrawn"}


class InvitationForm(forms.ModelForm):
    days = forms.ChoiceField(label="Berlaku selama", choices=PERIODS, initial="7")

    class Meta:
        model = Invitation
        fields = ["kim", "name"]


class StandingFilter(admin.SimpleListFilter):
    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request, model_admin):
        return [
            ("terbuka", "Terbuka"),
            ("diterima", "Diterima"),
            ("kedaluwarsa", "Kedaluwarsa"),
            ("dicabut", "Dicabut"),
        ]

    def queryset(self, request, queryset):
        kinds = {
            "terbuka": queryset.open(),
            "diterima": queryset.filter(accepted_at__isnull=False),
            "kedaluwarsa": queryset.filter(
                accepted_at=None, revoked_at=None, expires_at__lte=timezone.now()
            ),
            "dicabut": queryset.filter(accepted_at=None, revoked_at__isnull=False),
        }
        return kinds.get(self.value(), queryset)


def share_address(invitation: Invitation, link: str) -> str:
    """Return an address that opens WhatsApp with the invitation written out."""
    text = (
        f"Anda diundang menulis berita {invitation.kim} di malangnews. Buka tautan ini untuk "
        f"membuat akun. Berlaku satu kali, sampai {moment(invitation.expires_at)}.\n{link}"
    )
    return f"https://wa.me/?text={quote(text, safe='')}"


@admin.register(Invitation)
class InvitationAdmin(DeskAdmin):
    form = InvitationForm
    list_display = ["name", "kim", "state", "accepted_by", "created_by", "created_at", "expires_at"]
    list_filter = [StandingFilter, ("kim", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["name", "kim__name"]
    autocomplete_fields = ["kim"]
    fieldsets = [(None, {"fields": ["kim", "name", "days"]})]
    actions = ["revoke_rows"]

    def with_names(self, queryset):
        return queryset.select_related("kim", "created_by", "accepted_by__user", "accepted_by__kim")

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/tautan/", view(self.link_view), name="kim_invitation_link"),
            path("<int:pk>/cabut/", view(self.revoke_view), name="kim_invitation_revoke"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        words = {"title": "Undangan kontributor", **(extra_context or {})}
        return super().changelist_view(request, words)

    @admin.display(description="keadaan")
    def state(self, obj):
        key, words = standing(obj)
        return format_html('<span class="desk-badge is-{}">{}</span>', BADGES[key], words)

    @admin.action(description="Cabut", permissions=["change"])
    def revoke_rows(self, request, queryset):
        for row in queryset:
            self._revoke(request, row)

    # Making one

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A group is chosen here, not made or changed."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "kim" and field is not None:
            for ability in ("add", "change", "view"):
                setattr(field.widget, f"can_{ability}_related", False)
        return field

    def add_view(self, request, form_url="", extra_context=None):
        only = {"show_save_and_add_another": False, "show_save_and_continue": False}
        words = {"title": "Undang kontributor", **only, **(extra_context or {})}
        return super().add_view(request, form_url, words)

    def save_model(self, request, obj, form, change):
        obj.created_by = request.user
        obj.expires_at = timezone.now() + dt.timedelta(days=int(form.cleaned_data["days"]))
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """The address stands nowhere: it is shown now, and not again."""
        request.session[SHOWN_ONCE] = f"undangan {obj.pk}"
        return HttpResponseRedirect(reverse("admin:kim_invitation_link", args=[obj.pk]))

    def link_view(self, request, pk):
        """The address of an invitation just made, once."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        row = self._row(request, pk)
        link = ""
        if request.session.get(SHOWN_ONCE) == f"undangan {row.pk}":
            del request.session[SHOWN_ONCE]
            link = request.build_absolute_uri(address_of(row)) if is_open(row) else ""
        share = share_address(row, link) if link else ""
        context = {"title": "Tautan undangan", "link": link, "share": share}
        return guarded(self._show(request, "invitation_link.html", row, context), "same-origin")

    # One that is there

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """An invitation is read and revoked, never changed."""
        row = self.get_object(request, object_id) if is_row_id(object_id) else None
        if row is None or not self.has_view_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        context = {"title": str(row), "state": self.state(row)}
        return self._show(request, "invitation.html", row, context)

    def revoke_view(self, request, pk):
        """End an invitation at once. Only by POST."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        row = self._row(request, pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        self._revoke(request, row)
        return HttpResponseRedirect(reverse("admin:kim_invitation_changelist"))

    def _revoke(self, request, row) -> None:
        if revoke(row):
            self.log_change(request, row, "Dicabut.")
            words = f"Undangan untuk {row.name} ({row.kim}) dicabut; tautannya tidak berlaku lagi."
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = f"Undangan untuk {row.name} ({row.kim}) sudah diterima atau dicabut."
            self.message_user(request, words, messages.WARNING)

    def _row(self, request, pk) -> Invitation:
        row = self.get_queryset(request).filter(pk=pk).first() if is_row_id(pk) else None
        if row is None or not self.has_view_permission(request, row):
            raise Http404
        return row

    def _show(self, request, template, row, context):
        context = {
            "original": row,
            "row": row,
            "may_revoke": is_open(row) and self.has_change_permission(request, row),
            **context,
        }
        return self.desk_page(request, f"admin/kim/{template}", context)
