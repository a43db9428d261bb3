"""The forms of the guided registration: one a step, and the board."""

import datetime as dt
from urllib.parse import urlsplit

from django import forms
from django.utils import timezone

from kim.admin.consent_rows import ConsentForm
from kim.models import Kim, KimMember, KimMilestone
from kim.months import Dated, has_begun
from kim.registration import Stage, Step
from malangnews.core.dates import Precision, format_date
from malangnews.core.desk.fields import AddressField, DayField, DayInput

Kind = KimMilestone.Kind
BOARD_ROLES = ("ketua", "sekretaris", "bendahara")
ROWS = 5
MOST_MEMBERS = 30
REGISTRY = "kim.id"

# By step: the fields it has beside date and source, with label and help.
EXTRAS = {
    Kind.DELIBERATED: {"note": ("Tempat dan peserta", "Contoh: kantor kelurahan, 25 warga.")},
    Kind.FORMED: {"document_number": ("Nomor berita acara", "Kosongkan bila tidak bernomor.")},
    Kind.DECREED: {
        "document_number": ("Nomor SK", "Contoh: 188.45/119/35.73.112/2020."),
        "valid_until": ("Berlaku sampai", "Bila disebut dalam SK."),
    },
    Kind.REGISTERED: {},
    Kind.TRAINED: {"note": ("Oleh siapa, tentang apa", "Contoh: Diskominfo, menulis berita.")},
}
PROOF = {
    Kind.DELIBERATED: "Contoh: daftar hadir, arsip kelurahan. "
    "Boleh kosong bila berita acaranya diisi di bawah.",
    Kind.FORMED: "Contoh: salinan berita acara, arsip kelurahan.",
    Kind.DECREED: "Contoh: salinan SK, arsip kelurahan.",
    Kind.REGISTERED: "Boleh kosong bila alamatnya diisi.",
    Kind.TRAINED: "Contoh: daftar hadir pelatihan, atau nama media.",
}
NO_PROOF = {
    Kind.FORMED: "Tulis buktinya: nomor berita acara, sumber, atau alamatnya.",
    Kind.DECREED: "Tulis buktinya: nomor SK, sumber, atau alamatnya.",
    Kind.REGISTERED: "Tulis buktinya: alamat halamannya di kim.id, atau sumber.",
}
ADDRESS = {Kind.REGISTERED: ("Halaman di kim.id", "Contoh: https://nama.kim.id.")}


class StepForm(forms.Form):
    """One step; left empty, it is for later."""

    happened_on = DayField(label="Tanggal", required=False)
    happened_on_precision = forms.ChoiceField(
        label="Yang diketahui",
        choices=Precision,
        initial=Precision.DAY,
        required=False,
        help_text="Bila hanya bulan atau tahunnya, isi hari mana pun di dalamnya.",
    )
    document_number = forms.CharField(max_length=120, required=False)
    valid_until = DayField(required=False)
    note = forms.CharField(max_length=300, required=False)
    source_name = forms.CharField(label="Sumber atau arsip", max_length=200, required=False)
    source_url = AddressField(label="Alamat sumber", max_length=500, required=False)

    def __init__(self, step: Step, stage: Stage | None, *args, **kwargs):
        """Take the step, and where an existing group stands on it (None for a new group)."""
        super().__init__(*args, prefix=step.key, use_required_attribute=False, **kwargs)
        self.step, self.stage = step, stage
        extras = EXTRAS[step.kind]
        for name in ("document_number", "valid_until", "note"):
            if name not in extras:
                del self.fields[name]
        texts = {**extras, "source_name": ("Sumber atau arsip", PROOF[step.kind])}
        for name, (label, words) in (texts | self._address(step)).items():
            self.fields[name].label, self.fields[name].help_text = label, words
        self.fields["happened_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    @staticmethod
    def _address(step: Step) -> dict:
        return {"source_url": ADDRESS[step.kind]} if step.kind in ADDRESS else {}

    @property
    def is_filled(self) -> bool:
        """True when anything but the precision was filled in."""
        names = (name for name in self.fields if name != "happened_on_precision")
        return any(str(self.data.get(self.add_prefix(name), "")).strip() for name in names)

    @property
    def is_shown(self) -> bool:
        """True where the step takes input: it is open, or somebody else was quicker."""
        return self.stage is None or self.stage.is_open or self.is_filled

    @property
    def dated(self) -> Dated | None:
        day = self.cleaned_data.get("happened_on") if self.is_valid() else None
        return day and Dated(day, self.cleaned_data["happened_on_precision"])

    def clean_happened_on_precision(self):
        return self.cleaned_data["happened_on_precision"] or Precision.DAY

    def clean(self):
        cleaned = super().clean()
        if not self.is_filled:
            return cleaned
        day = cleaned.get("happened_on")
        if day is None:
            if "happened_on" not in self.errors:
                self.add_error("happened_on", "Isi tanggalnya, atau kosongkan seluruh langkah ini.")
            return cleaned
        precision = cleaned.get("happened_on_precision", Precision.DAY)
        if not has_begun(day, precision, timezone.localdate()):
            self.add_error(
                "happened_on", "Tanggal itu belum tiba. Langkah dicatat sesudah terjadi."
            )
        until = cleaned.get("valid_until")
        if until and until < day:
            self.add_error("valid_until", "Masa berlaku berakhir sebelum tanggal SK-nya.")
        self._check_address(cleaned.get("source_url", ""))
        self._check_recorded(day)
        return cleaned

    def _check_address(self, address: str) -> None:
        host = urlsplit(address).hostname or ""
        if self.step.kind == Kind.REGISTERED and address:
            if host != REGISTRY and not host.endswith(f".{REGISTRY}"):
                self.add_error("source_url", "Alamat itu tidak berada di kim.id.")

    def _check_recorded(self, day: dt.date) -> None:
        """What somebody recorded meanwhile is not recorded again; a new decree is a later one."""
        found = self.stage and self.stage.milestone
        if found is None:
            return
        known = format_date(found.happened_on, found.happened_on_precision)
        if not self.stage.is_lapsed:
            words = f"Langkah ini sudah dicatat ({known}). Kosongkan isian ini."
            self.add_error(None, words)
        elif day <= found.happened_on:
            self.add_error("happened_on", f"SK yang baru harus sesudah SK lama ({known}).")

    def lacks_proof(self) -> bool:
        """True when nothing filled in could prove the step."""
        names = ("document_number", "source_name", "source_url")
        return not any(self.cleaned_data.get(name) for name in names)

    def refuse_proof(self) -> None:
        """Ask for a proof at the first field that takes one."""
        words = NO_PROOF.get(self.step.kind, "Tulis buktinya: sumber atau alamatnya.")
        name = "document_number" if "document_number" in self.fields else "source_name"
        self.add_error(name, words)

    def milestone(self, kim: Kim) -> KimMilestone:
        """Return the milestone, not yet saved."""
        return KimMilestone(kim=kim, kind=self.step.kind, **self.cleaned_data)


class MemberForm(ConsentForm):
    """One of the board. Without consent the name stays private."""

    class Meta:
        model = KimMember
        fields = [
            "name",
            "role",
            "term_from",
            "term_until",
            "consent_on",
            "consent_by",
            "consent_scope",
            "consent_note",
            "is_minor",
            "guardian",
        ]
        field_classes = dict.fromkeys(("term_from", "term_until", "consent_on"), DayField)
        widgets = dict.fromkeys(("term_from", "term_until", "consent_on"), DayInput)

    @property
    def consent_fields(self):
        return [self[name] for name in self.Meta.fields[4:]]

    @property
    def board_fields(self):
        return [self[name] for name in self.Meta.fields[:4]]


class BaseBoard(forms.BaseFormSet):
    """Empty rows, the first of them with the offices that every board has."""

    def __init__(self, *args, is_first: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.roles = BOARD_ROLES if is_first else ()

    def get_form_kwargs(self, index):
        role = self.roles[index] if index is not None and index < len(self.roles) else ""
        return {**super().get_form_kwargs(index), "initial": {"role": role}}


BoardFormSet = forms.formset_factory(
    MemberForm,
    formset=BaseBoard,
    extra=ROWS,
    max_num=MOST_MEMBERS,
    absolute_max=MOST_MEMBERS + 1,
)
