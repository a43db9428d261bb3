"""The description of the API for readers, out of the same document that programs get."""

import json
from typing import Any, NamedTuple

from malangnews.api.document import Document, document
from malangnews.api.operations import PREFIX
from malangnews.api.resource import Resource
from malangnews.core.syndication import writable

#: A long text or list is cut where an answer is shown, so that its shape can be seen.
SHOWN = 160
FEW = 2
KINDS = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "boolean": "ya atau tidak",
    "null": "null",
}
FORMATS = {"date-time": "waktu (ISO 8601)", "uri": "alamat"}


class Line(NamedTuple):
    """A parameter or a field: its name, what it is, what it means."""

    name: str
    kind: str
    meaning: str


def parameters_of(resource: Resource) -> list[Line]:
    """Return what a list may be asked."""
    told = _operation(resource, "")["parameters"]
    return [
        Line(one["name"], _kind(one["schema"]), one.get("description", ""))
        for one in told
        if one["in"] == "query"
    ]


def fields_of(resource: Resource) -> list[Line]:
    """Return what stands in an item; what lies within another is named "foto.kredit"."""
    return _lines(document()["components"]["schemas"][resource.schema.__name__])


def _lines(schema: Document, above: str = "") -> list[Line]:
    found = []
    for name, told in schema["properties"].items():
        found.append(Line(above + name, _kind(told), told.get("description", "")))
        inner = _inner(told)
        if inner:
            found += _lines(inner, f"{above}{name}.")
    return found


def address_of(resource: Resource, has_slug: bool = False) -> str:
    """Return the address of a list, or of one row as a pattern, below the site's root."""
    return f"/{PREFIX}{resource.name}/" + ("{slug}/" if has_slug else "")


def _operation(resource: Resource, more: str) -> Document:
    return document()["paths"][f"/{PREFIX}{resource.name}/{more}"]["get"]


def _options(schema: Document) -> list[Document]:
    return schema.get("anyOf") or schema.get("allOf") or [schema]


def _inner(schema: Document) -> Document | None:
    """What an object, or each one of a list, is made of."""
    for option in _options(schema):
        pointer = option.get("items", option).get("$ref", "")
        if pointer:
            return document()["components"]["schemas"][pointer.rpartition("/")[2]]
    return None


def _kind(schema: Document) -> str:
    """Return in words what a value can be."""
    return " atau ".join(dict.fromkeys(map(_one_kind, _options(schema))))


def _one_kind(schema: Document) -> str:
    if "enum" in schema or "const" in schema:
        values = schema.get("enum") or [schema["const"]]
        return "salah satu: " + ", ".join(map(str, values))
    if schema.get("type") == "array":
        return f"daftar {_kind(schema['items'])}"
    if "$ref" in schema:
        return "objek"
    if schema.get("format") in FORMATS:
        return FORMATS[schema["format"]]
    words = KINDS.get(schema.get("type", ""), "nilai")
    if "minimum" in schema and "maximum" in schema:
        words += f", {schema['minimum']} sampai {schema['maximum']}"
    if "default" in schema:
        words += f", biasanya {schema['default']}"
    return words


def sample_of(resource: Resource, site: str) -> str:
    """Return the first item of a list as it is answered now, "" when there is none."""
    row = resource.rows().order_by(*resource.keys).first()
    if row is None:
        return ""
    item = resource.schema.model_validate(next(iter(resource.read([row], site))))
    return pretty(_cut(item.model_dump()))


def pretty(value: Any) -> str:
    """Return JSON for people."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _cut(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _cut(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cut(inner) for inner in value[:FEW]]
    if isinstance(value, str):
        # A page cannot hold every sign that JSON can.
        shown = writable(value)
        return f"{shown[:SHOWN]}…" if len(shown) > SHOWN else shown
    return value
