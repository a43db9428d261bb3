"""A sheet: the form of one story as a contributor has it before her, from whatever source."""

import uuid

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property

from kim.models import Kim
from malangnews.core.text import clean_html
from malangnews.news.admin.copies import as_key, as_number
from malangnews.news.contributing.blocks import top_blocks
from malangnews.news.contributing.forms import PhotoWords, StoryForm
from malangnews.news.contributing.photos import AT_ONCE, may_word, photos_in, take, usable
from malangnews.news.contributing.texts import (
    FIGURE,
    LostPart,
    photo_lines,
    to_html,
    to_text,
    without_photo_lines,
)
from malangnews.news.embeds import references
from malangnews.news.models import Article

#: Says of a working copy that it is of this form and not of the desk's.
KEY, VERSION, PHOTOS, FILES = "kunci", "versi", "foto", "berkas"
#: Buttons.
SAVE, LOOK, SEND, AGAIN = "simpan", "lihat", "kirim", "lagi"
LOST = "Bagian ini sudah diubah redaksi, atau tertulis dua kali; hapus barisnya:"
ONLY_DESK = "Tautan ke KIM atau penghargaan dipasang oleh redaksi. Hapus tautan itu."


class Sheet:
    """The fields of a story with its photos.

    ``posted`` is a form that was sent, ``kept`` one that was left: its fields are shown again
    without being judged. With neither it is the story as it stands, or an empty one.
    """

    def __init__(
        self,
        request: HttpRequest,
        article: Article | None,
        posted: QueryDict | None = None,
        kept: QueryDict | None = None,
    ):
        self.user, self.kims, self.article = request.user, request.kims, article
        self.posted, self.kept = posted, kept
        told = posted if posted is not None else kept
        self.key = as_key(told.get(KEY) if told is not None else None) or uuid.uuid4()
        stored = article.version if article else 0
        self.version = as_number(told.get(VERSION)) if told is not None else stored
        self.is_sent = posted is not None and SEND in posted
        self.problems: list[str] = []

    @property
    def stored(self) -> str:
        """The clean HTML that the story has, without the photos that stand at its end."""
        return "\n".join(self._blocks)

    @cached_property
    def _blocks(self) -> list[str]:
        blocks = top_blocks(self.article.body_html) if self.article else []
        while blocks and FIGURE.fullmatch(blocks[-1]):
            blocks.pop()
        return blocks

    @cached_property
    def form(self) -> StoryForm:
        options = {"kims": self.kims, "is_new": self.article is None, "is_sent": self.is_sent}
        if self.kept is not None:
            return StoryForm(initial=self.kept.dict(), **options)
        return StoryForm(self.posted, initial=self._initial(), **options)

    def _initial(self) -> dict:
        article = self.article
        if article is None:
            return {"kim": self.kims[0], "place": str(self.kims[0].kelurahan)}
        return {
            "title": article.title,
            "event_on": article.event_on,
            "place": article.dateline_place,
            "text": to_text(self.stored),
        }

    @property
    def kim(self) -> Kim:
        """The group that the story is of; while it is new, the one that was chosen."""
        if self.article is not None:
            return self.article.sent_by
        chosen = self.form.cleaned_data.get("kim") if self.form.is_bound else None
        return chosen or self.kims[0]

    # Photos

    @cached_property
    def photos(self) -> list[PhotoWords]:
        """One form a photo, in order."""
        told = self.posted if self.posted is not None else self.kept
        asked = map(str, photos_in(self.article)) if told is None else told.getlist(PHOTOS)
        rows = usable([*asked], self.article, self.user)
        if told is not None and len(rows) < len(set(told.getlist(PHOTOS))):
            self.problems.append("Satu foto atau lebih tidak dapat dipakai di berita ini lagi.")
        fixed = self._fixed()
        return [self._words(photo, photo.pk in fixed) for photo in rows.values()]

    def _fixed(self) -> set[int]:
        """Photos in parts of the text that only the desk can edit."""
        within = (block for block in self._blocks if not FIGURE.fullmatch(block))
        return {key for block in within for key in references(block).photos}

    def _words(self, photo, is_fixed: bool) -> PhotoWords:
        prefix = f"foto-{photo.pk}"
        initial = {}
        if self.kept is not None:
            names = PhotoWords.Meta.fields
            sent = {name: self.kept.get(f"{prefix}-{name}") for name in names}
            initial = {name: value for name, value in sent.items() if value is not None}
        return PhotoWords(
            self.posted,
            instance=photo,
            prefix=prefix,
            initial=initial,
            is_sent=self.is_sent,
            is_fixed=is_fixed,
            may_word=may_word(photo, self.user, self.kims),
        )

    def blank_words(self) -> PhotoWords:
        """The form of a photo that is still to come; a script puts its number for __id__."""
        options = {"is_sent": False, "is_fixed": False, "may_word": True}
        return PhotoWords(prefix="foto-__id__", **options)

    def take_files(self, files: list) -> None:
        """Keep photos that came with the form itself, where no script sent them before."""
        credit = f"{self.user.get_full_name()} / {self.kims[0]}".strip(" /")
        self.posted = self.posted.copy()
        for file in files[:AT_ONCE]:
            try:
                photo = take(file, self.user, credit)
            except ValidationError as error:
                self.problems.append(f"{file.name}: {' '.join(error.messages)}")
                continue
            self.posted.appendlist(PHOTOS, str(photo.pk))
            self.posted[f"foto-{photo.pk}-credit"] = photo.credit
        if len(files) > AT_ONCE:
            self.problems.append(f"Paling banyak {AT_ONCE} foto sekali kirim; pilih lagi sisanya.")

    # What it gives

    def is_valid(self) -> bool:
        """True when the whole form can be saved; also composes ``body`` and ``lead``."""
        judged = [form.is_valid() for form in (self.form, *self.photos)]
        return all(judged) and self._compose() and not self.problems

    def _compose(self) -> bool:
        kept = [words.instance.pk for words in self.photos if not words.is_dropped]
        text = self.form.cleaned_data["text"]
        text = without_photo_lines(text, {*photo_lines(text)} - {*kept})
        try:
            html = to_html(text, self.stored)
        except LostPart as part:
            self.form.add_error("text", f"{LOST} {part}")
            return False
        told, before = references(html), references(self.stored)
        if not (told.kims <= before.kims and told.awards <= before.awards):
            self.form.add_error("text", ONLY_DESK)
            return False
        loose = [key for key in kept if key not in told.photos]
        lead = self.article.lead_photo_id if self.article else None
        self.lead = lead if lead in kept else next(iter(loose), None)
        shown = [f'<figure data-photo="{key}"></figure>' for key in loose if key != self.lead]
        self.body = clean_html("\n".join([html, *shown]))
        return True

    @property
    def fields(self) -> dict:
        """What the story becomes: field -> value. Only of a valid sheet."""
        told = self.form.cleaned_data
        return {
            "title": told["title"],
            "event_on": told["event_on"],
            "dateline_place": told["place"],
            "body": self.body,
            "lead_photo_id": self.lead,
        }
