"""The form in which a person says whether a quiet group is dormant, and on what evidence."""

import datetime as dt

from django import forms

from kim.decisions import Choice
from kim.models import KimMilestone
from kim.vitality import Vitality
from malangnews.core.dates import format_date, period_end
from malangnews.core.desk.fields import AddressField, DayField

PUBLIC = "Tampil kepada umum pada riwayat KIM ini; jangan menyebut nama orang."


class DecisionForm(forms.ModelForm):
    """A milestone of one of the kinds that may be decided. Its evidence is required."""

    kind = forms.ChoiceField(label="Keputusan", widget=forms.RadioSelect)
    happened_on = DayField(
        label="Tanggal", help_text="Sejak kapan, atau kapan terakhir dipastikan."
    )
    source_url = AddressField(label="Alamat sumber", max_length=500, required=False)
    note = forms.CharField(
        label="Keterangan",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=f"Wajib untuk vakum: apa yang diketahui. {PUBLIC}",
    )
    # What the one who decides had before her eyes.
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    class Meta:
        model = KimMilestone
        fields = (
            "kind",
            "happened_on",
            "happened_on_precision",
            "source_name",
            "source_url",
            "document_number",
            "note",
        )
        labels = {"source_name": "Sumber"}
        help_texts = {
            "source_name": "Siapa atau dokumen apa yang menyatakannya. Contoh: berita acara "
            "kunjungan Diskominfo ke kelurahan. Bukti wajib ada: sumber, alamatnya, atau nomor "
            "dokumen."
        }

    def __init__(self, *args, vitality: Vitality, choices: tuple[Choice, ...], **kwargs):
        kwargs.setdefault("instance", KimMilestone(kim=vitality.kim))
        super().__init__(*args, **kwargs)
        self.vitality = vitality
        self.fields["kind"].choices = [(choice.kind, choice.label) for choice in choices]
        if len(choices) == 1:
            self.fields["kind"].initial = choices[0].kind

    def clean(self):
        data = super().clean()
        day, precision = data.get("happened_on"), data.get("happened_on_precision")
        if day and precision:
            problem = self._problem(data.get("kind"), period_end(day, precision))
            if problem:
                self.add_error("happened_on", problem)
        if data.get("kind") == KimMilestone.Kind.DORMANT and not data.get("note"):
            self.add_error("note", "Tulis apa yang diketahui tentang keadaan KIM ini.")
        return data

    def _problem(self, kind: str | None, day: dt.date) -> str:
        """Return why a decision of that day would contradict what is on record, else ""."""
        row = self.vitality
        if day > row.today:
            return (
                "Tanggal, bulan, atau tahun itu belum lewat. Pilih ketelitian “tanggal” dan hari "
                "yang sudah lewat."
            )
        latest = row.standing.evidence
        if latest is not None and day < latest.happened_on:
            known = format_date(latest.happened_on, latest.happened_on_precision)
            return (
                f"Tonggak terakhir ({latest.get_kind_display().lower()}, {known}) lebih baru "
                "daripada tanggal ini, jadi keadaannya tidak akan berubah."
            )
        if kind == KimMilestone.Kind.DORMANT and row.last and day < row.last_day:
            return (
                f"Sesudah tanggal ini masih ada jejak: {row.last.label}, {row.last.date}. "
                "Pilih tanggal sesudahnya."
            )
        if kind and row.kim.milestones.filter(kind=kind, happened_on=day).exists():
            return "Tonggak itu sudah tercatat pada tanggal yang sama."
        return ""
