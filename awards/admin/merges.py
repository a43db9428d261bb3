"""Merging at the desk: what looks alike, what a merge moves, the history, and the way back."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from awards.admin.confirming import write_down
from awards.duplicates import pairs_of
from awards.merging import MODELS, CannotMerge, merge, preview
from awards.models import Award, Distinct, Kind, Merge
from awards.unmerging import undo
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.fields import is_row_id
from malangnews.core.desk.queues import moment


def _said(row, field):
    """Return a field's value as staff read it."""
    display = getattr(row, f"get_{field.name}_display", None)
    return display() if display else getattr(row, field.name)


class MergesRows:
    """Part of an admin: two ticked rows are shown side by side, to become one."""

    def get_actions(self, request):
        actions = super().get_actions(request)
        if request.user.has_perm("awards.add_merge"):
            actions["merge_rows"] = self.get_action("merge_rows")
        return actions

    @admin.action(description="Gabungkan dua catatan kembar")
    def merge_rows(self, request, queryset):
        keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
        if len(keys) != 2:
            self.message_user(request, "Pilih tepat dua catatan.", messages.WARNING)
            return None
        address = reverse("admin:awards_merge_ask", args=[self.opts.model_name, *keys])
        return HttpResponseRedirect(address)


@admin.register(Merge)
class MergeAdmin(DeskAdmin):
    """The history of merges; a row is read and undone, never changed."""

    change_list_template = "admin/awards/merges.html"
    list_display = ["gone_name", "kept_name", "kind", "by", "at", "undone_at"]
    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["gone_name", "kept_name"]
    date_hierarchy = "at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        view = self.admin_site.admin_view
        ask = "gabung/<str:kind>/<int:kept>/<int:gone>/"
        return [
            path("kembar/", view(self.doubles_view), name="awards_merge_doubles"),
            path(ask, view(self.ask_view), name="awards_merge_ask"),
            path("<int:pk>/batal/", view(self.undo_view), name="awards_merge_undo"),
            *super().get_urls(),
        ]

    # What looks alike

    def doubles_view(self, request):
        """Pairs of every kind that may be one; each can be merged, or told apart for good."""
        self._require(request, "awards.add_merge")
        if request.method == "POST":
            return self._tell_apart(request)
        shelves = [
            {"kind": kind.value, "label": MODELS[kind]._meta.verbose_name_plural, "pairs": pairs}
            for kind in MODELS
            if (pairs := pairs_of(kind))
        ]
        return self._show(
            request, "doubles.html", {"title": "Catatan yang mungkin kembar", "shelves": shelves}
        )

    def _tell_apart(self, request):
        kind, _, keys = request.POST.get("apart", "").partition(" ")
        first, _, second = keys.partition(" ")
        if kind not in Kind.values or not (is_row_id(first) and is_row_id(second)):
            raise Http404
        model = MODELS[Kind(kind)]
        numbers = sorted(int(key) for key in (first, second))
        rows = model._default_manager.filter(pk__in=numbers)
        if numbers[0] == numbers[1] or len(rows) != 2:
            raise Http404
        fields = {"kind": kind, "first_id": numbers[0], "second_id": numbers[1]}
        Distinct.objects.get_or_create(**fields, defaults={"by": request.user})
        words = f"“{rows[0]}” dan “{rows[1]}” tidak akan ditanyakan lagi."
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:awards_merge_doubles"))

    # Two become one

    def ask_view(self, request, kind, kept, gone):
        """What merging the second row into the first would do, and the button that does it."""
        self._require(request, "awards.add_merge")
        if kind not in Kind.values or not (is_row_id(str(kept)) and is_row_id(str(gone))):
            raise Http404
        rows = MODELS[Kind(kind)]._default_manager.in_bulk([kept, gone])
        if len(rows) != 2:
            return self._done_already(kind, gone)
        kept, gone = rows[kept], rows[gone]
        self._require_rows(request, kept, gone)
        if request.method == "POST":
            return self._merge(request, kept, gone)
        outcome, problem = None, ""
        try:
            outcome = preview(kept, gone)
        except CannotMerge as error:
            problem = " ".join(error.messages)
        context = {
            "title": "Gabungkan dua catatan",
            "kind": kind,
            "kept": kept,
            "gone": gone,
            "fields": self._side_by_side(kept, gone),
            "outcome": outcome,
            "problem": problem,
        }
        return self._show(request, "ask_merge.html", context)

    @staticmethod
    def _done_already(kind, gone):
        """Lead to the merge that somebody was quicker with; raise Http404 if there was none."""
        done = Merge.objects.filter(kind=kind, gone_id=gone, undone_at=None).first()
        if done is None:
            raise Http404
        return HttpResponseRedirect(reverse("admin:awards_merge_change", args=[done.pk]))

    @transaction.atomic
    def _merge(self, request, kept, gone):
        try:
            row = merge(kept, gone, request.user)
        except CannotMerge as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:awards_merge_doubles"))
        if isinstance(kept, Award):
            write_down(request.user, kept)
        self.log_change(request, kept, f"Digabung dengan “{row.gone_name}”.")
        words = f"“{row.gone_name}” sekarang “{row.kept_name}”. Dapat dibatalkan dari halaman ini."
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:awards_merge_change", args=[row.pk]))

    @staticmethod
    def _side_by_side(kept, gone) -> list[dict]:
        rows = []
        for field in type(kept)._meta.fields:
            if not field.editable or field.primary_key or field.name.endswith("_precision"):
                continue
            shown = [_said(row, field) for row in (kept, gone)]
            if any(value not in ("", None) for value in shown):
                label = str(field.verbose_name)
                rows.append(
                    {
                        "label": label,
                        "kept": shown[0],
                        "gone": shown[1],
                        "same": shown[0] == shown[1],
                    }
                )
        return rows

    # And back

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        return self._show(request, "merge.html", {"title": str(row), "merge": row, "original": row})

    def delete_view(self, request, object_id, extra_context=None):
        """The history of merges is kept; nobody deletes it."""
        if self.get_object(request, object_id) is None:
            raise Http404
        raise PermissionDenied

    def undo_view(self, request, pk):
        """Make two of one again. Only by POST."""
        self._require(request, "awards.change_merge")
        row = Merge.objects.filter(pk=pk).first()
        if row is None or request.method != "POST":
            raise Http404
        kept = MODELS[Kind(row.kind)]._default_manager.filter(pk=row.kept_id).first()
        if kept is not None:
            self._require_rows(request, kept)
        try:
            undo(row, request.user)
        except CannotMerge as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        else:
            if row.kind == Kind.AWARD:
                # What was changed while they were one nobody has checked since.
                write_down(request.user, *Award.objects.filter(pk__in=(row.kept_id, row.gone_id)))
            words = f"Dibatalkan: “{row.gone_name}” berdiri sendiri lagi."
            self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:awards_merge_change", args=[row.pk]))

    # Asking

    @staticmethod
    def _require(request, permission: str) -> None:
        if not request.user.has_perm(permission):
            raise PermissionDenied

    def _require_rows(self, request, *rows) -> None:
        """Who merges two rows must be allowed to change both."""
        desk = self.admin_site._registry[type(rows[0])]
        if not all(desk.has_change_permission(request, row) for row in rows):
            raise PermissionDenied

    def _show(self, request, template, context):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "may_merge": request.user.has_perm("awards.add_merge"),
            "may_undo": request.user.has_perm("awards.change_merge"),
            "moment": moment(getattr(context.get("merge"), "at", None)),
            **context,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, f"admin/awards/{template}", context)
