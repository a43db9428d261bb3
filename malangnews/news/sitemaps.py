"""The newsroom's part of the sitemap; each page with the time its youngest story changed."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from malangnews.news.archive import months_of
from malangnews.news.initials import public_initials
from malangnews.news.models import Article, Correction, Rubric


class ArticleSitemap(Sitemap):
    """Stories: when each was published, or revised after that."""

    grows = True
    limit = 5000

    def items(self):
        fields = ("slug", "published_at", "revised_at")
        return Article.objects.published().newest_first().only(*fields)

    def lastmod(self, article):
        return article.revised_at or article.published_at

    def get_latest_lastmod(self):
        """One query for the index, instead of every story."""
        return Article.objects.published().last_change()


class RubricSitemap(Sitemap):
    def items(self):
        return Rubric.objects.with_stories()

    def lastmod(self, rubric):
        return rubric.latest


class TagSitemap(Sitemap):
    def items(self):
        return Article.objects.published().by_tag()

    def location(self, tag):
        return reverse("news:tag_detail", args=[tag["tags__slug"]])

    def lastmod(self, tag):
        return tag["latest"]


class InitialSitemap(Sitemap):
    def items(self):
        return [row for row in public_initials() if "/" not in row["initial__initials"]]

    def location(self, row):
        return reverse("news:initial_detail", args=[row["initial__initials"]])

    def lastmod(self, row):
        return row["latest"]


class ArchiveSitemap(Sitemap):
    def items(self):
        return months_of(Article.objects.published())

    def lastmod(self, month):
        return month.latest


class NewsroomSitemap(Sitemap):
    """Pages that show the latest of all news."""

    def items(self):
        latest = Article.objects.published().last_change()
        pages = [(name, latest) for name in ("home", "news:article_list", "news:article_archive")]
        return [*pages, ("news:correction_list", Correction.objects.public().last_change())]

    def location(self, item):
        return reverse(item[0])

    def lastmod(self, item):
        return item[1]


SITEMAPS = {
    "berita": ArticleSitemap,
    "rubrik": RubricSitemap,
    "tag": TagSitemap,
    "inisial": InitialSitemap,
    "arsip": ArchiveSitemap,
    "halaman": NewsroomSitemap,
}
