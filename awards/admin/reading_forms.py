"""The forms of reading a text: the text with its source, and one form for each proposal."""

from django import forms
from django.core.exceptions import ValidationError

from awards.matching import Catalogue, without_place
from awards.models import Programme
from awards.proposals import Decision, Proposal
from kim.models import Kelurahan
from malangnews.core.desk.fields import DayField

LONGEST = 60_000
NEW = "new"
EMPTY = "Tempel dahulu naskahnya."
KIND_NAMES = {
    "organization": "Lembaga",
    "kim": "KIM",
    "kelurahan": "Kelurahan",
    "person": "Perorangan",
}


class TextForm(forms.Form):
    """The text, and where it stands."""

    text = forms.CharField(
        label="Naskah",
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Tempel seluruh berita, dengan judulnya pada baris pertama.",
        error_messages={"required": EMPTY},
    )
    source_title = forms.CharField(label="Judul sumber", max_length=250, required=False)
    source_publisher = forms.CharField(
        label="Penerbit",
        max_length=120,
        required=False,
        help_text="Contoh: Pemerintah Kota Malang.",
    )
    source_url = forms.URLField(
        label="Alamat sumber", max_length=500, required=False, assume_scheme="https"
    )
    source_day = DayField(label="Tanggal terbit sumber", required=False)

    def clean_text(self):
        """One kind of line end, so that places in the text are the same on every posting."""
        text = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            raise ValidationError(EMPTY)
        return text

    @property
    def source(self) -> dict[str, object]:
        """The fields of a Source."""
        names = {"title": "title", "publisher": "publisher", "url": "url", "published_on": "day"}
        return {name: self.cleaned_data[f"source_{key}"] for name, key in names.items()}


class ProposalForm(forms.Form):
    """One proposal, with the rows it may mean to choose from and words for a new one."""

    take = forms.BooleanField(label="Catat", required=False)
    programme = forms.ChoiceField(label="Ajang")
    programme_name = forms.CharField(label="Nama ajang baru", max_length=200, required=False)
    abbreviation = forms.CharField(label="Singkatan", max_length=30, required=False)
    level = forms.ChoiceField(
        label="Tingkat", choices=[("", "Pilih"), *Programme.Level.choices], required=False
    )
    year = forms.IntegerField(label="Tahun", min_value=1900, max_value=2999, required=False)
    organizer = forms.ChoiceField(label="Penyelenggara")
    organizer_name = forms.CharField(
        label="Nama penyelenggara baru", max_length=200, required=False
    )
    category = forms.CharField(label="Kategori", max_length=200, required=False)
    participant_class = forms.CharField(label="Kelas peserta", max_length=120, required=False)
    rank_label = forms.CharField(label="Peringkat", max_length=80, required=False)
    recipient_kind = forms.ChoiceField(label="Jenis penerima", choices=list(KIND_NAMES.items()))
    recipient = forms.ChoiceField(label="Penerima")
    recipient_name = forms.CharField(label="Nama penerima baru", max_length=120, required=False)
    detail = forms.CharField(label="Bagian", max_length=120, required=False)
    kelurahan = forms.ModelChoiceField(
        Kelurahan.objects.all(), label="Kelurahan", required=False, empty_label="Tidak disebut"
    )
    work = forms.ChoiceField(label="Karya")
    work_title = forms.CharField(label="Judul karya baru", max_length=200, required=False)
    conferred_on = DayField(label="Dianugerahkan", required=False)
    place = forms.CharField(label="Tempat", max_length=120, required=False)

    def __init__(self, *args, proposal: Proposal, catalogue: Catalogue, **kwargs):
        self.proposal = proposal
        self.matches = {
            "programme": proposal.programme,
            "organizer": proposal.organizer,
            "recipient": proposal.recipient,
            "work": proposal.work,
        }
        initial = _initial(proposal, catalogue)
        super().__init__(*args, initial=initial, prefix=f"usul{proposal.number}", **kwargs)
        for name, match in self.matches.items():
            rows = [(str(row.pk), str(row)) for row in match.rows]
            words = "Tidak disebut" if name in ("organizer", "work") else "Catat yang baru"
            empty = [(NEW, f"{words}, atau tulis namanya" if rows else words)]
            self.fields[name].choices = rows + empty

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("take"):
            return cleaned
        needed = {
            "rank_label": "Tulis peringkatnya seperti tercetak.",
            "year": "Isi tahun edisinya.",
        }
        if cleaned.get("programme") == NEW:
            needed["programme_name"] = "Tulis nama ajangnya."
            needed["level"] = "Pilih tingkat ajangnya."
        if cleaned.get("recipient") == NEW and cleaned.get("recipient_kind") != "kelurahan":
            needed["recipient_name"] = "Tulis nama penerimanya."
        for name, words in needed.items():
            if not _says(cleaned.get(name)) and name not in self.errors:
                self.add_error(name, words)
        kind = cleaned.get("recipient_kind")
        if cleaned.get("recipient") not in (NEW, None) and kind != self.proposal.recipient_kind:
            words = "Penerima yang dipilih bukan jenis itu. Pilih “Catat yang baru”, tulis namanya."
            self.add_error("recipient", words)
        return cleaned

    @property
    def is_ticked(self) -> bool:
        """True when staff want this one; what is wrong with the others does not matter."""
        return self.is_bound and bool(self["take"].value())

    def decision(self) -> Decision:
        """What the valid form says, with the chosen rows in place of their keys."""
        data = dict(self.cleaned_data)
        del data["take"]
        for name, match in self.matches.items():
            rows = {str(row.pk): row for row in match.rows}
            data[name] = rows.get(data[name])
        return Decision(**data)


def _says(value) -> bool:
    """True for what a reader can see: letters or digits, not only signs of direction."""
    return any(sign.isalnum() for sign in str(value or ""))


def _initial(proposal: Proposal, catalogue: Catalogue) -> dict[str, object]:
    """Return what the form begins with; where a name is not sure, the first of the alike."""
    reading = proposal.reading
    first = {
        name: str(match.rows[0].pk) if match.rows else NEW
        for name, match in (
            ("programme", proposal.programme),
            ("organizer", proposal.organizer),
            ("recipient", proposal.recipient),
            ("work", proposal.work),
        )
    }
    kim = proposal.recipient_kind == "kim" and not proposal.recipient.rows
    home = catalogue.home_of(reading.recipient or "") if kim else None
    return {
        **first,
        "take": proposal.is_new,
        "programme_name": reading.event or reading.abbreviation or "",
        "abbreviation": reading.abbreviation or "",
        "level": reading.level if reading.level in Programme.Level.values else "",
        "year": reading.year,
        "organizer_name": reading.organiser or "",
        "category": reading.category or "",
        "participant_class": reading.participant_class or "",
        "rank_label": _as_printed(reading.rank or ""),
        "recipient_kind": proposal.recipient_kind,
        "recipient_name": without_place(reading.recipient or "")
        if kim
        else reading.recipient or "",
        "detail": proposal.detail,
        "kelurahan": home,
        "work_title": reading.work or "",
        "conferred_on": reading.date,
        "place": reading.place or "",
    }


def _as_printed(rank: str) -> str:
    return rank[:1].upper() + rank[1:]
