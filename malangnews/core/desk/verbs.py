"""Publishing, submitting, returning and withdrawing from the admin, row by row.

Each calls the verb of the queryset, which knows the rules; here is only who may, and what is said.
"""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import model_ngettext, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

# Keys of queues.standing().
BEFORE_RELEASE = frozenset({"draft", "review", "withdrawn"})
AFTER_RELEASE = frozenset({"published", "scheduled", "expired"})
# So many refusals are told one by one; of the rest, how many.
TOLD = 10


def sentence(words: str) -> str:
    """Return the words with a capital letter in front, the others left as they are."""
    return words[:1].upper() + words[1:]


class WithdrawForm(forms.Form):
    title = "Tarik dengan alasan"
    lead = "Yang ditarik tidak tampil lagi. Alamatnya menunjukkan alasan ini kepada pembaca."
    button = "Tarik"
    reason = forms.CharField(
        label="Alasan penarikan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Contoh: Penyelenggara meralat hasil lomba pada 8 November 2023.",
        error_messages={"required": "Tulis alasan penarikan; pembaca akan melihatnya."},
    )


class ReturnForm(forms.Form):
    title = "Kembalikan ke draf"
    lead = "Penulis melihat catatan ini di atas naskahnya."
    button = "Kembalikan"
    reason = forms.CharField(
        label="Catatan untuk penulis",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Contoh: Lengkapi nama kategori seperti pada piagam.",
    )


class PublishingVerbs:
    """Actions of a list and pages that ask for a reason."""

    actions = ["publish_rows", "submit_rows", "return_rows", "withdraw_rows"]
    before_release = BEFORE_RELEASE
    after_release = AFTER_RELEASE

    # One row

    def publish_one(self, request, obj) -> bool:
        """Publish a row that lacks nothing; log it. Returns whether it moved."""
        return self._logged(request, obj, self._only(obj).publish(), "Diterbitkan.")

    def submit_one(self, request, obj, note: str = "") -> bool:
        """Send a draft to review, with a note for its editor; log it. Returns whether it moved."""
        moved = self._only(obj).submit(note)
        return self._logged(request, obj, moved, "Dikirim untuk ditinjau.")

    def return_one(self, request, obj, note: str) -> bool:
        """Give a row in review back to its writer; log it. Returns whether it moved."""
        return self._logged(request, obj, self._only(obj).return_to_draft(note), "Dikembalikan.")

    def withdraw_one(self, request, obj, reason: str) -> bool:
        """Withdraw a released row; log it. Returns whether it moved."""
        return self._logged(request, obj, self._only(obj).withdraw(reason), "Ditarik.")

    # Actions of the list

    @admin.action(description="Terbitkan", permissions=["publish"])
    def publish_rows(self, request, queryset):
        moved, refused = [], []
        for row in queryset:
            lacks = row.missing_for_publication()
            if lacks:
                refused.append(f"“{row}” belum terbit. Masih kurang: {'; '.join(lacks)}.")
                continue
            try:
                moved += [row] if self.publish_one(request, row) else []
            except ValidationError as error:
                refused.append(f"“{row}” belum terbit: {' '.join(error.messages)}")
        self._report(request, "Diterbitkan", moved, refused)

    @admin.action(description="Kirim untuk ditinjau", permissions=["change"])
    def submit_rows(self, request, queryset):
        allowed = [row for row in queryset if self.has_change_permission(request, row)]
        moved = [row for row in allowed if self.submit_one(request, row)]
        self._report(request, "Dikirim untuk ditinjau", moved)

    @admin.action(description="Kembalikan ke draf", permissions=["publish"])
    def return_rows(self, request, queryset):
        return self._ask(request, queryset, "return_rows", ReturnForm, self._return_asked)

    @admin.action(description="Tarik dengan alasan", permissions=["publish"])
    def withdraw_rows(self, request, queryset):
        return self._ask(request, queryset, "withdraw_rows", WithdrawForm, self._withdraw_asked)

    # Pages of one row

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<path:object_id>/tarik/", view(self.withdraw_view), name=f"{name}_withdraw"),
            path("<path:object_id>/kembalikan/", view(self.return_view), name=f"{name}_return"),
            *super().get_urls(),
        ]

    def withdraw_view(self, request, object_id):
        """Ask for the reason, then withdraw the row."""
        return self._ask_one(request, object_id, WithdrawForm, self._withdraw_asked)

    def return_view(self, request, object_id):
        """Ask for a note, then give the row back to its writer."""
        return self._ask_one(request, object_id, ReturnForm, self._return_asked)

    def _ask_one(self, request, object_id, form_class, act):
        if not self.has_publish_permission(request) or not self.has_view_permission(request):
            raise PermissionDenied
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        answer = self._ask(request, self._only(obj), "", form_class, act)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return answer or HttpResponseRedirect(reverse(name, args=[obj.pk]))

    def _ask(self, request, queryset, action, form_class, act):
        """Show the page that asks; when it is answered, act and return None."""
        asked = request.method == "POST" and "reason" in request.POST
        form = form_class(request.POST if asked else None)
        if asked and form.is_valid():
            act(request, queryset, form.cleaned_data["reason"])
            return None
        rows = list(queryset)
        context = {
            **self.admin_site.each_context(request),
            "title": form_class.title,
            "opts": self.opts,
            "form": form,
            "rows": rows,
            "action": action,
            "checkbox": ACTION_CHECKBOX_NAME,
            "original": rows[0] if len(rows) == 1 and not action else None,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/ask_reason.html", context)

    def _withdraw_asked(self, request, queryset, reason):
        moved = [row for row in queryset if self.withdraw_one(request, row, reason)]
        self._report(request, "Ditarik", moved)

    def _return_asked(self, request, queryset, reason):
        moved = [row for row in queryset if self.return_one(request, row, reason)]
        self._report(request, "Dikembalikan ke draf", moved)

    # What is said and kept

    def _only(self, obj):
        return self.model._default_manager.filter(pk=obj.pk)

    def _logged(self, request, obj, moved: int, words: str) -> bool:
        if moved:
            self.log_change(request, obj, words)
            self.moved(request, obj, words)
        return bool(moved)

    def moved(self, request, obj, words: str) -> None:
        """A room's own work when a verb has moved a row; ``obj`` is as it was before."""

    def _report(self, request, verb: str, moved: list, refused: list[str] | None = None) -> None:
        """Say what moved by name, then what did not and why."""
        if moved:
            names = "; ".join(f"“{row}”" for row in moved[:TOLD])
            more = f" dan {len(moved) - TOLD} lainnya" if len(moved) > TOLD else ""
            kind = model_ngettext(self.opts, len(moved))
            words = f"{verb}: {len(moved)} {kind}. {names}{more}."
            self.message_user(request, words, messages.SUCCESS)
        for words in (refused or [])[:TOLD]:
            self.message_user(request, words, messages.WARNING)
        if refused and len(refused) > TOLD:
            words = f"{len(refused) - TOLD} lainnya juga belum lengkap."
            self.message_user(request, words, messages.WARNING)
        if not moved and not refused:
            words = "Tidak ada yang berubah: pilihan Anda tidak berada pada tahap itu."
            self.message_user(request, words, messages.WARNING)
