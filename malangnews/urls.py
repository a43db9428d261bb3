"""The map of the site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path
from django.views.decorators.http import require_safe

from malangnews import feed_list, home, sitemaps, styleguide, views

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("malangnews.news.urls")),
    path("penghargaan/", include("awards.urls")),
    path("p/", include("awards.short_urls")),
    path("kim/", include("kim.urls")),
    path("undangan/", include("kim.invitation_urls")),
    path("cari/", include("malangnews.search.urls")),
    path("media/", include("malangnews.media.urls")),
    path("admin/tulis/", include("malangnews.news.contributing.urls")),
    path("admin/", admin.site.urls),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path(
        "sitemap-<slug:section>.xml",
        require_safe(sitemap_views.sitemap),
        {"sitemaps": sitemaps.SITEMAPS},
        name="sitemap_section",
    ),
    path("umpan/", feed_list.feed_list, name="feed_list"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.healthz, name="healthz"),
]
if settings.DEBUG:
    urlpatterns.append(path("komponen/", styleguide.components, name="components"))

handler400 = views.bad_request
handler403 = views.permission_denied
handler404 = views.page_not_found
handler500 = views.server_error
