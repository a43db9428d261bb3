"""Addresses of the newsroom, nearly all under /berita/; the notes on stories under /ralat/."""

from django.urls import include, path
from django.views.decorators.http import require_safe

from malangnews.news import corrections, feeds, previews, views
from malangnews.news.addresses import leads_on

app_name = "news"
stories = [
    path("", views.article_list, name="article_list"),
    path("rss.xml", require_safe(feeds.ArticleRss()), name="article_rss"),
    path("atom.xml", require_safe(feeds.ArticleAtom()), name="article_atom"),
    path("arsip/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/<month:month>/", views.article_archive, name="article_archive"),
    path("rubrik/<slug:slug>/", views.rubric_detail, name="rubric_detail"),
    path(
        "rubrik/<slug:slug>/rss.xml",
        require_safe(leads_on("rubric")(feeds.RubricRss())),
        name="rubric_rss",
    ),
    path(
        "rubrik/<slug:slug>/atom.xml",
        require_safe(leads_on("rubric")(feeds.RubricAtom())),
        name="rubric_atom",
    ),
    path("inisial/<str:initials>/", views.initial_detail, name="initial_detail"),
    path("tag/<slug:slug>/", views.tag_detail, name="tag_detail"),
    path("tag/<slug:slug>/rss.xml", require_safe(leads_on("tag")(feeds.TagRss())), name="tag_rss"),
    path(
        "tag/<slug:slug>/atom.xml", require_safe(leads_on("tag")(feeds.TagAtom())), name="tag_atom"
    ),
    path("kelurahan/<slug:slug>/rss.xml", require_safe(feeds.KelurahanRss()), name="kelurahan_rss"),
    path(
        "kelurahan/<slug:slug>/atom.xml", require_safe(feeds.KelurahanAtom()), name="kelurahan_atom"
    ),
    path("pratinjau/<str:token>/", previews.article_preview, name="article_preview"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
notes = [
    path("", corrections.correction_list, name="correction_list"),
    path("rss.xml", require_safe(corrections.CorrectionRss()), name="correction_rss"),
    path("atom.xml", require_safe(corrections.CorrectionAtom()), name="correction_atom"),
    path("<int:pk>/", corrections.correction_detail, name="correction_detail"),
]
urlpatterns = [path("berita/", include(stories)), path("ralat/", include(notes))]
