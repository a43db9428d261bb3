"""Finds every public address by itself, from the map of the site and from the pages' own links."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.apps import apps
from django.db import connection, reset_queries, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse

from malangnews.core.short import LETTERS
from malangnews.sitemaps import SITEMAPS

ORIGIN = "http://testserver"
LINK = re.compile(r"""(?:href|src|action)=["']([^"']+)["']|<(?:loc|link|guid)[^>]*>([^<]+)<""")
ENTITIES = {"&amp;": "&", "&#x27;": "'", "&quot;": '"'}
NOT_PAGES = ("/admin/", "/static/")
MAX_VARIANTS = 3  # addresses followed of one page with one set of query parameters
MAX_PARAMETERS = 2
MAX_OF_A_KIND = 12  # addresses of one view that are followed, beyond the mapped ones
SAMPLES = 2


@dataclass(frozen=True)
class Page:
    """What an anonymous visitor was given for an address."""

    address: str
    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...]
    body: str
    queries: int
    template: str
    error: str = ""

    @property
    def is_html(self) -> bool:
        return self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def is_xml(self) -> bool:
        return self.headers.get("Content-Type", "").partition(";")[0].endswith("xml")

    @cached_property
    def links(self) -> list[str]:
        """Every internal address that the page names, as written but without entities."""
        found = []
        for attribute, element in LINK.findall(self.body):
            text = attribute or element
            for entity, sign in ENTITIES.items():
                text = text.replace(entity, sign)
            address = urljoin(ORIGIN + self.address, text.strip())
            if address.startswith(ORIGIN + "/"):
                found.append(address.removeprefix(ORIGIN))
        return found


def public_patterns() -> Iterator[tuple[str, URLPattern]]:
    """Yield (name with namespace, pattern) of every named address outside the admin."""

    def inner(patterns, namespace):
        for entry in patterns:
            if isinstance(entry, URLPattern):
                if entry.name:
                    yield f"{namespace}{entry.name}", entry
            elif entry.namespace not in ("admin", "contributing"):
                yield from inner(
                    entry.url_patterns, f"{entry.namespace}:" if entry.namespace else namespace
                )

    yield from inner(get_resolver().url_patterns, "")


def view_of(path: str) -> str:
    """Return the name of the view that answers a path, "" when there is none."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def slugs_by_model() -> dict[str, list[str]]:
    """Return the slugs of every model that has them, public rows first, two kelurahan for all."""
    found = {}
    for model in apps.get_models():
        if not any(column.name == "slug" for column in model._meta.concrete_fields):
            continue
        rows = model._default_manager.order_by("pk")
        if model._meta.model_name == "kelurahan":
            rows = rows.filter(slug__in=["samaan", "kasin"])
        shown = rows.published() if hasattr(rows, "published") else rows
        slugs = [*shown.values_list("slug", flat=True), *rows.values_list("slug", flat=True)]
        found[model._meta.label] = list(dict.fromkeys(slugs))
    return found


def short_codes() -> list[str]:
    """Return the short codes of some rows of every kind that has them, public and hidden ones."""
    found = []
    for model in apps.get_models():
        if letter := LETTERS.get(model._meta.model_name):
            keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
            found += [f"{letter}{key}" for key in (*keys[:SAMPLES], *keys[-MAX_OF_A_KIND:])]
    return list(dict.fromkeys(found))


def other_values() -> dict[str, list]:
    """Return, for each other part of an address, the values to try."""
    years = apps.get_model("awards", "Edition").objects.values_list("year", flat=True)
    return {
        "year": sorted({*years, 2023, 2000}),
        "month": [1, 11],
        "initials": ["say"],
        "token": [f"1-{'0' * 32}"],
        "section": sorted(SITEMAPS),
        "code": short_codes(),
        "pk": list(apps.get_model("news", "Correction").objects.values_list("pk", flat=True)),
        "path": list(apps.get_model("media", "Photo").objects.values_list("file", flat=True)),
    }


def mapped_addresses(answers: Callable[[str], bool]) -> Iterator[str]:
    """Yield every address that the map of the site can make of what is in the database.

    ``answers`` says whether an address is a page. Where the first slugs of a model lead nowhere,
    the others are not tried.
    """
    values, models = other_values(), slugs_by_model()
    for name, pattern in public_patterns():
        parts = list(pattern.pattern.converters)
        for slugs in models.values() if "slug" in parts else [[]]:
            for tried in (slugs[:SAMPLES], slugs[SAMPLES:]):
                choices = [tried if part == "slug" else values[part] for part in parts]
                made = [
                    reverse(name, kwargs=dict(zip(parts, chosen, strict=True)))
                    for chosen in product(*choices)
                ]
                yield from made
                if not any(map(answers, made)):
                    break


def fetch(client: Client, address: str, method: str = "get") -> Page:
    """Ask for an address as an anonymous visitor would, and count the queries."""
    reset_queries()  # the log of a whole walk would not fit
    before = transaction.savepoint()
    with CaptureQueriesContext(connection) as captured:
        response = getattr(client, method)(address)
    transaction.savepoint_rollback(before)  # a page that failed must not fail the next
    # The test client closes what is read to its end, without closing the connection.
    body = b"".join(response).decode(errors="replace")
    templates = getattr(response, "templates", None)
    failure = getattr(response, "exc_info", None)
    return Page(
        address=address,
        status=response.status_code,
        headers=dict(response.headers),
        cookies=tuple(response.cookies),
        body=body,
        queries=len(captured),
        template=templates[0].name if templates else "",
        error=repr(failure[1]) if failure else "",
    )


def walk(client: Client, more: Iterable[str] = (), follow_queries: bool = True) -> dict[str, Page]:
    """Return every public page: mapped, linked, and ``more``."""
    pages, variants, kinds = {}, Counter(), Counter()

    def ask(address: str) -> Page:
        if address not in pages:
            pages[address] = fetch(client, address)
        return pages[address]

    mapped = [*mapped_addresses(lambda address: ask(address).status == 200), *more]
    waiting = deque(dict.fromkeys(mapped))
    seen = set(waiting)
    while waiting:
        for link in ask(waiting.popleft()).links:
            address = urldefrag(link).url
            if address in seen or address.startswith(NOT_PAGES):
                continue
            seen.add(address)
            parts = urlsplit(address)
            kinds[view_of(parts.path)] += 1
            if not parts.query and kinds[view_of(parts.path)] > MAX_OF_A_KIND:
                continue
            if parts.query:
                names = tuple(sorted({name for name, _ in parse_qsl(parts.query, True)}))
                variants[parts.path, names] += 1
                many = variants[parts.path, names] > MAX_VARIANTS or len(names) > MAX_PARAMETERS
                if many or not follow_queries:
                    continue
            waiting.append(address)
    return pages


def parameters(pages: dict[str, Page]) -> dict[str, set[str]]:
    """Return, for each path, the query parameters that links and forms anywhere give it."""
    found = {}
    for page in pages.values():
        for link in page.links:
            parts = urlsplit(link)
            for name, _ in parse_qsl(parts.query, True):
                found.setdefault(parts.path, set()).add(name)
        for form in re.findall(r"<form.*?</form>", page.body, re.DOTALL):
            action = re.search(r'action="([^"]*)"', form)
            path = urlsplit(urljoin(page.address, action[1] if action else "")).path
            names = re.findall(r'<(?:input|select)[^>]*\bname="([^"]+)"', form)
            found.setdefault(path, set()).update(names)
    return found
