"""RSS, Atom and JSON Feed with the full text of each entry in ``content``."""

import re
from urllib.parse import urljoin

from django.utils.xmlutils import SimplerXMLGenerator

from malangnews.core.syndication import SteadyAtom, SteadyJson, SteadyRss

# Readers of feeds take the one picture that every <picture> ends with.
SOURCE = re.compile(r"<source\b[^<>]*>")
LOCAL_LINK = re.compile(r'(<[^<>]*?\s(?:href|src)=")(?!https?:|mailto:|tel:)([^"]*)"')


def absolute_links(markup: str, base: str) -> str:
    """Return clean HTML whose links and pictures work outside the page at ``base``."""

    def full(link: re.Match) -> str:
        try:
            return f'{link[1]}{urljoin(base, link[2])}"'
        except ValueError:  # no address at all; it leads nowhere on the page either
            return link[0]

    return LOCAL_LINK.sub(full, SOURCE.sub("", markup))


class FullTextMixin:
    """Takes ``content`` (clean HTML) with each item."""

    def add_item(self, **kwargs):
        kwargs["content"] = absolute_links(kwargs["content"], kwargs["link"])
        super().add_item(**kwargs)


class FullTextRss(FullTextMixin, SteadyRss):
    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class FullTextAtom(FullTextMixin, SteadyAtom):
    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class FullTextJson(FullTextMixin, SteadyJson):
    pass


FULL_TEXT = {"rss": FullTextRss, "atom": FullTextAtom, "json": FullTextJson}
