"""A story in the vocabulary of schema.org."""

from django.http import HttpRequest
from django.templatetags.static import static

from malangnews.core.schema import CONTEXT, SHARE_IMAGE, publisher
from malangnews.news.models import Article, Correction
from malangnews.news.presentation import kim_writers


def news_article(request: HttpRequest, article: Article) -> dict:
    """Return a public story for search engines; a KIM is named where it wrote, else the office."""
    picture = article.lead_photo.file.url if article.lead_photo else static(SHARE_IMAGE)
    office = publisher(request)
    data = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "image": [request.build_absolute_uri(picture)],
        "datePublished": article.published_at.isoformat(),
        "dateModified": (article.revised_at or article.published_at).isoformat(),
        "author": _authors(request, article, office),
        "publisher": office,
        "mainEntityOfPage": request.build_absolute_uri(article.get_absolute_url()),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "keywords": [tag.name for tag in article.tags.all() if tag.slug],
    }
    if article.rubric:
        data["articleSection"] = article.rubric.name
    if notes := article.corrections.all():
        data["correction"] = [_note(note) for note in notes]
    return data


def _authors(request: HttpRequest, article: Article, office: dict) -> list[dict]:
    told = [
        (byline.signature, request.build_absolute_uri(byline.kim.get_absolute_url()))
        for byline in kim_writers(article)
    ] or [(office["name"], office["url"])]
    return [{"@type": "Organization", "name": name, "url": url} for name, url in told]


def _note(note: Correction) -> dict:
    return {
        "@type": "CorrectionComment",
        "name": note.get_kind_display(),
        "text": note.text,
        "datePublished": note.noted_at.isoformat(),
    }
