"""Permanent short addresses of records: /p/a12/."""

from django.urls import path

from awards import short

app_name = "short"
urlpatterns = [
    path("<str:code>/", short.short_address, name="short_address"),
    path("<str:code>/kutipan.bib", short.citation_bibtex, name="citation_bibtex"),
    path("<str:code>/kutipan.ris", short.citation_ris, name="citation_ris"),
]
