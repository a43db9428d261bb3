"""From a story in the database to the plain data that the rules read: nothing else knows tables."""

from django.utils import timezone

from awards.models import Award, Edition
from kim.models import Kelurahan, Kim
from malangnews.core.text import render
from malangnews.core.words import lines_of
from malangnews.media.models import Photo
from malangnews.news.checks.papers import AwardEdition, LinkedAward, Manuscript, Named, Place
from malangnews.news.embeds import references
from malangnews.news.models import Article, StaffInitial


def body_text(source: str) -> str:
    """Return a writer's source, plain or HTML, as plain text with one paragraph a line."""
    return lines_of(render(source))


def from_article(article: Article) -> Manuscript:
    """Return a stored story with what the registry knows, in a fixed number of queries.

    The body is read from its source, so a change that is not saved yet is read too. A story that
    was never published counts as published today.
    """
    saved = article.pk is not None
    own = StaffInitial.objects.filter(bylines__article=article) if saved else None
    return _manuscript(
        article,
        awards=article.awards.all() if saved else Award.objects.none(),
        kims=article.kims.all() if saved else Kim.objects.none(),
        photos=article.photos.all() if saved else Photo.objects.none(),
        own_initials=own,
    )


def from_form(article: Article, chosen: dict[str, list[int]]) -> Manuscript:
    """Return an unsaved story as a form has it; ``chosen`` are the keys of its awards and KIM.

    What the text itself points at counts as linked, as it will once it is saved.
    """
    told = references(render(article.body))
    own = StaffInitial.objects.filter(bylines__article=article.pk) if article.pk else None
    return _manuscript(
        article,
        awards=Award.objects.filter(pk__in={*chosen["awards"], *told.awards}),
        kims=Kim.objects.filter(pk__in={*chosen["kims"], *told.kims}),
        photos=Photo.objects.filter(pk__in=told.photos),
        own_initials=own,
    )


def _manuscript(article, awards, kims, photos, own_initials) -> Manuscript:
    initials = StaffInitial.objects.filter(is_active=True)
    if own_initials is not None:
        initials = initials | own_initials
    editions = Edition.objects.filter(awards__isnull=False).select_related("programme").distinct()
    alts = [article.lead_photo.alt] if article.lead_photo else []
    alts += [photo.alt for photo in photos]
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
            for award in awards.select_related("edition__programme")
        ),
        linked_kims=frozenset(kims.values_list("name", flat=True)),
        photo_alts=tuple(filter(None, alts)),
    )


def _edition(edition: Edition) -> AwardEdition:
    programme = edition.programme
    aliases = filter(None, [programme.abbreviation, *programme.alias_list])
    return AwardEdition(programme.name, tuple(aliases), edition.year)
