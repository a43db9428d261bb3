"""Addresses of the pages that staff write, all under /halaman/."""

from django.urls import path

from malangnews.pages import views

app_name = "pages"
urlpatterns = [path("<slug:slug>/", views.page_detail, name="page_detail")]
