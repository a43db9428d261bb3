"""Addresses of open data: pages below /data/, JSON below /api/v1/."""

from django.urls import path
from django.views.generic import RedirectView

from malangnews.api import pages, views
from malangnews.api.door import through_the_door
from malangnews.api.operations import API, PREFIX

ROOT = "api-root"  # ninja's own page at the root; ours leads to the description


def _operations() -> list:
    return [
        path(f"{PREFIX}{entry.pattern}", through_the_door(entry.callback), name=entry.name)
        for entry in API.urls[0]
        if entry.name != ROOT
    ]


app_name = "api"
urlpatterns = [
    path("data/", pages.open_data, name="open_data"),
    path("data/api/", pages.api_guide, name="api_guide"),
    path("data/api/<slug:slug>/", pages.resource_guide, name="resource_guide"),
    path(PREFIX, through_the_door(RedirectView.as_view(url="/data/api/"))),
    path(f"{PREFIX}openapi.json", through_the_door(views.openapi), name="openapi"),
    *_operations(),
    path("api/<path:rest>", through_the_door(views.nowhere)),
]
