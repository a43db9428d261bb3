"""Cards that are drawn once and kept, until what they tell changes.

A file's name holds a digest of every word on it, so an old card is never shown for a new record.
A file is believed only when it ends as a PNG ends: one that somebody is still writing, or that a
full disk cut short, is drawn again.
"""

import hashlib
import logging
from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from awards.cards.art import art_for
from awards.cards.drawing import VERSION, card_png
from awards.cards.record import award_subject, year_subject
from awards.cards.shapes import Shape
from awards.cards.subjects import AwardSubject, YearSubject
from awards.models import Award

FOLDER = "kartu"
PNG_END = b"IEND\xaeB`\x82"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sheet:
    """All that makes a card: its words, the slug of its cloth, its folder, may it be kept."""

    subject: AwardSubject | YearSubject
    cloth: str
    folder: str
    name: str
    is_kept: bool

    def digest(self, shape: Shape) -> str:
        """Return what changes whenever the picture would."""
        told = repr((VERSION, shape, self.cloth, self.subject))
        return hashlib.sha256(told.encode()).hexdigest()[:24]


def award_sheet(award: Award) -> Sheet:
    """Return the card of an award from ``for_page()``. Only a public one is ever kept."""
    return Sheet(
        subject=award_subject(award),
        cloth=award.edition.programme.slug,
        folder=f"{FOLDER}/penghargaan/{award.pk}",
        name=award.slug,
        is_kept=award.is_public,
    )


def year_sheet(year: int) -> Sheet | None:
    """Return the card of a year's public awards, None when there are none."""
    subject = year_subject(year, Award.objects.published())
    return subject and sheet_of_year(subject)


def sheet_of_year(subject: YearSubject) -> Sheet:
    """Return the card of a year whose awards are counted already."""
    name = f"tahun-{subject.year}"
    return Sheet(subject, name, f"{FOLDER}/tahun/{subject.year}", name, True)


def picture(sheet: Sheet, shape: Shape) -> bytes:
    """Return a card's PNG: the kept one, else a new one."""
    name = f"{sheet.folder}/{shape.name}-{sheet.digest(shape)}.png"
    if sheet.is_kept and (kept := _read(name)):
        return kept
    drawn = card_png(sheet.subject, shape, art_for(sheet.cloth, sheet.subject.roundel))
    if sheet.is_kept:
        try:
            _keep(name, drawn)
            _sweep(sheet.folder, f"{shape.name}-", name)
        except OSError:
            # A full or read-only disk: the reader gets the card all the same.
            log.warning("card %s could not be kept", name, exc_info=True)
    return drawn


def clear(award: Award) -> None:
    """Take away every kept card of an award; none kept is no error."""
    try:
        _sweep(f"{FOLDER}/penghargaan/{award.pk}", "", "")
    except OSError:
        log.warning("cards of award %s could not be taken away", award.pk, exc_info=True)


def _read(name: str) -> bytes:
    try:
        with default_storage.open(name) as file:
            content = file.read()
    except OSError:
        return b""
    return content if content.endswith(PNG_END) else b""


def _keep(name: str, content: bytes) -> None:
    """Store a card; where another was quicker, ours gets another name and is swept away."""
    if default_storage.exists(name) and not _read(name):
        default_storage.delete(name)
    default_storage.save(name, ContentFile(content))


def _sweep(folder: str, start: str, but: str) -> None:
    """Delete the files of a folder that begin with ``start``, except ``but``."""
    try:
        _, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for file in files:
        if file.startswith(start) and f"{folder}/{file}" != but:
            default_storage.delete(f"{folder}/{file}")
