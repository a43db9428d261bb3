"""RSS and Atom of all news, of a rubric, a tag, a kelurahan."""

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape
from taggit.models import Tag

from kim.models import Kelurahan
from malangnews.news.embeds import Embeds
from malangnews.news.models import Article, Rubric
from malangnews.news.presentation import body_with_dateline, contributors, kim_writers
from malangnews.news.querysets import ArticleQuerySet
from malangnews.news.syndication import FullTextAtom, FullTextRss
from malangnews.news.tags import published_tags

SIZE = 20


class ArticleRss(Feed):
    """All news. The other feeds say what is theirs, and whose stories they hold."""

    feed_type = FullTextRss
    language = "id"
    ttl = 15  # minutes
    author_name = "Diskominfo Kota Malang"
    title = "malangnews"
    description = "Berita terbaru dari Diskominfo dan KIM Kota Malang."
    item_guid_is_permalink = False

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

    def item_extra_kwargs(self, article):
        context = {
            "article": article,
            "body": article.body_for_feed,
            "writers": kim_writers(article),
        }
        return {"content": render_to_string("news/_feed_entry.html", context)}


class RubricRss(ArticleRss):
    def get_object(self, request: HttpRequest, slug: str) -> Rubric:
        return Rubric.objects.get(slug=slug)

    def title(self, rubric):
        return f"malangnews: {rubric}"

    def description(self, rubric):
        return rubric.about or f"Berita terbaru di rubrik {rubric}."

    def articles(self, rubric):
        return rubric.articles.published()


class TagRss(ArticleRss):
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


class KelurahanRss(ArticleRss):
    def get_object(self, request: HttpRequest, slug: str) -> Kelurahan:
        return Kelurahan.objects.get(slug=slug)

    def title(self, kelurahan):
        return f"malangnews: Kelurahan {kelurahan}"

    def description(self, kelurahan):
        return f"Berita terbaru tentang Kelurahan {kelurahan}."

    def articles(self, kelurahan):
        return kelurahan.articles.published()


class AtomMixin:
    """The same as Atom."""

    feed_type = FullTextAtom

    def subtitle(self, source):
        return self._get_dynamic_attr("description", source)


class ArticleAtom(AtomMixin, ArticleRss):
    pass


class RubricAtom(AtomMixin, RubricRss):
    pass


class TagAtom(AtomMixin, TagRss):
    pass


class KelurahanAtom(AtomMixin, KelurahanRss):
    pass
