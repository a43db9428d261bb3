"""Addresses of the API that are no operation of it: its document, and what leads nowhere."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.urls import Resolver404, resolve

from malangnews.api.document import document
from malangnews.core.problems import problem


def openapi(request: HttpRequest) -> HttpResponse:
    """The description of the API for programs."""
    dumped = {"ensure_ascii": False, "separators": (",", ":")}
    return JsonResponse(document(), json_dumps_params=dumped)


def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Say in JSON that nothing is here; what only lacks its last slash is led to it."""
    full = f"{request.path}/"
    if not rest.endswith("/") and _is_known(full):
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{full}?{query}" if query else full)
    words = "Tidak ada apa-apa di alamat itu. Semua alamat API ada di /api/v1/openapi.json."
    return problem(404, words)


def _is_known(path: str) -> bool:
    try:
        return resolve(path).url_name is not None
    except Resolver404:
        return False
