"""The OpenAPI 3.1 document: what ninja knows of the operations, and what it does not."""

from functools import cache
from typing import Any

from django.conf import settings

from malangnews.api.asking import Paging
from malangnews.api.catalogue import RESOURCES
from malangnews.api.operations import API, PREFIX
from malangnews.core.problems import KIND, TITLES

Document = dict[str, Any]
ABOUT = (
    "Data yang terbit di malangnews, hanya untuk dibaca, tanpa pendaftaran. Setiap alamat menjawab "
    "GET, HEAD, dan OPTIONS. Jawaban berisi ETag: kirim kembali sebagai If-None-Match, dan yang "
    "tidak berubah dijawab 304 tanpa isi. Skrip di situs mana pun boleh membacanya (CORS). "
    "Parameter yang tidak dikenal ditolak. Yang belum terbit, ditarik, atau pribadi tidak ada di "
    "sini. Penjelasan untuk pembaca: /data/api/."
)
HEADERS = {
    "ETag": {
        "description": "Tanda isi jawaban, untuk If-None-Match.",
        "schema": {"type": "string"},
    },
    "Access-Control-Allow-Origin": {
        "description": "Skrip di situs mana pun boleh membaca.",
        "schema": {"type": "string", "const": "*"},
    },
}
WAIT = {
    "Retry-After": {
        "description": "Berapa detik lagi boleh meminta.",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
    }
}
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "description": "ETag jawaban terdahulu.",
    "schema": {"type": "string"},
}


@cache
def document() -> Document:
    """Return the document. It names no host: addresses in it are below the site's root."""
    made = dict(API.get_openapi_schema(path_prefix=PREFIX))
    licence = settings.OPEN_DATA_LICENCE
    made["info"] = {
        "title": API.title,
        "version": API.version,
        "summary": "Berita, penghargaan, KIM, kelurahan, dan potensi Kota Malang.",
        "description": ABOUT,
        "license": {"name": licence["name"], "url": licence["url"]},
    }
    made["servers"] = [{"url": "/", "description": "Portal ini."}]
    made["tags"] = [{"name": one.title, "description": one.about} for one in RESOURCES]
    for path in made["paths"].values():
        for operation in path.values():
            _complete(operation)
    made["components"].pop("securitySchemes", None)
    for asked in {Paging, *(one.asked for one in RESOURCES)}:  # told with each operation
        made["components"]["schemas"].pop(asked.__name__, None)
    _untitle(made)
    return made


def _complete(operation: Document) -> None:
    """Say of an operation's answers what ninja leaves out."""
    for parameter in operation["parameters"]:
        # The examples of a parameter are named ones; those of its schema are a plain list.
        parameter.pop("examples", None)
        if parameter["schema"].get("default", 0) is None:
            del parameter["schema"]["default"]
    operation["responses"] = {
        int(status): _answer(int(status), response)
        for status, response in operation["responses"].items()
    }
    operation["responses"][304] = {
        "description": "Tidak berubah sejak ETag itu.",
        "headers": HEADERS,
    }
    if operation["operationId"].endswith("_satu"):
        operation["responses"][301] = {"description": "Alamatnya sudah berganti; ikuti Location."}
    operation["responses"] = {
        str(status): operation["responses"][status] for status in sorted(operation["responses"])
    }


def _answer(status: int, response: Document) -> Document:
    if status == 200:
        return {**response, "description": "Datanya.", "headers": HEADERS}
    content = response["content"]["application/json"]
    example = {
        "type": f"/data/api/#galat-{status}",
        "title": TITLES[status],
        "status": status,
        "detail": "…",
        "errors": [],
    }
    return {
        "description": f"{TITLES[status]}.",
        "headers": WAIT if status == 429 else {},
        "content": {KIND: {**content, "example": example}},
    }


def _untitle(part: Any) -> None:
    """Leave out the titles that pydantic makes of names: they say nothing new."""
    if isinstance(part, dict):
        if isinstance(part.get("title"), str) and ("type" in part or "anyOf" in part):
            del part["title"]
        for name, inner in part.items():
            if name != "example":
                _untitle(inner)
    elif isinstance(part, list):
        for inner in part:
            _untitle(inner)
