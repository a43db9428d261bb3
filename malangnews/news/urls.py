"""Addresses of the newsroom, nearly all under /berita/; the notes on stories under /ralat/."""

from django.urls import include, path

from malangnews.core.feeds import feed_paths
from malangnews.news import corrections, feeds, previews, views
from malangnews.news.addresses import leads_on

app_name = "news"
stories = [
    path("", views.article_list, name="article_list"),
    *feed_paths("", "article", feeds.ArticleFeed),
    path("arsip/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/", views.article_archive, name="article_archive"),
    path("arsip/<year:year>/<month:month>/", views.article_archive, name="article_archive"),
    path("rubrik/<slug:slug>/", views.rubric_detail, name="rubric_detail"),
    *feed_paths("rubrik/<slug:slug>/", "rubric", feeds.RubricFeed, leads_on("rubric")),
    path("inisial/<str:initials>/", views.initial_detail, name="initial_detail"),
    *feed_paths("inisial/<str:initials>/", "initial", feeds.InitialFeed),
    path("tag/<slug:slug>/", views.tag_detail, name="tag_detail"),
    *feed_paths("tag/<slug:slug>/", "tag", feeds.TagFeed, leads_on("tag")),
    *feed_paths("kelurahan/<slug:slug>/", "kelurahan", feeds.KelurahanFeed),
    *feed_paths("kim/<slug:slug>/", "kim", feeds.KimFeed),
    path("pratinjau/<str:token>/", previews.article_preview, name="article_preview"),
    path("<slug:slug>/", views.article_detail, name="article_detail"),
]
notes = [
    path("", corrections.correction_list, name="correction_list"),
    *feed_paths("", "correction", corrections.CorrectionFeed),
    path("<int:pk>/", corrections.correction_detail, name="correction_detail"),
]
urlpatterns = [path("berita/", include(stories)), path("ralat/", include(notes))]
