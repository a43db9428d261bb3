"""From a story in the database to the plain data that the rules read: nothing else knows tables."""

import re
from html.parser import HTMLParser

from django.utils import timezone

from awards.models import Edition
from kim.models import Kelurahan, Kim
from malangnews.core.text import render
from malangnews.news.checks.papers import AwardEdition, LinkedAward, Manuscript, Named, Place
from malangnews.news.models import Article, StaffInitial

INLINE = frozenset("a strong em b i abbr sub sup cite".split())


class _Words(HTMLParser):
    """Gathers the words of clean HTML, a line for every block, spaces as they were typed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        self.parts.append(re.sub(r"\s*\n\s*", " ", data))


def body_text(source: str) -> str:
    """Return a writer's source, plain or HTML, as plain text with one paragraph a line."""
    words = _Words()
    words.feed(render(source))
    words.close()
    lines = "".join(words.parts).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def from_article(article: Article) -> Manuscript:
    """Return ``article`` with what the registry knows, in a fixed number of queries.

    The body is read from its source, so a change that is not saved yet is read too. A story that
    was never published counts as published today.
    """
    saved = article.pk is not None
    awards = article.awards.select_related("edition__programme") if saved else ()
    kims = article.kims.values_list("name", flat=True) if saved else ()
    initials = StaffInitial.objects.filter(is_active=True)
    if saved:
        initials = initials | StaffInitial.objects.filter(bylines__article=article)
    editions = Edition.objects.filter(awards__isnull=False).select_related("programme").distinct()
    photo = article.lead_photo
    return Manuscript(
        body_text=body_text(article.body),
        title=article.title,
        summary=article.summary,
        dateline_place=article.dateline_place,
        published_on=timezone.localdate(article.published_at),
        event_on=article.event_on,
        initials=frozenset(initials.values_list("initials", flat=True)),
        kelurahan=tuple(
            Place(place.name, tuple(place.alias_list), place.kecamatan.name)
            for place in Kelurahan.objects.select_related("kecamatan")
        ),
        kims=tuple(
            Named(kim.name, tuple(kim.alias_list)) for kim in Kim.objects.only("name", "aliases")
        ),
        editions=tuple(_edition(edition) for edition in editions),
        linked_awards=tuple(
            LinkedAward(
                award.edition.programme.name, award.edition.year, award.edition.programme.level
            )
            for award in awards
        ),
        linked_kims=frozenset(kims),
        photo_alts=(photo.alt,) if photo and photo.alt else (),
    )


def _edition(edition: Edition) -> AwardEdition:
    programme = edition.programme
    aliases = filter(None, [programme.abbreviation, *programme.alias_list])
    return AwardEdition(programme.name, tuple(aliases), edition.year)
