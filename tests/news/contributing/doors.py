"""Every address of the desk, found by itself, with arguments of rows that are there."""

import uuid
from collections.abc import Iterator

from django.contrib import admin
from django.urls import URLPattern, reverse

from malangnews.core.desk.guide import chapters

#: The key of a kept form.
COPY = uuid.UUID(int=1)
#: What to put into an address, by the name of its part, where no row of the admin is meant.
SAMPLES = {
    "key": COPY,
    "slug": chapters()[0].slug,
    "app_label": "news",
    "url": "entah/di/mana",
    "kind": "award",
    "year": 2023,
    "shape": "kotak",
    "initials": "say",
    "token": f"1-{'0' * 32}",
    "step": "musyawarah",
    "table": "kim",
    "name": "entah",
    "path": "entah",
}
ROW_PARTS = {
    "object_id",
    "id",
    "pk",
    "number",
    "kept",
    "gone",
    "content_type_id",
    "kim",
    "revision",
}


def patterns() -> Iterator[tuple[str, URLPattern, type | None]]:
    """Yield (name, pattern, model) of every address under /admin/; model is that of its admin."""
    owners = {
        pattern.name: model
        for model, desk in admin.site._registry.items()
        for pattern in desk.get_urls()
        if getattr(pattern, "name", None)
    }

    def inner(entries):
        for entry in entries:
            if isinstance(entry, URLPattern):
                yield entry.name, entry, owners.get(entry.name)
            else:
                yield from inner(entry.url_patterns)

    yield from inner(admin.site.get_urls())


def doors() -> list[tuple[str, str]]:
    """Return (name, address) of every named address of the desk, and of its catch-all."""
    found = {}
    for name, pattern, model in patterns():
        if not name:
            continue
        parts = list(pattern.pattern.converters) or list(pattern.pattern.regex.groupindex)
        row = model._default_manager.order_by("pk").first() if model else None
        values = {}
        for part in parts:
            if part in ROW_PARTS:
                values[part] = row.pk if row else 1
            else:
                assert part in SAMPLES, f"{name}: say in SAMPLES what {part} may be"
                values[part] = SAMPLES[part]
        found[name] = reverse(f"admin:{name}", kwargs=values)
    return [*found.items(), ("catch_all", "/admin/entah/"), ("no_slash", "/admin/news/article")]
