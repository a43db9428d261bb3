"""Who is reading, without giving every reader a session."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers


def reader(request: HttpRequest):
    """Return the logged-in user, or an anonymous one without touching the session.

    A page whose visitor carries no session cookie must not vary by cookie.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return AnonymousUser()
    return request.user


def keep_private(response: HttpResponse) -> HttpResponse:
    """Forbid caches and search engines to keep a page that only staff may see."""
    add_never_cache_headers(response)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
