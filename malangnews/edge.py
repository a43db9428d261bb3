"""The outermost layer: refuses what no page can make sense of, before anything reads it."""

from urllib.parse import unquote_to_bytes

from django.http import HttpResponse

from malangnews.views import bad_request


def is_unreadable(raw: bytes) -> bool:
    """True when ``raw`` holds NUL or is not UTF-8."""
    if b"\0" in raw:
        return True
    try:
        raw.decode()
    except UnicodeDecodeError:
        return True
    return False


class EdgeMiddleware:
    """Answer 400 to NUL and broken UTF-8, wherever they come in; keep HEAD bodiless."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = bad_request(request) if self._refuses(request) else self.get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response = self._without_body(response)
        return response

    def process_view(self, request, view, args, kwargs):
        """Forms too: a database cannot store NUL, and says so with an exception."""
        if request.method == "POST":
            for name, values in request.POST.lists():
                if any("\0" in text for text in (name, *values)):
                    return bad_request(request)
        return None

    @staticmethod
    def _refuses(request) -> bool:
        # Django has decoded the path and percent-encoded again what was not UTF-8; the query is
        # as it came, in latin-1; a quoted cookie may spell NUL as \000.
        path = unquote_to_bytes(request.path_info)
        query = unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1", "replace"))
        cookies = "".join(request.COOKIES.values())
        return is_unreadable(path) or is_unreadable(query) or "\0" in cookies

    @staticmethod
    def _without_body(response: HttpResponse) -> HttpResponse:
        length = response.headers.get("Content-Length", str(len(response.content)))
        response.content = b""
        response.headers["Content-Length"] = length
        return response
