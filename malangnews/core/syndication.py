"""What every feed of the portal does: be valid, stay still, say where it lives.

The generators write RSS, Atom and JSON Feed 1.1. Which rows a feed holds is the rooms' business;
what their feeds share is in core/feeds.py.
"""

import datetime as dt
import json
import re
from html import unescape
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
    rfc3339_date,
)
from django.utils.xmlutils import SimplerXMLGenerator

# What XML 1.0 cannot hold; an editor may have pasted it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
JSON_FEED = "https://jsonfeed.org/version/1.1"


def writable(value):
    """Return ``value`` (text, a list of texts, anything else) without what XML cannot hold."""
    if isinstance(value, list):
        return [writable(item) for item in value]
    return UNWRITABLE.sub("", value) if isinstance(value, str) else value


class SteadyFeedMixin:
    """For a feed generator: cleans what goes in, and dates an empty feed by the day."""

    def __init__(self, **kwargs):
        super().__init__(**{name: writable(value) for name, value in kwargs.items()})

    def add_item(self, enclosures=(), **kwargs):
        """Take an entry; its enclosures get the host that its link has."""
        there = [
            Enclosure(urljoin(kwargs["link"], file.url), file.length, file.mime_type)
            for file in enclosures or ()
        ]
        cleaned = {name: writable(value) for name, value in kwargs.items()}
        super().add_item(enclosures=there, **cleaned)

    def latest_post_date(self) -> dt.datetime:
        """Return the time of the youngest entry; without one, the start of the day."""
        if self.items:
            return super().latest_post_date()
        return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


class SteadyRss(SteadyFeedMixin, Rss201rev2Feed):
    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if settings.FEED_HUB:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": settings.FEED_HUB})


class SteadyAtom(SteadyFeedMixin, Atom1Feed):
    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if settings.FEED_HUB:
            handler.addQuickElement("link", "", {"rel": "hub", "href": settings.FEED_HUB})


class SteadyJson(SteadyFeedMixin, SyndicationFeed):
    """JSON Feed 1.1. An entry has ``content`` (clean HTML), else its description is the text."""

    content_type = "application/feed+json"

    def write(self, outfile, encoding: str) -> None:
        """Write the feed to a file that takes bytes."""
        words = json.dumps(self._feed(), ensure_ascii=False, separators=(",", ":"))
        outfile.write(words.encode(encoding))

    def _feed(self) -> dict:
        feed = self.feed
        hubs = [{"type": "WebSub", "url": settings.FEED_HUB}] if settings.FEED_HUB else []
        return _present(
            version=JSON_FEED,
            title=feed["title"],
            home_page_url=feed["link"],
            feed_url=feed["feed_url"],
            description=feed["description"],
            language=feed["language"],
            authors=_authors(feed["author_name"]),
            hubs=hubs,
        ) | {"items": [self._item(item) for item in self.items]}

    @staticmethod
    def _item(item: dict) -> dict:
        words = unescape(item["description"] or "")
        content = item.get("content")
        body = {"content_html": content} if content else {"content_text": words}
        files = item["enclosures"]
        dates = {
            name: rfc3339_date(item[key])
            for name, key in (("date_published", "pubdate"), ("date_modified", "updateddate"))
            if item[key]
        }
        attachments = [
            {"url": file.url, "mime_type": file.mime_type, "size_in_bytes": int(file.length)}
            for file in files
        ]
        rest = _present(
            title=item["title"],
            summary=words if content else "",
            image=files[0].url if files else "",
            authors=_authors(item["author_name"]),
            tags=list(item["categories"]),
            attachments=attachments,
        )
        return {"id": item["unique_id"], "url": item["link"], **body, **dates, **rest}


def _authors(names: str | None) -> list[dict[str, str]]:
    return [{"name": names}] if names else []


def _present(**values) -> dict:
    """Return the values that say something; JSON Feed wants the others left out."""
    return {name: value for name, value in values.items() if value}


STEADY = {"rss": SteadyRss, "atom": SteadyAtom, "json": SteadyJson}
