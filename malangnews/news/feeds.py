"""Feeds of all news, of a rubric, a tag, a kelurahan, a KIM, and of initials."""

from django.http import Http404, HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape
from taggit.models import Tag

from kim.models import Kelurahan, Kim
from malangnews.core.feeds import PortalFeed
from malangnews.media.models import Photo
from malangnews.news.embeds import Embeds
from malangnews.news.models import Article, Rubric
from malangnews.news.presentation import body_with_dateline, contributors, kim_writers
from malangnews.news.querysets import ArticleQuerySet
from malangnews.news.syndication import FULL_TEXT
from malangnews.news.tags import published_tags

SIZE = 20
# Which pictures the library keeps, by the ending of their file.
PICTURES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
}


class ArticleFeed(PortalFeed):
    """All news. The other feeds say what is theirs, and whose stories they hold."""

    forms = FULL_TEXT
    ttl = 15  # minutes
    title = "malangnews"
    description = "Berita terbaru dari Diskominfo dan KIM Kota Malang."

    def link(self, source):
        return source.get_absolute_url() if source else reverse("news:article_list")

    def articles(self, source) -> ArticleQuerySet:
        return Article.objects.published()

    def items(self, source):
        articles = list(self.articles(source).for_feed()[:SIZE])
        embeds = Embeds(article.body_html for article in articles)
        for article in articles:
            article.body_for_feed = body_with_dateline(article, embeds)
        return articles

    def item_title(self, article):
        return article.title

    def item_description(self, article):
        return escape(article.summary)

    def item_guid(self, article):
        return f"tag:malangkota.go.id,2023:malangnews/berita/{article.pk}"

    def item_author_name(self, article):
        makers = [*kim_writers(article), *contributors(article)]
        names = [byline.signature for byline in makers]
        return ", ".join(filter(None, [article.sign_off, *names]))

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return article.revised_at or article.published_at

    def item_categories(self, article):
        rubric = [article.rubric.name] if article.rubric else []
        return rubric + [tag.name for tag in article.tags.all()]

    def item_enclosures(self, article):
        """The lead picture, with the size that its file has."""
        return enclosures(article.lead_photo) if article.lead_photo else []

    def item_extra_kwargs(self, article):
        context = {
            "article": article,
            "body": article.body_for_feed,
            "writers": kim_writers(article),
        }
        return {"content": render_to_string("news/_feed_entry.html", context)}


class RubricFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Rubric:
        return Rubric.objects.get(slug=slug)

    def title(self, rubric):
        return f"malangnews: {rubric}"

    def description(self, rubric):
        return rubric.about or f"Berita terbaru di rubrik {rubric}."

    def articles(self, rubric):
        return rubric.articles.published()


class TagFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Tag:
        """A tag that no published story has is not found."""
        return published_tags().get(slug=slug)

    def title(self, tag):
        return f"malangnews: {tag}"

    def link(self, tag):
        return reverse("news:tag_detail", args=[tag.slug])

    def description(self, tag):
        return f"Berita terbaru bertanda {tag}."

    def articles(self, tag):
        return Article.objects.published().tagged(tag.slug)


class KelurahanFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Kelurahan:
        return Kelurahan.objects.get(slug=slug)

    def title(self, kelurahan):
        return f"malangnews: Kelurahan {kelurahan}"

    def description(self, kelurahan):
        return f"Berita terbaru tentang Kelurahan {kelurahan}."

    def articles(self, kelurahan):
        return kelurahan.articles.published()


class KimFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Kim:
        """A KIM that is not public has no feed."""
        return Kim.objects.published().get(slug=slug)

    def title(self, kim):
        return f"malangnews: {kim}"

    def description(self, kim):
        return f"Berita terbaru dari dan tentang {kim}."

    def articles(self, kim):
        return Article.objects.published().on_or_by(kim)


class InitialFeed(ArticleFeed):
    def get_object(self, request: HttpRequest, initials: str) -> str:
        """Initials that no published story carries have no feed."""
        if not Article.objects.published().signed_by(initials).exists():
            raise Http404
        return initials

    def title(self, initials):
        return f"malangnews: inisial {initials}"

    def link(self, initials):
        return reverse("news:initial_detail", args=[initials])

    def description(self, initials):
        return f"Berita terbaru yang memuat inisial {initials}."

    def articles(self, initials):
        return Article.objects.published().signed_by(initials)


def enclosures(photo: Photo) -> list[Enclosure]:
    """Return the photo's file as a feed gives it; nothing when the file cannot be found."""
    kind = PICTURES.get(photo.file.name.rpartition(".")[2].lower())
    try:
        return [Enclosure(photo.file.url, str(photo.file.size), kind)] if kind else []
    except OSError:
        return []
