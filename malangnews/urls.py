"""The map of the site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path

from awards.sitemaps import SITEMAPS as AWARD_SITEMAPS
from kim.sitemaps import SITEMAPS as KIM_SITEMAPS
from malangnews import home, styleguide, views
from malangnews.news.sitemaps import SITEMAPS as NEWS_SITEMAPS

SITEMAPS = {**NEWS_SITEMAPS, **AWARD_SITEMAPS, **KIM_SITEMAPS}

urlpatterns = [
    path("", home.home, name="home"),
    path("berita/", include("malangnews.news.urls")),
    path("penghargaan/", include("awards.urls")),
    path("kim/", include("kim.urls")),
    path("cari/", include("malangnews.search.urls")),
    path("media/", include("malangnews.media.urls")),
    path("admin/", admin.site.urls),
    path(
        "sitemap.xml",
        sitemap_views.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        sitemap_views.sitemap,
        {"sitemaps": SITEMAPS},
        name="sitemap_section",
    ),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.healthz, name="healthz"),
]
if settings.DEBUG:
    urlpatterns.append(path("komponen/", styleguide.components, name="components"))

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
