"""The address of the search: /cari/."""

from django.urls import path

from malangnews.search import views

app_name = "search"
urlpatterns = [path("", views.search, name="search")]
