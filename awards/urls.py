"""Addresses of the registry."""

from django.urls import path

from awards import (
    agenda_views,
    card_urls,
    certificate_views,
    list_views,
    statistics_views,
    views,
    year_book_views,
)
from awards.exports import data_views
from awards.feeds import AwardFeed
from awards.leading import leads_on
from awards.models import Kind
from malangnews.core.feeds import feed_paths

app_name = "awards"
urlpatterns = [
    path("", list_views.award_list, name="award_list"),
    *feed_paths("", "award", AwardFeed),
    path(
        "ajang/<slug:slug>/",
        leads_on(Kind.PROGRAMME)(views.programme_detail),
        name="programme_detail",
    ),
    path(
        "ajang/<slug:slug>/<year:year>/",
        leads_on(Kind.EDITION)(views.edition_detail),
        name="edition_detail",
    ),
    path(
        "lembaga/<slug:slug>/",
        leads_on(Kind.ORGANIZATION)(views.organization_detail),
        name="organization_detail",
    ),
    path("orang/<slug:slug>/", leads_on(Kind.PERSON)(views.person_detail), name="person_detail"),
    path("karya/<slug:slug>/", leads_on(Kind.WORK)(views.work_detail), name="work_detail"),
    path("agenda/<str:token>.ics", agenda_views.agenda, name="agenda"),
    path("piagam/", certificate_views.certificate_check, name="certificate_check"),
    path("serah-terima/<slug:slug>/", views.handover_detail, name="handover_detail"),
    path("<slug:slug>/piagam.pdf", certificate_views.award_certificate, name="award_certificate"),
    path("data/", data_views.award_data, name="award_data"),
    path("statistik/", statistics_views.statistics, name="statistics"),
    path("laporan/", year_book_views.year_book_list, name="year_book_list"),
    path("laporan/<year:year>/", year_book_views.year_book, name="year_book"),
    *card_urls.urlpatterns,
    path("<slug:slug>/", leads_on(Kind.AWARD)(views.award_detail), name="award_detail"),
]
