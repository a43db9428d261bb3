"""Pages of a list, from an address that anybody may have typed."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

MAX_DIGITS = 6


def positive_int(text: str | None, default: int = 1) -> int:
    """Read a positive whole number in ASCII digits; anything else gives ``default``.

    "²", "-1", "1e3", "0" and numbers of more than six digits are all "anything else".
    """
    if text and text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        return int(text) or default
    return default


def page_of(request: HttpRequest, rows: QuerySet | list, size: int = 20) -> Page:
    """Return the page of ``rows`` that ``?page=`` asks for: the first or last when out of range."""
    return Paginator(rows, size).get_page(positive_int(request.GET.get("page")))
