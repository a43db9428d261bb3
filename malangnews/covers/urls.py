"""Addresses of the covers, one for each kind, included by malangnews/urls.py."""

from django.urls import path

from malangnews.covers import views
from malangnews.covers.kinds import KINDS

app_name = "covers"
urlpatterns = [
    path(f"{kind}/<slug:slug>.png", views.cover, {"kind": kind}, name=kind) for kind in KINDS
]
