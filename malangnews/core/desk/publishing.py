"""PublishableAdmin: the form and the list of everything that is written, reviewed and published."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from malangnews.core.desk.base import DeskAdmin
from malangnews.core.desk.queues import MineFilter, QueueFilter, moment, standing
from malangnews.core.desk.rehearsal import Rehearsed, Rehearses
from malangnews.core.desk.staleness import StaleFilter
from malangnews.core.desk.verbs import PublishingVerbs, sentence

# Buttons of the form: name of the button, and what it does after everything is saved.
PUBLISH, SUBMIT = "_publish", "_submit"
# What a writer tells the editor when submitting, and how much of it is kept.
SUBMIT_NOTE, NOTE_LENGTH = "submit_note", 1000
# Where a room adds to the form. The first three hold dicts: "template", and what it needs as
# "panel"; "desk_scripts" holds paths of static ES modules.
SLOTS = ("desk_notices", "desk_form_parts", "desk_panels", "desk_scripts")


class Incomplete(Exception):
    """A released row would lose what publication needs; nothing of the save is kept."""

    def __init__(self, lacks: list[str]):
        super().__init__(lacks)
        self.lacks = lacks


class PublishableForm(forms.ModelForm):
    """Shows what a released row may not lose, beside the other errors."""

    lacks: tuple[str, ...] = ()
    #: True when the form is only to be shown with its data: nothing is saved.
    on_show = False

    def is_valid(self):
        return super().is_valid() and not self.on_show

    def clean(self):
        cleaned = super().clean()
        if self.lacks:
            self.add_error(
                None,
                "Sudah terbit, jadi isinya harus tetap lengkap. Tidak ada yang disimpan: "
                f"{'; '.join(self.lacks)}.",
            )
        return cleaned


class PublishableAdmin(PublishingVerbs, Rehearses, DeskAdmin):
    """Give ``fieldsets`` without slug and time: they are added as the last one."""

    form = PublishableForm
    change_form_template = "admin/publishable_change_form.html"
    change_list_template = "admin/publishable_change_list.html"
    queue_filters = (QueueFilter, MineFilter, StaleFilter)
    last_fieldset = ("Alamat dan jadwal", {"fields": [("slug", "published_at")]})

    def get_list_filter(self, request):
        return [*self.queue_filters, *super().get_list_filter(request)]

    def get_fieldsets(self, request, obj=None):
        return [*super().get_fieldsets(request, obj), self.last_fieldset]

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return [*fields, "published_at"] if obj is not None and obj.is_released else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.lacks = getattr(request, "desk_lacks", ())
        form.on_show = getattr(request, "desk_on_show", False)
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Incomplete as error:
            # The save is undone; the same input comes back on the form, with what is missing.
            request.desk_lacks = tuple(error.lacks)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        lists = getattr(response, "context_data", None) or {}
        if "cl" in lists:
            specs = [spec for spec in lists["cl"].filter_specs if isinstance(spec, QueueFilter)]
            lists["queues"] = [tab for spec in specs for tab in spec.choices(lists["cl"])]
        return response

    def save_model(self, request, obj, form, change):
        """Remember who began a row, and what a released one lacked already."""
        obj.desk_lacked = set()
        if not change:
            obj.created_by = request.user
        elif obj.is_released:
            obj.desk_lacked = set(self.lacks(obj))
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Save everything, then check, then do what the pressed button says."""
        super().save_related(request, form, formsets, change)
        obj = form.instance
        self.finish(request, obj, formsets)
        if look := getattr(request, "desk_look", None):
            raise Rehearsed(look(self._only(obj).get()))
        lost = [lack for lack in self.lacks(obj) if lack not in obj.desk_lacked]
        if obj.is_released and not obj.withdrawn_at and lost:
            raise Incomplete(lost)
        if PUBLISH in request.POST:
            self._publish_saved(request, obj)
        elif SUBMIT in request.POST:
            self._submit_saved(request, obj)
        self.saved(request, obj, change)

    def lacks(self, obj) -> list[str]:
        """What publication still needs, asked of the row as stored: ``obj`` may remember less."""
        return self._only(obj).get().missing_for_publication()

    def finish(self, request, obj, formsets) -> None:
        """A room's own work on a row when it and its inlines are saved."""

    def saved(self, request, obj, change) -> None:
        """A room's own work at the very end, when the pressed button has done its part too."""

    def response_add(self, request, obj, post_url_continue=None):
        self._stay_when_lacking(request)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        self._stay_when_lacking(request)
        return super().response_change(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["publication"] = self._publication(request, obj)
        for slot in SLOTS:
            context.setdefault(slot, [])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _publish_saved(self, request, obj) -> None:
        if not self.has_publish_permission(request):
            raise PermissionDenied
        lacks = self.lacks(obj)
        if lacks:
            request.desk_stay = True
            words = f"Tersimpan, tetapi belum dapat terbit. Masih kurang: {'; '.join(lacks)}."
            self.message_user(request, words, messages.WARNING)
            return
        try:
            moved = self.publish_one(request, obj)
        except ValidationError as error:
            request.desk_stay = True
            words = f"Tersimpan, tetapi belum terbit. {' '.join(error.messages)}"
            self.message_user(request, words, messages.WARNING)
            return
        if moved:
            obj.refresh_from_db()
            self.message_user(request, self._released_words(obj), messages.SUCCESS)

    def _submit_saved(self, request, obj) -> None:
        if self.submit_one(request, obj, self._submit_note(request)):
            obj.refresh_from_db()
            self.message_user(request, "Dikirim untuk ditinjau.", messages.SUCCESS)

    @staticmethod
    def _submit_note(request) -> str:
        return request.POST.get(SUBMIT_NOTE, "").strip()[:NOTE_LENGTH]

    def _released_words(self, obj) -> str:
        key, _ = standing(obj)
        if key == "scheduled":
            return f"Dijadwalkan terbit {moment(obj.published_at)}."
        return "Sudah terbit dan dapat dibaca siapa pun."

    @staticmethod
    def _stay_when_lacking(request) -> None:
        """Bring the editor back to the form where something is still missing."""
        if getattr(request, "desk_stay", False):
            request.POST = request.POST.copy()
            request.POST["_continue"] = "1"

    def _publication(self, request, obj) -> dict:
        """What the panel beside the form shows."""
        stored = obj is not None and obj.pk is not None
        may_publish = self.has_publish_permission(request)
        may_change = not stored or self.has_change_permission(request, obj)
        key, words = standing(obj) if stored else ("draft", "Baru")
        later = stored and obj.published_at and obj.published_at > timezone.now()
        return {
            "key": key,
            "words": words,
            "stored": stored,
            "released": stored and obj.is_released,
            "published": moment(obj.published_at) if stored else "",
            "until": moment(getattr(obj, "published_until", None)) if stored else "",
            "withdrawn": moment(obj.withdrawn_at) if stored else "",
            "saved": moment(obj.updated_at) if stored else "",
            "lacks": [sentence(lack) for lack in self.lacks(obj)] if stored else [],
            "note": obj.review_note if stored else "",
            "note_by": "penulis" if key == "review" else "peninjau",
            "submit_note": self._submit_note(request),
            "may_publish": may_change and may_publish and key in self.before_release,
            "may_submit": may_change and key == "draft",
            "may_return": stored and may_publish and key == "review",
            "may_withdraw": stored and may_publish and key in self.after_release,
            "publish_words": self._publish_words(key, later),
        }

    @staticmethod
    def _publish_words(key: str, later: bool) -> str:
        if key == "withdrawn":
            return "Simpan dan terbitkan lagi"
        return "Simpan dan jadwalkan" if later else "Simpan dan terbitkan"
