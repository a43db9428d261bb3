"""Downloads at the list's own address: ``/penghargaan/?tahun=2023&format=csv``."""

import tempfile
from collections.abc import Iterator

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.text import slugify

from awards.exports.about import About
from awards.exports.csv_file import csv_lines
from awards.exports.json_file import json_lines
from awards.exports.rows import cells
from awards.exports.standing import Standing, standing
from awards.exports.xlsx_file import write_xlsx
from awards.filters import Filters
from awards.models import Award
from awards.querysets import AwardQuerySet

FORMATS = {
    "csv": ("CSV", "text/csv; charset=utf-8"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": ("JSON", "application/json"),
}
USES = {
    "csv": "tabel untuk program apa pun",
    "xlsx": "Excel dan LibreOffice",
    "json": "untuk pemrogram",
}
LONGEST_NAME = 80


def download(request: HttpRequest, filters: Filters) -> HttpResponse | None:
    """Return the file that ``?format=`` asks for, None when the page itself is wanted.

    An unknown format, or a filter that was set aside, gives no file: a notice for the page says
    why.
    """
    wanted = request.GET.get("format", "").strip().lower()
    if not wanted:
        return None
    if wanted not in FORMATS:
        filters.notices.append(
            f"Bentuk berkas “{wanted[:40]}” tidak dikenal. Pilih csv, xlsx, atau json."
        )
        return None
    if filters.notices:
        filters.notices.append("Berkas tidak dibuat agar tidak memuat baris yang tidak diminta.")
        return None
    awards = filters.narrow(Award.objects.published())
    now = standing(awards)
    # Asked before a row is read: who has the file already is told so for the price of one query.
    answer = get_conditional_response(request, etag=now.tag) or _answer(
        request, filters, wanted, awards, now
    )
    return _with_headers(filters, wanted, now, answer)


def links(filters: Filters) -> list[dict[str, str]]:
    """Return {url, label, use} for the files of what the list shows."""
    return [
        {"url": filters.address(format=kind), "label": name, "use": USES[kind]}
        for kind, (name, _) in FORMATS.items()
    ]


def about_list(request: HttpRequest, filters: Filters, now: Standing) -> About:
    """Return what the download of a list that stands like this says of itself."""
    return About(
        title=filters.title,
        source=request.build_absolute_uri(filters.address()),
        dictionary=request.build_absolute_uri(reverse("awards:award_data")),
        count=now.count,
        changed=now.changed,
    )


def _answer(
    request: HttpRequest, filters: Filters, wanted: str, awards: AwardQuerySet, now: Standing
) -> HttpResponse:
    kind = FORMATS[wanted][1]
    if request.method == "HEAD":
        return HttpResponse(content_type=kind)
    rows = cells(filters.ordered(awards), request.build_absolute_uri("/").rstrip("/"))
    if wanted == "csv":
        return StreamingHttpResponse(csv_lines(rows), content_type=kind)
    about = about_list(request, filters, now)
    if wanted == "json":
        return StreamingHttpResponse(json_lines(rows, about), content_type=kind)
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_xlsx(rows, about, file)
    file.seek(0)
    return FileResponse(file, content_type=kind)


def _with_headers(
    filters: Filters, wanted: str, now: Standing, response: HttpResponse
) -> HttpResponse:
    """Name the file, tell how it stands and where its words are; keep it from search engines."""
    response.headers["Content-Disposition"] = f'attachment; filename="{_name(filters)}.{wanted}"'
    response.headers["ETag"] = now.tag
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Link"] = f'<{reverse("awards:award_data")}>; rel="describedby"'
    return response


def _name(filters: Filters) -> str:
    """Return the file's name: what is in it, and the day in Malang."""
    words = "-".join(filter(None, map(slugify, _values(filters))))
    name = "-".join(filter(None, ["penghargaan-malang", words[:LONGEST_NAME].strip("-")]))
    return f"{name}-{timezone.localdate().isoformat()}"


def _values(filters: Filters) -> Iterator[str]:
    return (choice.value for choice in filters.chosen.values())
