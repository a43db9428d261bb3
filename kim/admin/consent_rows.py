"""Rows about people inside the form of a KIM or a potential, with what they agreed to."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from kim.models import KimMember, PotentialContact
from kim.models.consent import Consented
from kim.privacy import CONSENT, unnamed
from malangnews.core.dates import format_date
from malangnews.core.desk import DeskStackedInline
from malangnews.core.desk.inlines import DeskFormSet
from malangnews.core.desk.rights import permission

CONSENT_FIELDSET = (
    "Persetujuan ditampilkan",
    {
        "fields": [
            ("consent_on", "consent_scope"),
            ("consent_by", "consent_note"),
            ("is_minor", "guardian"),
            "consent_withdrawn_on",
        ],
        "classes": ["collapse"],
    },
)
MEMBER_FIELDS = [("name", "role"), ("term_from", "term_until"), "standing"]
CONTACT_FIELDS = [("kind", "value"), "standing"]
# Rules of the tables, and the field beside which their words stand.
BESIDE = {
    "consent_has_giver": "consent_by",
    "consent_has_proof": "consent_note",
    "minor_has_guardian": "guardian",
}


def standing_of(row: Consented) -> tuple[str, str]:
    """Return (key, words) of a consent as it stands: "none", "later", "withdrawn" or "open"."""
    if not row.consent_on:
        return "none", "Belum ada persetujuan: tidak tampil"
    if row.consent_withdrawn_on:
        return "withdrawn", f"Dicabut {format_date(row.consent_withdrawn_on)}: tidak tampil"
    if not row.is_consent_in_force():
        return "later", f"Berlaku mulai {format_date(row.consent_on)}: belum tampil"
    where = "halaman portal dan data terbuka" if row.is_open_data else "halaman portal saja"
    return "open", f"Disetujui {format_date(row.consent_on)}: {where}"


class ConsentForm(forms.ModelForm):
    """The scope has a default; a form without it leaves it as it is."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "consent_scope" in self.fields:
            self.fields["consent_scope"].required = False

    def clean_consent_scope(self):
        return self.cleaned_data["consent_scope"] or self.instance.consent_scope

    def clean(self):
        """Say what a consent lacks beside the field that is to be filled in."""
        cleaned = super().clean()
        if cleaned.get("consent_on"):
            meta = self._meta.model._meta
            words = {rule.name: rule.violation_error_message for rule in meta.constraints}
            for rule, name in BESIDE.items():
                is_asked = name != "guardian" or cleaned.get("is_minor")
                if is_asked and name in cleaned and not cleaned[name]:
                    self.add_error(name, words[f"{meta.app_label}_{meta.model_name}_{rule}"])
        return cleaned

    def note_recorder(self, user) -> None:
        """Remember who recorded the consent, when this form gives, changes or withdraws it."""
        if CONSENT & set(self.changed_data):
            self.instance.consent_recorded_by = user


class ConsentFormSet(DeskFormSet):
    recorder = None

    def save_new(self, form, commit=True):
        form.note_recorder(self.recorder)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        form.note_recorder(self.recorder)
        return super().save_existing(form, obj, commit)


class ConsentInline(DeskStackedInline):
    """Seen only with the permission to view such rows: what they hold is private."""

    form = ConsentForm
    formset = ConsentFormSet
    readonly_fields = ["standing"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("consent_recorded_by")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.recorder = request.user
        return formset

    @admin.display(description="persetujuan sekarang")
    def standing(self, obj):
        """How the consent stands, who recorded it, and the way to withdraw it."""
        if not obj.pk:
            return "Belum disimpan."
        key, words = standing_of(obj)
        by = f", dicatat oleh {obj.consent_recorded_by}" if obj.consent_recorded_by else ""
        if key not in ("open", "later"):
            return f"{words}{by}."
        address = reverse(
            f"admin:{obj._meta.label_lower.replace('.', '_')}_withdraw", args=[obj.pk]
        )
        return format_html('{}{}. <a href="{}">Cabut persetujuan</a>', words, by, address)


class MemberInline(ConsentInline):
    model = KimMember
    verbose_name_plural = "pengurus (tidak ditampilkan kepada umum tanpa persetujuan)"
    fieldsets = [(None, {"fields": MEMBER_FIELDS}), CONSENT_FIELDSET]


class ContactInline(ConsentInline):
    model = PotentialContact
    verbose_name_plural = "kontak (tidak ditampilkan kepada umum tanpa persetujuan pemiliknya)"
    fieldsets = [(None, {"fields": CONTACT_FIELDS}), CONSENT_FIELDSET]


class KeepsPeoplePrivate:
    """Part of the admin of a row that people belong to: others read nothing of them."""

    #: The relation to those people.
    people = ""

    def has_delete_permission(self, request, obj=None):
        """What goes with a row is listed before it goes: its people too."""
        allowed = super().has_delete_permission(request, obj)
        right = permission("delete", getattr(self.model, self.people).rel.related_model)
        if not allowed or not isinstance(obj, self.model) or request.user.has_perm(right):
            return allowed
        return not getattr(obj, self.people).exists()

    def construct_change_message(self, request, form, formsets, add=False):
        """The history of a row is read by more people than its people are."""
        others = [formset for formset in formsets if not issubclass(formset.model, Consented)]
        message = super().construct_change_message(request, form, others, add)
        changes = ("new_objects", "changed_objects", "deleted_objects")
        for formset in formsets:
            changed = any(getattr(formset, change, ()) for change in changes)
            if issubclass(formset.model, Consented) and changed:
                message.append(unnamed(formset.model))
        return message
