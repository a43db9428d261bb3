"""Who may keep a page, and for how long."""

from django.conf import settings

# A shared cache may serve a page for a minute, and an older one while it fetches the next.
PUBLIC = "public, max-age=30, s-maxage=60, stale-while-revalidate=300"
ERROR = "public, max-age=10"
PRIVATE = "private, no-cache"


class CacheControlMiddleware:
    """Give every answer that has none a Cache-Control header.

    What was made for a browser with a session, or sets a cookie, is never kept by a shared cache.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = self._choose(request, response)
        return response

    @staticmethod
    def _choose(request, response) -> str:
        personal = (
            request.method not in ("GET", "HEAD")
            or settings.SESSION_COOKIE_NAME in request.COOKIES
            or response.cookies
        )
        if personal:
            return PRIVATE
        return PUBLIC if response.status_code < 400 else ERROR
