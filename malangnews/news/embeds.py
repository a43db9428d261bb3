"""What a text points at instead of copying: photos of the library, rows of the registry, videos.

The stored clean HTML holds three kinds of marks, which ``core/text.py`` lets through:

    <figure data-photo="12"><figcaption>own caption, optional</figcaption></figure>
    <figure data-video="https://..." data-photo="12"><figcaption>the photo is optional</figcaption>
    <a data-record="kim:5">words</a>        also award:7
    <a data-record="count:tahun=2023">7</a> a number, counted anew (awards.counting)

They are filled in when the text is shown, so that a renamed KIM is renamed everywhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html

from awards.counting import count, parse
from awards.merging import present_keys
from awards.models import Award
from kim.models import Kim
from malangnews.core.templatetags.portal import angka
from malangnews.core.text import trusted
from malangnews.media.models import Photo

PHOTO = re.compile(r'<figure\b[^>]*\bdata-photo="([0-9]{1,18})"')
RECORD = re.compile(r'<a\b[^>]*\bdata-record="(kim|award):([0-9]{1,18})"')
# A figure that holds another one is left as it stands: only the inner one is filled in.
FIGURE = re.compile(
    r"<figure((?: data-(?:photo|video)=\"[^\"<>]*\")+)>((?:(?!<figure\b).)*?)</figure>", re.DOTALL
)
COUNT = re.compile(
    r'<a [^<>]*\bdata-record="count:([a-z0-9=;-]{0,160})"[^<>]*>(.*?)</a>', re.DOTALL
)
CHIP = re.compile(r'<a [^<>]*\bdata-record="(kim|award):([0-9]{1,18})"[^<>]*>(.*?)</a>', re.DOTALL)
MARK = re.compile(r'data-(photo|video)="([^"]*)"')
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
PLATFORMS = {
    "www.youtube.com": "YouTube",
    "www.instagram.com": "Instagram",
    "www.tiktok.com": "TikTok",
    "vm.tiktok.com": "TikTok",
    "vt.tiktok.com": "TikTok",
}


@dataclass(frozen=True)
class References:
    """Primary keys of what a text points at."""

    photos: frozenset[int]
    kims: frozenset[int]
    awards: frozenset[int]


def references(cleaned: str) -> References:
    """Return what stored clean HTML points at, whether it exists or not."""
    records = [(kind, int(key)) for kind, key in RECORD.findall(cleaned)]
    return References(
        photos=frozenset(int(key) for key in PHOTO.findall(cleaned)),
        kims=frozenset(key for kind, key in records if kind == "kim"),
        awards=frozenset(key for kind, key in records if kind == "award"),
    )


class Embeds:
    """What texts point at, loaded at once: one query each for photos, KIM, awards and numbers.

    Only what the public may see is named; a mark that leads nowhere leaves its words behind.
    """

    def __init__(self, texts: Iterable[str]):
        texts = list(texts)
        told = [references(text) for text in texts]
        photos, kims, awards = (
            frozenset().union(*(getattr(one, name) for one in told))
            for name in ("photos", "kims", "awards")
        )
        self._photos = Photo.objects.in_bulk(photos) if photos else {}
        shown = Kim.objects.published().filter(pk__in=kims) if kims else ()
        self._kims = {kim.pk: kim for kim in shown}
        self._awards = self._won(awards) if awards else {}
        asked = [parse(found[1]) for text in texts for found in COUNT.finditer(text)]
        self._counts = count(question for question in asked if question is not None)

    def fill(self, cleaned: str) -> str:
        """Return stored clean HTML with its marks filled in."""
        filled = FIGURE.sub(self._figure, cleaned)
        return trusted(COUNT.sub(self._count, CHIP.sub(self._chip, filled)))

    @staticmethod
    def _won(keys: frozenset[int]) -> dict[int, Award]:
        """Return the public awards of these keys; one that was merged is the one it became."""
        public = Award.objects.published()
        won = {award.pk: award for award in public.filter(pk__in=keys)}
        if lost := keys - won.keys():
            became = present_keys("award", lost)
            rows = public.in_bulk(became.values()) if became else {}
            won |= {gone: rows[key] for gone, key in became.items() if key in rows}
        return won

    def _figure(self, found: re.Match) -> str:
        marks = dict(MARK.findall(found[1]))
        photo = self._photos.get(int(marks["photo"])) if marks.get("photo") else None
        caption = CAPTION.search(found[2])
        words = trusted(caption[1]) if caption else ""
        if video := marks.get("video"):
            platform = PLATFORMS.get(urlsplit(video).hostname, "situs asalnya")
            context = {"url": video, "photo": photo, "caption": words, "platform": platform}
            return render_to_string("components/video.html", context)
        if photo is None:
            return ""
        context = {"photo": photo, "lazy": True, "caption": words}
        return render_to_string("components/photo_figure.html", context)

    def _count(self, found: re.Match) -> str:
        question = parse(found[1])
        if question not in self._counts:
            return found[2]
        number = angka(self._counts[question])
        return format_html('<a href="{}">{}</a>', question.address, number)

    def _chip(self, found: re.Match) -> str:
        kind, key, words = found[1], int(found[2]), found[3]
        row = (self._kims if kind == "kim" else self._awards).get(key)
        if row is None:
            return words
        # A group is called by the name it has today; of an award the writer tells in her own words.
        label = row.name if kind == "kim" else trusted(words)
        return format_html('<a href="{}">{}</a>', row.get_absolute_url(), conditional_escape(label))


def fill(article) -> str:
    """Return the body of one story with its marks filled in."""
    return Embeds([article.body_html]).fill(article.body_html)
