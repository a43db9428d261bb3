"""Answers that are files to download."""

from django.http import HttpRequest, HttpResponse

CSV = "text/csv; charset=utf-8"
JSON = "application/json"


def site_of(request: HttpRequest) -> str:
    """Return the address of the site without a slash at its end."""
    return request.build_absolute_uri("/").rstrip("/")


def download(file: bytes | str, kind: str, name: str) -> HttpResponse:
    """Answer with a file of a kind (CSV, JSON) under a name, and keep it from search engines.

    Its ETag is made of what it holds.
    """
    answer = HttpResponse(file, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
