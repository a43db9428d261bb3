"""Addresses of the registry."""

from django.urls import path
from django.views.decorators.http import require_safe

from awards import certificate_views, views
from awards.feeds import AwardAtom, AwardRss

app_name = "awards"
urlpatterns = [
    path("", views.award_list, name="award_list"),
    path("rss.xml", require_safe(AwardRss()), name="award_rss"),
    path("atom.xml", require_safe(AwardAtom()), name="award_atom"),
    path("ajang/<slug:slug>/", views.programme_detail, name="programme_detail"),
    path("ajang/<slug:slug>/<year:year>/", views.edition_detail, name="edition_detail"),
    path("lembaga/<slug:slug>/", views.organization_detail, name="organization_detail"),
    path("orang/<slug:slug>/", views.person_detail, name="person_detail"),
    path("karya/<slug:slug>/", views.work_detail, name="work_detail"),
    path("piagam/", certificate_views.certificate_check, name="certificate_check"),
    path("serah-terima/<slug:slug>/", views.handover_detail, name="handover_detail"),
    path("<slug:slug>/piagam.pdf", certificate_views.award_certificate, name="award_certificate"),
    path("<slug:slug>/", views.award_detail, name="award_detail"),
]
