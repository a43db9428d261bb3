"""A story in the vocabulary of schema.org."""

from django.http import HttpRequest

from kim.schema import CITY, kim_named
from malangnews.core.record import stated
from malangnews.core.schema import CONTEXT, publisher
from malangnews.core.share import cover_address
from malangnews.core.words import lines_of
from malangnews.media.models import Photo
from malangnews.news.covers import of_story
from malangnews.news.models import Article, Byline, Correction
from malangnews.news.presentation import kim_writers


def news_article(request: HttpRequest, article: Article) -> dict:
    """Return a public story loaded by ``for_page()`` for search engines; no queries."""
    office = publisher(request)
    pictures = _pictures(request, article)
    data = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "image": pictures,
        "thumbnailUrl": pictures[0],
        "datePublished": article.published_at.isoformat(),
        "dateModified": (article.revised_at or article.published_at).isoformat(),
        "author": _authors(request, article, office),
        "editor": _signed(request, article, Byline.Role.EDITOR),
        "publisher": office,
        "mainEntityOfPage": request.build_absolute_uri(article.get_absolute_url()),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "wordCount": len(lines_of(article.body_html).split()),
        "articleSection": article.rubric.name if article.rubric else "",
        "keywords": [tag.name for tag in article.tags.all() if tag.slug],
        "locationCreated": _written_at(article),
        "contentLocation": _places(request, article),
        "correction": [_note(note) for note in article.corrections.all()],
    }
    return stated(data)


def _pictures(request: HttpRequest, article: Article) -> list[str]:
    """Return the story's photo as a wide picture and whole; without a photo its cover."""
    if not article.lead_photo:
        return [cover_address(request, of_story(article))]
    photo: Photo = article.lead_photo
    covers = [row for row in photo.renditions if (row["shape"], row["format"]) == ("cover", "webp")]
    widest = max(covers, key=lambda row: row["width"], default=None)
    wide = [photo.file.storage.url(widest["name"])] if widest else []
    return [request.build_absolute_uri(url) for url in (*wide, photo.file.url)]


def _authors(request: HttpRequest, article: Article, office: dict) -> list[dict]:
    """Return the KIM that wrote it and the initials of its writers, else the office."""
    groups = [kim_named(request, byline.kim) for byline in kim_writers(article)]
    writers = [*groups, *_signed(request, article, Byline.Role.WRITER)]
    return writers or [{name: office[name] for name in ("@type", "@id", "name", "url", "logo")}]


def _signed(request: HttpRequest, article: Article, role: str) -> list[dict]:
    """Return who signed in a role: by initials, as the page does; their names are not public."""
    return [
        {
            "@type": "Person",
            "name": byline.signature,
            "url": request.build_absolute_uri(byline.initials_url),
        }
        for byline in article.bylines.all()
        if byline.role == role and byline.initials_url
    ]


def _written_at(article: Article) -> dict:
    place = article.dateline_place
    return {"@type": "Place", "name": place} if place else {}


def _places(request: HttpRequest, article: Article) -> list[dict]:
    return [
        {
            "@type": "AdministrativeArea",
            "name": f"Kelurahan {place}",
            "url": request.build_absolute_uri(place.get_absolute_url()),
            "containedInPlace": CITY,
        }
        for place in article.kelurahan.all()
    ]


def _note(note: Correction) -> dict:
    return {
        "@type": "CorrectionComment",
        "name": note.get_kind_display(),
        "text": note.text,
        "datePublished": note.noted_at.isoformat(),
    }
