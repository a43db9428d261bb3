"""Answers are sent small: brotli for whoever reads without a session, gzip for everybody else."""

import brotli
from django.conf import settings
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

# As quick as gzip and a twentieth smaller; the higher levels take many times as long.
QUALITY = 5
LEAST = 200  # bytes; Django's own limit for gzip
WORDS = ("text/", "application/json", "application/xml", "image/svg+xml")


class CompressionMiddleware(GZipMiddleware):
    """Compress answers by brotli where that is safe and taken, else as Django does.

    Pages for somebody with a session may hold secrets beside words out of the address; Django's
    gzip hides their length (BREACH), so they stay with it.
    """

    def process_response(self, request, response):
        if not (_takes_brotli(request) and _is_public(request, response) and _has_words(response)):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        small = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=QUALITY)
        if len(small) >= len(response.content):
            return response
        response.content = small
        response.headers["Content-Length"] = str(len(small))
        response.headers["Content-Encoding"] = "br"
        tag = response.headers.get("ETag", "")
        if tag.startswith('"'):  # the bytes are others, the words the same
            response.headers["ETag"] = f"W/{tag}"
        return response


def _takes_brotli(request) -> bool:
    """Tell whether the browser names brotli, and not as what it will not have."""
    for word in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _, weight = word.replace(" ", "").partition(";q=")
        if name == "br":
            return weight.strip("0.") != "" if weight else True
    return False


def _is_public(request, response) -> bool:
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and not response.cookies


def _has_words(response) -> bool:
    """Tell whether the answer is text, whole, not compressed yet and long enough."""
    return (
        not response.streaming
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith(WORDS)
        and len(response.content) >= LEAST
    )
