"""A story shown before it is out, to who holds a link to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from malangnews.core.sealed import find_sealed, guarded, token_of
from malangnews.news.models import Article, PreviewLink
from malangnews.news.views import article_page

SALT = "news.preview"


def address_of(link: PreviewLink) -> str:
    """Return the path that shows the story of the link."""
    return reverse("news:article_preview", args=[token_of(link, SALT)])


def is_open(link: PreviewLink) -> bool:
    """True while the link is neither revoked nor over."""
    return link.revoked_at is None and link.expires_at > timezone.now()


@require_safe
def article_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The saved story, for who holds the link; 410 when the link no longer counts."""
    link = find_sealed(PreviewLink.objects.all(), token, SALT)
    if link is None:
        raise Http404
    article = Article.objects.for_page().filter(pk=link.article_id).first()
    if article.is_public:
        return guarded(redirect(article))
    if not is_open(link) or article.withdrawn_at or article.is_expired:
        return guarded(render(request, "news/preview_gone.html", status=410))
    return guarded(
        article_page(request, article, banner="Tautan pratinjau untuk pembaca terbatas.")
    )
