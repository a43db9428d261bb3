"""What every answer of the API passes: methods, the rate limit, ETag, and other sites' scripts."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.csrf import csrf_exempt

from malangnews.api.rate import WINDOW, seconds_to_wait
from malangnews.core.problems import open_to_every_origin, problem

METHODS = "GET, HEAD, OPTIONS"
#: What a browser is told before it lets a script ask with headers of its own.
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def through_the_door(view: Callable) -> Callable:
    """Decorate a view that answers GET: HEAD is answered from it, anything else refused.

    Exempt from the check of forms, for which there is nothing here to take.
    """

    @wraps(view)
    @csrf_exempt
    def answered(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method == "OPTIONS":
            return _let_out(HttpResponse(status=204, headers=PREFLIGHT))
        if request.method not in ("GET", "HEAD"):
            words = "API ini hanya untuk dibaca: pakai GET atau HEAD."
            return _let_out(problem(405, words, headers={"Allow": METHODS}))
        if wait := seconds_to_wait(request):
            return _let_out(_too_many(wait))
        response = _as_get(view, request, *args, **kwargs)
        if response.status_code == 200:
            set_response_etag(response)
            response = get_conditional_response(request, response["ETag"], None, response)
        return _let_out(response)

    return answered


def _as_get(view: Callable, request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """What GET would be given; the body of an answer to HEAD is cut off on the way out."""
    method, request.method = request.method, "GET"
    try:
        return view(request, *args, **kwargs)
    finally:
        request.method = method


def _too_many(wait: int) -> HttpResponse:
    words = f"Batasnya tercapai. Coba lagi dalam {wait} detik; hitungannya per {WINDOW} detik."
    # Told to one reader: no shared cache may tell it to the next.
    return problem(429, words, headers={"Retry-After": str(wait), "Cache-Control": "no-store"})


def _let_out(response: HttpResponse) -> HttpResponse:
    open_to_every_origin(response)
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
