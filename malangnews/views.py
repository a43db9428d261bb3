"""Pages of no single room: home, health, robots, errors. The home page is in home.py."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request):
    """Say that the process is alive."""
    response = HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def robots(request):
    """Tell crawlers where the sitemap is and that the desk is not for them."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Disallow: {reverse('search:search')}",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request):
    """Describe the portal to a phone that keeps it on its home screen."""
    sizes = (192, 512)
    data = {
        "name": "malangnews: berita dan prestasi Kota Malang",
        "short_name": "malangnews",
        "lang": "id",
        "start_url": reverse("home"),
        "display": "browser",
        "theme_color": "#06335e",
        "background_color": "#faf8f3",
        "icons": [
            {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
            for size in sizes
        ],
    }
    return JsonResponse(data, content_type="application/manifest+json")


def bad_request(request, exception=None):
    """Say that the request could not be read, without reading it once more."""
    return render(None, "400.html", status=400)


def permission_denied(request, exception=None):
    return render(request, "403.html", status=403)


def csrf_failure(request, reason=""):
    """Tell somebody whose form came too late, or from elsewhere, what to do now."""
    return render(request, "403.html", {"form_expired": True}, status=403)


def page_not_found(request, exception=None):
    return render(request, "404.html", status=404)


def server_error(request):
    return render(request, "500.html", status=500)
