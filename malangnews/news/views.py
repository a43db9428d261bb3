"""Pages of the newsroom."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kim.placing import mark_places
from malangnews.core.dates import MONTHS
from malangnews.core.pages import find, gone, show
from malangnews.core.pagination import page_of
from malangnews.news.addresses import leads_on
from malangnews.news.archive import months_of, years_of
from malangnews.news.embeds import Embeds
from malangnews.news.initials import roles_of
from malangnews.news.models import Article, Rubric
from malangnews.news.presentation import (
    body_with_dateline,
    contributors,
    kelurahan_links,
    kim_links,
    potential_links,
    rubric_chips,
    rubric_kicker,
    tag_chips,
)
from malangnews.news.querysets import ArticleQuerySet
from malangnews.news.schema import news_article
from malangnews.news.tags import published_tags

PAGE_SIZE = 24
RELATED = 4


@require_safe
def article_list(request):
    """All news, newest first."""
    chips = rubric_chips(Rubric.objects.with_counts())
    articles = Article.objects.published()
    return _render_list(request, "news/article_list.html", articles, chips=chips)


@require_safe
@leads_on("rubric")
def rubric_detail(request, slug):
    """One rubric: what it is about and its stories."""
    rubric = get_object_or_404(Rubric, slug=slug)
    context = {
        "rubric": rubric,
        "kicker": rubric_kicker(rubric),
        "chips": rubric_chips(Rubric.objects.with_counts(), rubric),
        "crumbs": _trail(),
    }
    return _render_list(request, "news/rubric_detail.html", rubric.articles.published(), **context)


@require_safe
def initial_detail(request, initials):
    """The stories that carry these initials, whoever held them; without any it is not found.

    Whose initials they are stays inside the office.
    """
    articles = Article.objects.published().signed_by(initials)
    if not articles.exists():
        raise Http404
    context = {"initials": initials, "roles": roles_of(initials), "crumbs": _trail()}
    return _render_list(request, "news/initial_detail.html", articles, **context)


@require_safe
@leads_on("tag")
def tag_detail(request, slug):
    """The stories with one tag; a tag that no published story has is not found."""
    tag = get_object_or_404(published_tags(), slug=slug)
    articles = Article.objects.published().tagged(slug)
    return _render_list(request, "news/tag_detail.html", articles, tag=tag, crumbs=_trail())


@require_safe
def article_archive(request, year=None, month=None):
    """The archive: all years with their months, or the stories of one year or month."""
    published = Article.objects.published()
    if year is None:
        context = {"years": years_of(published), "crumbs": _trail(), "current": "Arsip"}
        return render(request, "news/article_archive.html", context)
    articles = published.in_month(year, month) if month else published.in_year(year)
    steps = [("Arsip", reverse("news:article_archive"))]
    if month:
        steps.append((str(year), reverse("news:article_archive", args=[year])))
    months = reversed(months_of(published.in_year(year)))
    context = {
        "period": f"{MONTHS[month - 1]} {year}" if month else str(year),
        "chips": [item.chip(selected=item.month == month) for item in months],
        "crumbs": _trail(*steps),
        "current": MONTHS[month - 1] if month else str(year),
    }
    return _render_list(request, "news/article_archive.html", articles, **context)


@require_safe
@leads_on("story")
def article_detail(request, slug):
    """One story with everything it is linked to. A story that was withdrawn answers 410."""
    article = find(request, Article.objects.for_page(), slug)
    if article is None:
        return gone(request, Article.objects.all(), slug)
    return article_page(request, article)


def article_page(request: HttpRequest, article: Article, banner: str = "") -> HttpResponse:
    """Render a story loaded by ``for_page()``; ``banner`` says why it is seen before it is out."""
    related = Article.objects.published().related_to(article).newest_first().for_card()
    context = {
        "article": article,
        "banner": banner,
        "og_type": "article" if article.is_public else "",
        "body": body_with_dateline(article, Embeds([article.body_html])),
        "contributors": contributors(article),
        "chips": tag_chips(article),
        "kims": kim_links(article),
        "places": kelurahan_links(article),
        "potentials": potential_links(article),
        "placing": mark_places(article.kelurahan.all()),
        "crumbs": _trail(),
        "related": related[:RELATED],
    }
    if article.is_public:
        context["schema"] = news_article(request, article)
    return show(request, "news/article_detail.html", article, context)


def _render_list(
    request: HttpRequest, template: str, articles: ArticleQuerySet, **context
) -> HttpResponse:
    """Render the page of ``articles`` that the address asks for, under its own canonical one."""
    page = page_of(request, articles.newest_first().for_card(), PAGE_SIZE)
    canonical = f"{request.path}?page={page.number}" if page.number > 1 else request.path
    return render(request, template, {"page": page, "canonical": canonical, **context})


def _trail(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the crumbs from the list of all news down to a page of the room."""
    return [("Berita", reverse("news:article_list")), *steps]
