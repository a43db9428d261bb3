"""A feed of the portal in all its forms, and the addresses of these.

A room derives from PortalFeed, says what the feed holds, and gives ``feed_paths`` to its urls.
"""

from collections.abc import Callable

from django.contrib.syndication.views import Feed
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from malangnews.core.syndication import STEADY

# Form -> the last part of its address.
FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}


class PortalFeed(Feed):
    """What all feeds share; ``forms`` has a generator for each form."""

    forms = STEADY
    language = "id"
    author_name = "Diskominfo Kota Malang"
    item_guid_is_permalink = False

    def __init__(self, form: str):
        self.feed_type = self.forms[form]

    def subtitle(self, source):
        """What Atom calls the description."""
        return self._get_dynamic_attr("description", source)


def feed_paths(
    route: str, name: str, feed: type[PortalFeed], wrap: Callable = lambda view: view
) -> list[URLPattern]:
    """Return the addresses of a feed below ``route``: ``<name>_rss``, ``_atom`` and ``_json``.

    ``wrap`` decorates the view of each form.
    """
    return [
        path(f"{route}{file}", require_safe(wrap(feed(form))), name=f"{name}_{form}")
        for form, file in FILES.items()
    ]
