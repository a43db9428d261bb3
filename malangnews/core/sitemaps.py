"""What the sitemaps of all rooms share: parts that stay what they are, true dates, pictures.

A section with many rows is cut by their keys: part 3 holds rows 2001 to 3000, those of them that
are public. So a row never moves to another part, an old part keeps its old date, and no part is
slower to find than another.
"""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urljoin

from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db.models import BigIntegerField, CharField, ExpressionWrapper, F, Max, QuerySet, Value
from django.db.models.expressions import Combinable

WHOLE = Value(1, BigIntegerField())
#: No part with a higher number can exist: keys are 64 bits wide.
LAST = 9_000_000_000_000


class PortalSitemap(Sitemap):
    """A section; the index asks ``moments()``, what it holds is asked when it is fetched."""

    #: Sections that this one is as young as: nothing is asked of its own but what ``moments`` has.
    as_young_as: tuple[str, ...] = ()

    def has_pages(self) -> bool:
        """Say whether a section that is as young as others holds anything."""
        return True

    def moments(self) -> list[QuerySet]:
        """Return rows of (part, latest): when each part changed, in queries that can be joined."""
        return []

    def images(self, item) -> Iterable[str]:
        """Return the addresses of the pictures on the page of ``item``; the host may lack."""
        return ()

    def get_urls(self, page=1, site=None, protocol=None):
        urls = super().get_urls(page, site, protocol)
        for url in urls:
            url["images"] = [urljoin(url["location"], one) for one in self.images(url["item"])]
        return urls


class PartedSitemap(PortalSitemap):
    """A section of rows that may become many, ``size`` keys a part."""

    size = 1000

    def rows(self) -> QuerySet:
        """Return the public rows, with what their addresses and dates need."""
        raise NotImplementedError

    def items(self):
        return self.rows()

    @cached_property
    def paginator(self) -> "KeyRanges":
        return KeyRanges(self)


class KeyRanges:
    """The parts of a section, as Django's view of a sitemap asks for them."""

    def __init__(self, section: PartedSitemap):
        self.section = section

    def page(self, number: str | int) -> "KeyRange":
        """Return a part. Raises PageNotAnInteger for what is no number, EmptyPage for no part."""
        text = str(number)
        if not (text.isascii() and text.isdigit()):
            raise PageNotAnInteger
        part = int(text[:20])
        if not 1 <= part <= LAST:
            raise EmptyPage
        size = self.section.size
        rows = self.section.rows().filter(pk__gt=(part - 1) * size, pk__lte=part * size)
        found = KeyRange(list(rows.order_by("pk")))
        # The first is always there, so that the address of a new portal's section is no error.
        if part > 1 and not found.object_list:
            raise EmptyPage
        return found


class KeyRange:
    """One part, with its rows."""

    def __init__(self, rows: list):
        self.object_list = rows


def newest(rows: QuerySet, changed: str | Combinable, size: int = 0, key: str = "pk") -> QuerySet:
    """Return (part, latest) of ``rows``; their parts go by ``key``, ``size`` a part; 0 is one part.

    ``changed`` is the column of the last change.
    """
    number = (F(key) - 1) / Value(size) + 1 if size else WHOLE
    part = ExpressionWrapper(number, BigIntegerField()) if size else number
    return rows.order_by().annotate(part=part).values("part").annotate(latest=Max(changed))


def last_changes(sections: dict[str, type[Sitemap]]) -> dict[str, dict[int, dt.datetime]]:
    """Return {section: {part: when it changed}} of the sections that can tell, in one query."""
    asked = [
        rows.annotate(section=Value(name, CharField())).values_list("section", "part", "latest")
        for name, section in sections.items()
        if issubclass(section, PortalSitemap)
        for rows in section().moments()
    ]
    found: dict[str, dict[int, dt.datetime]] = {}
    for name, part, latest in asked[0].union(*asked[1:], all=True) if asked else ():
        if latest is not None:
            parts = found.setdefault(name, {})
            parts[part] = max(parts.get(part, latest), latest)
    for name, section in sections.items():
        others = getattr(section, "as_young_as", ())
        latest = [moment for other in (name, *others) for moment in found.get(other, {}).values()]
        if others and latest and section().has_pages():
            found[name] = {1: max(latest)}
    return found
