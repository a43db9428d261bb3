"""The API itself: for each resource its list, and one of it. Made from ``resources``."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import reverse
from ninja import Field, NinjaAPI, Path, Query, Schema
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer
from pydantic import create_model

from kim.downloads import site_of
from malangnews.api.asking import Paging, Slug, says
from malangnews.api.catalogue import RESOURCES
from malangnews.api.cursor import LostCursorError, slice_of
from malangnews.api.parts import Address
from malangnews.api.refusals import check_names, refuse
from malangnews.api.resource import Resource
from malangnews.core.problems import problem

PREFIX = "api/v1/"
LOST = "Penanda halaman itu bukan dari daftar ini. Mulai lagi dari awal daftar."
NOTHING = "Tidak ada yang terbit di alamat itu."


class Letters(JSONRenderer):
    """JSON on one line, letters as they are."""

    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


class Keliru(Schema):
    """One wrong parameter."""

    parameter: str = says("Nama parameternya.", "tahun")
    pesan: str = says("Apa yang keliru.", "harus bilangan bulat")


class Masalah(Schema):
    """What is told instead of data (RFC 9457)."""

    type: str = says("Tempat penjelasannya.", "/data/api/#galat-422")
    title: str = says("Pokoknya.", "Parameter keliru")
    status: int = says("Kode HTTP.", 422)
    detail: str = says("Apa yang terjadi dan apa yang dapat dilakukan.", "Periksa: tahun.")
    errors: list[Keliru] = says("Parameter yang keliru, satu per satu.", [])


def _page_of(resource: Resource) -> type[Schema]:
    item = resource.schema
    return create_model(
        f"Daftar{item.__name__}",
        __base__=Schema,
        __doc__=f"Satu bagian daftar: {resource.title.lower()}.",
        butir=(list[item], Field(description=f"Isinya, {resource.order}.")),
        berikutnya=(
            Address | None,
            Field(description="Alamat bagian sesudahnya; null pada bagian terakhir."),
        ),
        sebelumnya=(
            Address | None,
            Field(description="Alamat bagian sebelumnya; null pada bagian pertama."),
        ),
    )


def _answers(status: type[Schema], *problems: int) -> dict[int, type[Schema]]:
    return {200: status, **dict.fromkeys(sorted([*problems, 429]), Masalah)}


def _add_list(api: NinjaAPI, resource: Resource) -> None:
    """Add ``<name>/``, the list."""
    known = {*resource.asked.model_fields, *Paging.model_fields}

    def listed(
        request: HttpRequest, asked: Query[resource.asked], paging: Query[Paging]
    ) -> dict[str, object]:
        check_names(request, known)
        rows, size = asked.narrow(resource.rows()), paging.per_halaman
        part = slice_of(rows, resource.keys, paging.penanda or "", size, resource.name)
        return {
            "butir": list(resource.read(part.rows, site_of(request))),
            "berikutnya": _beside(request, part.following),
            "sebelumnya": _beside(request, part.preceding),
        }

    api.get(
        f"/{resource.name}/",
        response=_answers(_page_of(resource), 400, 404, 422),
        url_name=resource.name,
        operation_id=f"daftar_{resource.name}",
        summary=f"Daftar {resource.title}",
        description=f"{resource.about} Urutannya {resource.order}.",
        tags=[resource.title],
    )(listed)


def _add_one(api: NinjaAPI, resource: Resource) -> None:
    """Add ``<name>/<slug>/``, one row."""

    def one(
        request: HttpRequest,
        slug: Annotated[Slug, Path(description="Bagian akhir alamat halamannya.")],
    ):
        check_names(request, ())
        row = resource.rows().filter(slug=slug).first()
        if row:
            return next(iter(resource.read([row], site_of(request))))
        if gone := resource.gone and resource.gone().filter(slug=slug).first():
            why = gone.withdrawal_reason or "Masa tayangnya sudah berakhir."
            return problem(410, f"Hapus salinan Anda. {why}")
        if now := resource.moved and resource.moved(slug):
            address = reverse(f"api:{resource.name}_satu", args=[now])
            return HttpResponsePermanentRedirect(address)
        raise Http404

    api.get(
        f"/{resource.name}/{{slug}}/",
        response=_answers(resource.schema, 404, 422, *([410] if resource.gone else [])),
        url_name=f"{resource.name}_satu",
        operation_id=f"{resource.name}_satu",
        summary=f"{resource.one[0].upper()}{resource.one[1:]}",
        description=f"Sama dengan satu butir dalam daftar {resource.title.lower()}.",
        tags=[resource.title],
    )(one)


def _beside(request: HttpRequest, cursor: str) -> str | None:
    if not cursor:
        return None
    query = request.GET.copy()
    query["penanda"] = cursor
    return f"{request.build_absolute_uri(request.path)}?{query.urlencode()}"


def _raise(request: HttpRequest, error: Exception):
    """What nobody foresaw is for the portal's own handling and its log."""
    raise error


def build() -> NinjaAPI:
    """Return the API with all its resources, and its errors in our words."""
    api = NinjaAPI(
        title="malangnews: data terbuka",
        version="1",
        urls_namespace="api",
        docs_url=None,
        openapi_url=None,
        renderer=Letters(),
    )
    api.add_exception_handler(Exception, _raise)
    api.add_exception_handler(ValidationError, refuse)
    api.add_exception_handler(Http404, lambda request, error: problem(404, NOTHING))
    api.add_exception_handler(LostCursorError, lambda request, error: problem(404, LOST))
    for resource in RESOURCES:
        _add_list(api, resource)
        if resource.has_details:
            _add_one(api, resource)
    return api


API = build()
