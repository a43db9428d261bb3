"""Who writes for which group: the list, an end and a new beginning, a forgotten password."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html

from kim.models import Contributor, Kim
from kim.writers import CannotWrite, begin, end, has_other_rights, may_renew_password, resume
from kim.writers import password_token as token_of
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.queues import moment
from malangnews.core.sealed import guarded

#: In the session between making a link and showing it: it is shown once.
SHOWN_ONCE = "kim_link_to_show"
DAYS = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)


def full_name(user) -> str:
    """Return "Nama Lengkap (akun)", or the account alone."""
    name, account = user.get_full_name(), user.get_username()
    return f"{name} ({account})" if name else account


class AccountField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return full_name(obj)

    def clean(self, value):
        if value and not is_row_id(value):
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super().clean(value)


class GroupField(AccountField):
    def label_from_instance(self, obj):
        return f"{obj} · {obj.kelurahan}"


class ChooseForm(forms.Form):
    """An account that is there, for a group."""

    kim = GroupField(Kim.objects.select_related("kelurahan"), label="KIM")
    user = AccountField(
        None,
        label="Akun",
        help_text="Akun meja redaksi, dan akun yang pernah menulis untuk KIM. "
        "Hak lain akun itu tidak berubah.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = get_user_model().objects.filter(is_active=True)
        rows = rows.filter(Q(is_staff=True) | Q(writes_for__isnull=False)).distinct()
        self.fields["user"].queryset = rows.order_by("first_name", "username")


class StateFilter(admin.SimpleListFilter):
    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request, model_admin):
        return [("aktif", "Menulis"), ("berhenti", "Berhenti"), ("ditutup", "Akun ditutup")]

    def queryset(self, request, queryset):
        kinds = {
            "aktif": queryset.active(),
            "berhenti": queryset.filter(ended_at__isnull=False),
            "ditutup": queryset.filter(user__is_active=False),
        }
        return kinds.get(self.value(), queryset)


@admin.register(Contributor)
class ContributorAdmin(DeskAdmin):
    change_list_template = "admin/kim/contributors.html"
    list_display = ["account", "kim", "since", "state", "last_story"]
    list_filter = [StateFilter, ("kim", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["user__username", "user__first_name", "user__last_name", "kim__name"]
    actions = ["end_rows", "resume_rows"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_last_story()

    def with_names(self, queryset):
        return queryset.select_related("user", "kim")

    def has_add_permission(self, request):
        """One becomes a contributor by an invitation or by a choice: see choose_view."""
        return False

    def delete_model(self, request, obj):
        end(obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            end(row)
        super().delete_queryset(request, queryset)

    def get_urls(self):
        view, name = self.admin_site.admin_view, "kim_contributor"
        return [
            path("akun/", view(self.choose_view), name=f"{name}_choose"),
            path("akhiri/", view(self.end_view), name=f"{name}_end"),
            path("<int:pk>/lanjut/", view(self.resume_view), name=f"{name}_resume"),
            path("<int:pk>/sandi/", view(self.password_view), name=f"{name}_password"),
            *super().get_urls(),
        ]

    # The list

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": "Kontributor KIM", **(extra_context or {})}
        )

    @admin.display(description="kontributor", ordering="user__first_name")
    def account(self, obj):
        return full_name(obj.user)

    @admin.display(description="keadaan", ordering="ended_at")
    def state(self, obj):
        if not obj.user.is_active:
            return format_html('<span class="desk-badge is-withdrawn">{}</span>', "Akun ditutup")
        if obj.ended_at:
            words = f"Berhenti {moment(obj.ended_at)}"
            return format_html('<span class="desk-badge is-draft">{}</span>', words)
        return format_html('<span class="desk-badge is-published">{}</span>', "Menulis")

    @admin.display(description="naskah terakhir", ordering="last_story_at")
    def last_story(self, obj):
        if obj.last_story_at is None:
            return "belum ada"
        return f"{obj.last_story_title} ({moment(obj.last_story_at)})"

    @admin.action(description="Akhiri", permissions=["change"])
    def end_rows(self, request, queryset):
        keys = queryset.order_by("pk").values_list("pk", flat=True)
        query = "&".join(f"no={key}" for key in keys)
        return HttpResponseRedirect(f"{reverse('admin:kim_contributor_end')}?{query}")

    @admin.action(description="Aktifkan lagi", permissions=["change"])
    def resume_rows(self, request, queryset):
        for row in queryset:
            self._resume(request, row)

    # Pages of their own

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One contributor: who, for whom, since when, and what can be done."""
        row = self.get_object(request, object_id) if is_row_id(object_id) else None
        if row is None or not self.has_view_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        context = {
            "title": full_name(row.user),
            "original": row,
            "row": row,
            "state": self.state(row),
            "last_story": self.last_story(row),
            "may_change": self.has_change_permission(request, row),
            "may_renew": may_renew_password(row.user),
            "other_rights": has_other_rights(row.user),
        }
        return self.desk_page(request, "admin/kim/contributor.html", context)

    def choose_view(self, request):
        """Let an account that is there write for a group."""
        self._require(request)
        form = ChooseForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                row = begin(form.cleaned_data["user"], form.cleaned_data["kim"])
            except CannotWrite as error:
                form.add_error("user", error)
            else:
                self.log_addition(request, row, "Dipilih dari akun yang ada.")
                words = f"{full_name(row.user)} sekarang menulis untuk {row.kim}."
                self.message_user(request, words, messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:kim_contributor_changelist"))
        context = {"title": "Pilih akun yang ada", "original": None, "form": form}
        return self.desk_page(request, "admin/kim/contributor_choose.html", context)

    def end_view(self, request):
        """Ask before some contributors are ended, then do it."""
        self._require(request)
        asked = request.POST if request.method == "POST" else request.GET
        keys = [int(key) for key in asked.getlist("no")[: self.list_max_show_all] if is_row_id(key)]
        rows = list(self.get_queryset(request).filter(pk__in=keys, ended_at=None))
        if request.method == "POST":
            for row in rows:
                if end(row):
                    self.log_change(request, row, "Diakhiri.")
                    words = f"{full_name(row.user)} tidak lagi menulis untuk {row.kim}."
                    self.message_user(request, words, messages.SUCCESS)
        if request.method == "POST" or not rows:
            if not rows:
                words = "Tidak ada yang berubah: pilihan Anda sudah berhenti."
                self.message_user(request, words, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:kim_contributor_changelist"))
        context = {"title": "Akhiri kontributor", "original": None, "rows": rows}
        return self.desk_page(request, "admin/kim/contributors_end.html", context)

    def resume_view(self, request, pk):
        """Take an end back. Only by POST."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        row = self._row(request, pk)
        self._resume(request, row)
        return HttpResponseRedirect(reverse("admin:kim_contributor_change", args=[row.pk]))

    def password_view(self, request, pk):
        """Make a link to a new password, and show it once."""
        row = self._row(request, pk)
        if not may_renew_password(row.user):
            raise PermissionDenied
        mark = f"sandi {row.pk}"
        if request.method == "POST":
            request.session[SHOWN_ONCE] = mark
            self.log_change(request, row, "Tautan kata sandi baru dibuat.")
            return HttpResponseRedirect(request.path)
        link = ""
        if request.session.get(SHOWN_ONCE) == mark:
            del request.session[SHOWN_ONCE]
            address = reverse("invitations:new_password", args=[token_of(row.user)])
            link = request.build_absolute_uri(address)
        context = {
            "title": "Kata sandi baru",
            "original": row,
            "row": row,
            "link": link,
            "days": DAYS,
        }
        return guarded(
            self.desk_page(request, "admin/kim/contributor_password.html", context), "same-origin"
        )

    # Parts

    def _resume(self, request, row) -> None:
        try:
            changed = resume(row)
        except CannotWrite as error:
            words = f"{full_name(row.user)}: {' '.join(error.messages)}"
            self.message_user(request, words, messages.ERROR)
            return
        if changed:
            self.log_change(request, row, "Diaktifkan lagi.")
            words = f"{full_name(row.user)} menulis lagi untuk {row.kim}."
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = f"{full_name(row.user)} memang masih menulis untuk {row.kim}."
            self.message_user(request, words, messages.WARNING)

    def _require(self, request) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _row(self, request, pk) -> Contributor:
        self._require(request)
        row = self.get_queryset(request).filter(pk=pk).first() if is_row_id(pk) else None
        if row is None:
            raise Http404
        return row
