"""A story shown before it is out, to who holds a link to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.http import require_safe

from malangnews.core.visitors import keep_private
from malangnews.news.models import Article, PreviewLink
from malangnews.news.views import article_page

SALT = "news.preview"
DIGITS = 32


def seal_of(link: PreviewLink) -> str:
    """Return the 32 hex digits that only this portal can compute for the link."""
    text = f"{link.pk}:{link.nonce}"
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()[:DIGITS]


def address_of(link: PreviewLink) -> str:
    """Return the path that shows the story of the link."""
    return reverse("news:article_preview", args=[f"{link.pk}-{seal_of(link)}"])


def find(token: str) -> PreviewLink | None:
    """Return the link that ``token`` is the seal of, expired or not; None for anything else."""
    number, _, seal = token.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return None
    link = PreviewLink.objects.filter(pk=int(number)).first()
    return link if link and constant_time_compare(seal, seal_of(link)) else None


def is_open(link: PreviewLink) -> bool:
    """True while the link is neither revoked nor over."""
    return link.revoked_at is None and link.expires_at > timezone.now()


def guarded(response: HttpResponse) -> HttpResponse:
    """Keep the page from caches, search engines, and the next site's log."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return keep_private(response)


@require_safe
def article_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The saved story, for who holds the link; 410 when the link no longer counts."""
    link = find(token)
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
