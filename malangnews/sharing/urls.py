"""Addresses of what other sites embed: cards under /sematan/, and /oembed/."""

from django.urls import path

from malangnews.sharing import guide, oembed_views, views

app_name = "sharing"
urlpatterns = [
    path("sematan/", guide.embed_guide, name="embed_guide"),
    path("sematan/berita/<slug:slug>/", views.story_embed, name="story_embed"),
    path("sematan/penghargaan/<slug:slug>/", views.award_embed, name="award_embed"),
    path("sematan/kim/<slug:slug>/", views.kim_embed, name="kim_embed"),
    path("sematan/kelurahan/<slug:slug>/", views.kelurahan_embed, name="kelurahan_embed"),
    path("oembed/", oembed_views.oembed, name="oembed"),
]
