"""Baca dari naskah: a text is read, its awards are proposed, staff correct, tick and save."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from awards.matching import Catalogue
from awards.models import Award, Programme
from awards.proposals import CannotSave, Decision, Proposal, marked, propose, save
from kim.models import Kelurahan
from malangnews.core.desk.fields import DayField, is_row_id

LONGEST = 60_000
MOST_PROPOSALS = 60
NEW = "new"
EMPTY = "Tempel dahulu naskahnya."
MEND = "Belum ada yang disimpan: betulkan dahulu yang ditandai."
KIND_NAMES = {
    "organization": "Lembaga",
    "kim": "KIM",
    "kelurahan": "Kelurahan",
    "person": "Perorangan",
}
# Rights that recording an award with all that it names needs.
NEEDED = tuple(
    f"awards.add_{name}"
    for name in ("award", "recipient", "source", "programme", "edition", "organization", "work")
)


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
            if not cleaned.get(name) and name not in self.errors:
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
        "recipient_name": reading.recipient or "",
        "detail": proposal.detail,
        "kelurahan": home,
        "work_title": reading.work or "",
        "conferred_on": reading.date,
        "place": reading.place or "",
    }


def _as_printed(rank: str) -> str:
    return rank[:1].upper() + rank[1:]


class ReadsTexts:
    """Part of AwardAdmin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.read_view)
        return [path("baca/", view, name="awards_award_read"), *super().get_urls()]

    def read_view(self, request):
        """Take a text (``?berita=`` takes a story's), show what it states, save what is ticked."""
        if not request.user.has_perms(NEEDED):
            raise PermissionDenied
        story = self._story(request)
        if request.method != "POST":
            return self._read_page(request, TextForm(initial=self._of_story(story)), story)
        form = TextForm(request.POST)
        if not form.is_valid():
            return self._read_page(request, form, story)
        text = form.cleaned_data["text"]
        catalogue = Catalogue()
        proposals = propose(text, catalogue)[:MOST_PROPOSALS]
        bound = "_save" in request.POST
        rows = [
            ProposalForm(request.POST if bound else None, proposal=one, catalogue=catalogue)
            for one in proposals
        ]
        if bound and self._save_ticked(request, rows, form.source, story):
            return HttpResponseRedirect(reverse("admin:awards_award_changelist") + "?milik=saya")
        return self._read_page(request, form, story, text, proposals, rows)

    # Saving

    def _save_ticked(self, request, rows: list[ProposalForm], source, story) -> bool:
        """Save all that is ticked, or nothing; say what was done. Returns whether it was."""
        ticked = [row for row in rows if row.is_ticked]
        if any(row.errors for row in ticked):
            self.message_user(request, MEND, messages.ERROR)
            return False
        known = [row.proposal.known for row in rows if row.proposal.known]
        if not ticked and not (story and known):
            words = "Tidak ada yang dicentang, jadi tidak ada yang disimpan."
            self.message_user(request, words, messages.WARNING)
            return False
        made = []
        with transaction.atomic():
            for row in ticked:
                try:
                    made.append(save(row.decision(), source, request.user))
                except CannotSave as error:
                    row.add_error(error.field, error.words)
                except ValidationError as error:
                    row.add_error(None, error)
            failed = any(row.errors for row in ticked)
            if failed:
                transaction.set_rollback(True)
        if failed:
            self.message_user(request, MEND, messages.ERROR)
            return False
        for award in made:
            self.log_addition(request, award, "Dibaca dari naskah.")
        self._tie(request, story, [*made, *known])
        words = f"{len(made)} penghargaan dicatat sebagai draf."
        if known:
            words += f" {len(known)} sudah ada di registri dan tidak dicatat lagi."
        self.message_user(request, words, messages.SUCCESS)
        return True

    def _tie(self, request, story, awards: list[Award]) -> None:
        """Link the story with its awards, if its reader may change it."""
        if story is None or not awards:
            return
        if self.admin_site._registry[type(story)].has_change_permission(request, story):
            story.awards.add(*awards)
        else:
            words = "Beritanya tidak dikaitkan: Anda tidak berhak mengubahnya."
            self.message_user(request, words, messages.WARNING)

    # The story

    def _story(self, request):
        """Return the story that the address names; None if it names none. Raises Http404."""
        key = request.GET.get("berita", "")
        if not key:
            return None
        model = Award._meta.get_field("articles").related_model
        story = model._default_manager.filter(pk=key).first() if is_row_id(key) else None
        desk = self.admin_site._registry[model]
        if story is None:
            raise Http404
        if not desk.has_view_permission(request, story):
            raise PermissionDenied
        return story

    @staticmethod
    def _of_story(story) -> dict[str, object]:
        if story is None:
            return {}
        return {
            "text": story.as_text,
            "source_title": story.title,
            "source_publisher": "malangnews",
            "source_day": story.published_at,
        }

    # The page

    def _read_page(self, request, form, story, text="", proposals=(), rows=()):
        context = {
            **self.admin_site.each_context(request),
            "title": "Baca penghargaan dari naskah",
            "opts": self.opts,
            "original": None,
            "form": form,
            "story": story,
            "rows": rows,
            "was_read": bool(text),
            "pieces": marked(text, proposals) if text else [],
            "media": self.media,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/awards/read.html", context)
