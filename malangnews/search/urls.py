"""The addresses of the search, under /cari/."""

from django.urls import path

from malangnews.search import suggestions, views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
    path("saran/", suggestions.suggest, name="suggest"),
]
