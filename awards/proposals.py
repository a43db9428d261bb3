"""From words that were read to rows that can be saved: proposals, matched with the registry."""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils import timezone

from awards.matching import Catalogue, Match, registered
from awards.models import (
    Award,
    Edition,
    Organization,
    Person,
    Programme,
    Recipient,
    Source,
    Work,
)
from awards.reading.marks import Reading
from awards.reading.reader import read
from kim.models import Kim
from malangnews.core.dates import Precision

# The first word of an organisation's name, and what it is then.
KINDS = (
    (r"kementerian|kemen\w+|badan pemeriksa|komisi informasi pusat", "ministry"),
    (r"pemerintah provinsi|pemprov|provinsi", "province"),
    (r"pemerintah (?:kota|kabupaten)|pemkot|pemkab|kota|kabupaten", "city"),
    (r"dinas|diskominfo|dinkominfo|disko?minfo|badan|bagian|kecamatan|rsud|sekretariat", "office"),
    (r"sd|smp|sma|smk|mts|man|universitas|politeknik|institut|sekolah", "school"),
    (r"pt|cv|perum|perumda|bank", "company"),
    (r"komunitas|karang taruna|pkk|paguyuban|kelompok", "community"),
)
WORKS = (
    (r"video|film|audiovisual|videografis", "video"),
    (r"website|situs|web", "website"),
    (r"kampanye", "campaign"),
    (r"media sosial|instagram|akun", "account"),
    (r"majalah|buletin|tabloid", "magazine"),
    (r"artikel|tulisan|berita", "article"),
    (r"aplikasi", "app"),
)
RECIPIENTS = {"organization": Organization, "kim": Kim, "kelurahan": None, "person": Person}


@dataclass(frozen=True)
class Proposal:
    """One award that a text states, beside what the registry has already."""

    number: int
    reading: Reading
    programme: Match
    organizer: Match
    recipient_kind: str
    recipient: Match
    detail: str
    work: Match
    known: Award | None
    quotes: dict[str, str] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """True when staff should be asked to take it: neither history nor registered already."""
        return self.known is None and not self.reading.historic


@dataclass
class Decision:
    """What staff made of a proposal: rows that exist, or words for new ones."""

    programme: Programme | None
    programme_name: str
    abbreviation: str
    level: str
    year: int
    organizer: Organization | None
    organizer_name: str
    category: str
    participant_class: str
    rank_label: str
    recipient_kind: str
    recipient: models.Model | None
    recipient_name: str
    kelurahan: models.Model | None
    detail: str
    work: Work | None
    work_title: str
    conferred_on: dt.date | None
    place: str


class CannotSave(Exception):
    """Why one decision cannot become a record; ``field`` is where to say so."""

    def __init__(self, field: str, words: str):
        super().__init__(words)
        self.field, self.words = field, words


def propose(text: str, catalogue: Catalogue) -> list[Proposal]:
    """Return what ``text`` states, in its order, matched with ``catalogue``."""
    found = []
    for number, reading in enumerate(read(text), 1):
        programme = catalogue.programmes.find(reading.event, reading.abbreviation)
        kind, recipient, detail = catalogue.recipient(reading.recipient or "")
        found.append(
            Proposal(
                number=number,
                reading=reading,
                programme=programme,
                organizer=catalogue.organization(reading.organiser),
                recipient_kind=kind,
                recipient=recipient,
                detail=detail,
                work=catalogue.works.find(reading.work),
                known=_known(reading, programme.row, recipient.row),
                quotes={name: text[slice(*span)] for name, span in reading.evidence.items()},
            )
        )
    return found


def marked(text: str, proposals: list[Proposal]) -> list[tuple[str, list[int]]]:
    """Return the text in pieces, each with the numbers of the proposals that rest on it."""
    spans = [
        (start, end, proposal.number)
        for proposal in proposals
        for start, end in proposal.reading.evidence.values()
    ]
    edges = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    return [
        (
            text[start:end],
            sorted({number for first, last, number in spans if first <= start and end <= last}),
        )
        for start, end in zip(edges, edges[1:], strict=False)
    ]


@transaction.atomic
def save(decision: Decision, source: dict[str, object], user) -> Award:
    """Record one decision as a draft of ``user`` and return it, with ``source`` as its source.

    What exists is used, what is new is made. Raises CannotSave, and keeps nothing, when the
    registry has the award already or a row cannot be made.
    """
    catalogue = Catalogue()
    programme = decision.programme or _programme(decision, catalogue)
    edition, made = Edition.objects.get_or_create(programme=programme, year=decision.year)
    _tell_edition(edition, decision)
    target = decision.recipient or _recipient(decision, catalogue, user)
    known = registered(edition, decision.rank_label, decision.category, target)
    if known is not None:
        raise CannotSave("rank_label", f"Sudah tercatat: {known}.")
    award = Award.objects.create(
        edition=edition,
        category=decision.category,
        participant_class=decision.participant_class,
        rank_label=decision.rank_label,
        work=decision.work or _work(decision, catalogue),
        created_by=user,
        recorded_by=user,
    )
    kind = decision.recipient_kind
    Recipient.objects.create(award=award, detail=decision.detail, **{kind: target})
    if source.get("title") or source.get("url"):
        Source.objects.create(award=award, retrieved_on=timezone.localdate(), **source)
    return award


def kind_of_organization(name: str) -> str:
    """Guess from its first words what an organisation is; "other" when they do not tell."""
    return _first(KINDS, name)


def kind_of_work(category: str, title: str) -> str:
    """Guess what a work is from the category that it won in and from its title."""
    told = f"{category} {title}"
    return next(
        (kind for words, kind in WORKS if re.search(rf"\b(?:{words})\b", told, re.I)), "other"
    )


def _first(table, name: str) -> str:
    return next((kind for words, kind in table if re.match(rf"(?:{words})\b", name, re.I)), "other")


def _known(reading: Reading, programme, target) -> Award | None:
    if programme is None or reading.year is None:
        return None
    edition = programme.editions.filter(year=reading.year).first()
    return registered(edition, reading.rank or "", reading.category or "", target)


def _programme(decision: Decision, catalogue: Catalogue) -> Programme:
    found = catalogue.programmes.find(decision.programme_name)
    if found.sure:
        return found.row
    organizer = decision.organizer
    if organizer is None and decision.organizer_name:
        organizer = _organization(decision.organizer_name, catalogue)
    return Programme.objects.create(
        name=decision.programme_name,
        abbreviation=decision.abbreviation,
        level=decision.level,
        organizer=organizer,
    )


def _organization(name: str, catalogue: Catalogue) -> Organization:
    found = catalogue.organization(name)
    if found.sure:
        return found.row
    return Organization.objects.create(name=name, kind=kind_of_organization(name))


def _recipient(decision: Decision, catalogue: Catalogue, user) -> models.Model:
    name, kind = decision.recipient_name, decision.recipient_kind
    if kind == "organization":
        return _organization(name, catalogue)
    if kind == "kelurahan":
        if decision.kelurahan is None:
            raise CannotSave("kelurahan", "Pilih kelurahan yang menerimanya.")
        return decision.kelurahan
    if kind == "person":
        found = catalogue.people.find(name)
        return found.row or Person.objects.create(name=name)
    found = catalogue.kims.find(name)
    if found.sure:
        return found.row
    if not user.has_perm("kim.add_kim"):
        words = f"{name} belum terdaftar. Minta Pembina KIM mendaftarkannya dahulu."
        raise CannotSave("recipient_name", words)
    if decision.kelurahan is None:
        raise CannotSave("kelurahan", f"{name} belum terdaftar. Pilih kelurahan asalnya.")
    return Kim.objects.create(name=name, kelurahan=decision.kelurahan, created_by=user)


def _work(decision: Decision, catalogue: Catalogue) -> Work | None:
    if not decision.work_title:
        return None
    found = catalogue.works.find(decision.work_title)
    if found.sure:
        return found.row
    kind = kind_of_work(decision.category, decision.work_title)
    return Work.objects.create(title=decision.work_title, kind=kind)


def _tell_edition(edition: Edition, decision: Decision) -> None:
    """Fill in what the edition does not say yet; what it says stays."""
    changed = []
    if decision.conferred_on and not edition.conferred_on:
        edition.conferred_on = decision.conferred_on
        edition.conferred_on_precision = Precision.DAY
        changed += ["conferred_on", "conferred_on_precision"]
    if decision.place and not edition.place:
        edition.place = decision.place
        changed.append("place")
    if changed:
        edition.save(update_fields=changed)
