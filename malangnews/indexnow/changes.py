"""Which public pages changed since a moment: what the sitemap says, so never a hidden one."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from malangnews.core.sitemaps import PortalSitemap, last_changes
from malangnews.sitemaps import SITEMAPS


class Site(NamedTuple):
    """What Django's sitemaps ask of a site."""

    domain: str


def changed_addresses(since: dt.datetime, scheme: str, host: str) -> list[str]:
    """Return the full addresses of the public pages that changed at ``since`` or later."""
    return list(dict.fromkeys(_changed(since, scheme, host)))


def _changed(since: dt.datetime, scheme: str, host: str) -> Iterator[str]:
    known = last_changes(SITEMAPS)
    for name, section in SITEMAPS.items():
        parts = [1]
        if issubclass(section, PortalSitemap):
            parts = [part for part, latest in known.get(name, {}).items() if latest >= since]
        for part in sorted(parts):
            for url in section().get_urls(part, Site(host), scheme):
                if url["lastmod"] and url["lastmod"] >= since:
                    yield url["location"]
