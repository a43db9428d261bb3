"""Addresses of the newsroom, nearly all under /berita/."""

from django.urls import include, path
from django.views.decorators.http import require_safe

from malangnews.news import feeds, views

app_name = "news"
stories = [
    path("", views.article_list, name="article_list"),
    path("rss.xml", require_safe(feeds.ArticleRss()), name="article_rss"),
    path("atom.xml", require_safe(feeds.ArticleAtom()), name="article_atom"),
    path("arsip/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/<month:month>/", views.article_archive, name="article_archive"),
    path("rubrik/<slug:slug>/", views.rubric_detail, name="rubric_detail"),
    path("rubrik/<slug:slug>/rss.xml", require_safe(feeds.RubricRss()), name="rubric_rss"),
    path("rubrik/<slug:slug>/atom.xml", require_safe(feeds.RubricAtom()), name="rubric_atom"),
    path("tag/<slug:slug>/", views.tag_detail, name="tag_detail"),
    path("tag/<slug:slug>/rss.xml", require_safe(feeds.TagRss()), name="tag_rss"),
    path("tag/<slug:slug>/atom.xml", require_safe(feeds.TagAtom()), name="tag_atom"),
    path("kelurahan/<slug:slug>/rss.xml", require_safe(feeds.KelurahanRss()), name="kelurahan_rss"),
    path(
        "kelurahan/<slug:slug>/atom.xml", require_safe(feeds.KelurahanAtom()), name="kelurahan_atom"
    ),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
urlpatterns = [path("berita/", include(stories))]
