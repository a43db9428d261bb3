"""What a program is told when it cannot be answered: problem+json (RFC 9457), in Indonesian."""

from collections.abc import Iterable, Mapping

from django.http import HttpResponse, JsonResponse

KIND = "application/problem+json"
#: Addresses under which errors are told to programs, not to readers of a page.
ROOM = "/api/"
#: Where each kind of problem is explained; a problem's ``type`` is a place on it.
EXPLAINED = "/data/api/"
TITLES = {
    400: "Permintaan tidak terbaca",
    404: "Tidak ditemukan",
    405: "Hanya untuk dibaca",
    410: "Sudah tidak terbit",
    422: "Parameter keliru",
    429: "Terlalu banyak permintaan",
}


def problem(
    status: int,
    detail: str,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Answer with a status of TITLES and what is wrong.

    ``errors`` names each wrong parameter: ``{"parameter": ..., "pesan": ...}``.
    """
    words = {
        "type": f"{EXPLAINED}#galat-{status}",
        "title": TITLES[status],
        "status": status,
        "detail": detail,
        "errors": [dict(error) for error in errors],
    }
    dumped = {"ensure_ascii": False, "separators": (",", ":")}
    answer = JsonResponse(words, status=status, content_type=KIND, json_dumps_params=dumped)
    for name, value in (headers or {}).items():
        answer.headers[name] = value
    return open_to_every_origin(answer)


def open_to_every_origin(response: HttpResponse) -> HttpResponse:
    """Let the scripts of any site read an answer: for open data, the same for everybody."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
