"""What readers are told when a story that they have seen is changed."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html_join

from malangnews.core.desk import PublishableForm
from malangnews.core.desk.queues import moment
from malangnews.news.models import Article, Correction

MINOR, MAJOR = "minor", "major"
SIZES = [
    (MINOR, "Perubahan kecil — ejaan atau tata letak, tidak ada yang berubah bagi pembaca"),
    (MAJOR, "Perubahan besar — pembaca diberi tahu"),
]
# A retraction is written by withdrawing the story.
KINDS = [choice for choice in Correction.Kind.choices if choice[0] != Correction.Kind.RETRACTION]
FIELDS = ["change_size", "note_kind", "note_text", "note_reason"]


class ReaderNote(forms.Form):
    """How big a change is for readers of a story that they have seen; a major one needs a note."""

    change_size = forms.ChoiceField(
        label="Besarnya perubahan",
        choices=SIZES,
        initial=MINOR,
        required=False,
        widget=forms.RadioSelect,
    )
    note_kind = forms.ChoiceField(
        label="Jenis catatan", choices=[("", "Pilih jenisnya"), *KINDS], required=False
    )
    note_text = forms.CharField(
        label="Isi catatan",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang keliru dan apa yang benar. "
        "Contoh: Semula tertulis 1 November. Yang benar 2 November.",
    )
    note_reason = forms.CharField(
        label="Sebab",
        max_length=200,
        required=False,
        help_text="Boleh kosong. Contoh: Salah baca piagam.",
    )

    def clean(self):
        cleaned = self.cleaned_data
        kind, text = cleaned.get("note_kind"), cleaned.get("note_text")
        if cleaned.get("change_size") == MAJOR:
            if not kind and "note_kind" not in self.errors:
                self.add_error("note_kind", "Pilih jenis catatan bagi pembaca.")
            if not text and "note_text" not in self.errors:
                self.add_error("note_text", "Tulis apa yang berubah; pembaca akan membacanya.")
        elif kind or text or cleaned.get("note_reason"):
            words = "Catatan hanya tampil pada perubahan besar. Pilih “Perubahan besar”, atau "
            self.add_error("change_size", words + "kosongkan catatannya.")
        return cleaned

    @property
    def is_major(self) -> bool:
        return self.cleaned_data.get("change_size") == MAJOR

    def write_on(self, article: Article) -> None:
        """Keep the note of a major change, of the time that ``article.revised_at`` has."""
        if self.is_major:
            article.corrections.create(
                kind=self.cleaned_data["note_kind"],
                text=self.cleaned_data["note_text"],
                reason=self.cleaned_data["note_reason"],
                noted_at=article.revised_at,
            )


class NoteForm(PublishableForm, ReaderNote):
    """The form of a story that readers have seen."""

    def clean(self):
        super().clean()
        return ReaderNote.clean(self)


def reader_note(article: Article, post=None) -> ReaderNote | None:
    """Return the form of a note beside a button that changes ``article``; None if nobody saw it."""
    return ReaderNote(post) if _seen(article) else None


class TellsReaders:
    """Part of ArticleAdmin."""

    last_fieldset = (
        "Alamat dan jadwal",
        {"fields": ["slug", ("published_at", "published_until")]},
    )

    def get_form(self, request, obj=None, change=False, **kwargs):
        if self._asks_for_note(request, obj):
            kwargs.setdefault("form", NoteForm)
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        fields = FIELDS if self._asks_for_note(request, obj) else []
        if fields or (_seen(obj) and obj.corrections.exists()):
            fields = [*fields, "notes_so_far"]
            fieldsets = [*fieldsets, ("Perubahan bagi pembaca", {"fields": fields})]
        return fieldsets

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), "notes_so_far"]

    def save_model(self, request, obj, form, change):
        """A major change is told to readers and dated; a minor one moves nothing that they see."""
        if not isinstance(form, NoteForm):
            super().save_model(request, obj, form, change)
            return
        text = form.cleaned_data["note_text"]
        request.desk_change = (MAJOR, text) if form.is_major else (MINOR, "")
        if form.is_major:
            obj.revised_at = timezone.now()
        super().save_model(request, obj, form, change)
        form.write_on(obj)

    @admin.display(description="catatan sejauh ini")
    def notes_so_far(self, obj):
        """Notes are never changed: what is wrong in one is put right by the next."""
        rows = [
            (note.get_kind_display(), moment(note.noted_at), note.text, note.reason)
            for note in obj.corrections.all()
        ]
        if not rows:
            return "Belum ada."
        row = '<p class="desk-note"><b>{}</b> {}<br>{} <em>{}</em></p>'
        return format_html_join("", row, rows)

    def _asks_for_note(self, request, obj) -> bool:
        return _seen(obj) and self.has_change_permission(request, obj)


def _seen(obj) -> bool:
    """True when readers see the stored story, or have seen it."""
    if obj is None or obj.pk is None:
        return False
    if not hasattr(obj, "_desk_seen"):
        obj._desk_seen = Article.objects.seen().filter(pk=obj.pk).exists()
    return obj._desk_seen
