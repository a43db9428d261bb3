"""The newsroom's part of the sitemap; each page with the time its youngest story changed."""

import datetime as dt

from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from malangnews.core.sitemaps import PartedSitemap, PortalSitemap, newest
from malangnews.media.models import Photo
from malangnews.news.archive import in_years, months_of
from malangnews.news.initials import public_initials
from malangnews.news.models import Article, Byline, Correction, Rubric
from malangnews.news.querysets import ArticleQuerySet

CHANGED = Coalesce("revised_at", "published_at")
#: What search engines take as news: stories of two days, a thousand of them at most.
NEWS_SPAN, NEWS_MOST = dt.timedelta(days=2), 1000


class ArticleSitemap(PartedSitemap):
    """Stories: when each was published, or revised after that; with its photos."""

    def rows(self):
        fields = ("slug", "published_at", "revised_at", "lead_photo__file")
        rows = Article.objects.published().select_related("lead_photo").only(*fields)
        return rows.prefetch_related("photos")

    def lastmod(self, article):
        return article.revised_at or article.published_at

    def images(self, article):
        return photo_addresses(article)

    def moments(self):
        return [newest(Article.objects.published(), CHANGED, self.size)]


class _NewestStory(PortalSitemap):
    """A section that is as young as the youngest story: to ask which are in it would be dear."""

    as_young_as = ("berita",)

    def has_pages(self):
        return self.stories().exists()

    def stories(self):
        return Article.objects.published()


class RubricSitemap(_NewestStory):
    def items(self):
        return Rubric.objects.with_stories()

    def lastmod(self, rubric):
        return rubric.latest

    def stories(self):
        return super().stories().filter(rubric__isnull=False)


class TagSitemap(_NewestStory):
    def items(self):
        return Article.objects.published().by_tag()

    def location(self, tag):
        return reverse("news:tag_detail", args=[tag["tags__slug"]])

    def lastmod(self, tag):
        return tag["latest"]

    def stories(self):
        return super().stories().filter(tags__slug__gt="")


class InitialSitemap(_NewestStory):
    def items(self):
        return [row for row in public_initials() if "/" not in row["initial__initials"]]

    def location(self, row):
        return reverse("news:initial_detail", args=[row["initial__initials"]])

    def lastmod(self, row):
        return row["latest"]

    def stories(self):
        signed = Byline.objects.filter(initial__isnull=False).exclude(
            initial__initials__contains="/"
        )
        return super().stories().filter(pk__in=signed.values("article"))


class ArchiveSitemap(_NewestStory):
    """The years and the months with stories."""

    def items(self):
        months = months_of(Article.objects.published())
        return [*in_years(months), *months]

    def lastmod(self, period):
        return period.latest


class NewsroomSitemap(_NewestStory):
    """Pages that show the latest of all news."""

    def items(self):
        latest = Article.objects.published().last_change()
        pages = [(name, latest) for name in ("home", "news:article_list", "news:article_archive")]
        return [*pages, ("news:correction_list", Correction.objects.public().last_change())]

    def location(self, item):
        return reverse(item[0])

    def lastmod(self, item):
        return item[1]

    def moments(self):
        return [newest(Correction.objects.public(), "noted_at")]


def photo_addresses(article: Article) -> list[str]:
    """Return the addresses of a story's photos, the lead first, each once."""
    lead: list[Photo] = [article.lead_photo] if article.lead_photo else []
    return list(dict.fromkeys(photo.file.url for photo in [*lead, *article.photos.all()]))


def recent_news() -> ArticleQuerySet:
    """Return the stories that came out in the last two days."""
    return Article.objects.published().filter(published_at__gt=timezone.now() - NEWS_SPAN)


@require_safe
def news_sitemap(request):
    """The stories of the last two days, newest first, in the form that news search asks for."""
    rows = recent_news().newest_first().select_related("lead_photo").prefetch_related("photos")
    stories = [
        {
            "article": article,
            "address": request.build_absolute_uri(article.get_absolute_url()),
            "changed": article.revised_at or article.published_at,
            "images": [request.build_absolute_uri(one) for one in photo_addresses(article)],
        }
        for article in rows.defer("body", "body_html")[:NEWS_MOST]
    ]
    context = {"stories": stories}
    return render(request, "sitemap_news.xml", context, content_type="application/xml")


SITEMAPS = {
    "berita": ArticleSitemap,
    "rubrik": RubricSitemap,
    "tag": TagSitemap,
    "inisial": InitialSitemap,
    "arsip": ArchiveSitemap,
    "halaman": NewsroomSitemap,
}
