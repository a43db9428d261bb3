"""Every feed of the portal by the rules of RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.

What a feed validator asks, asked of every feed that the portal's own list names.
"""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import pytest
from lxml import etree

from malangnews.news.models import Rubric
from tests.factories import (
    make_article,
    make_award,
    make_byline,
    make_correction,
    make_initial,
    make_kim,
    make_photo,
)

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
TYPES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


@pytest.fixture
def portal():
    """A portal with something in every feed: a photo, a correction, quotes and ampersands."""
    kim = make_kim(published=True)
    for number in range(2):
        article = make_article(
            published=True,
            title=f"Batik & “gerabah” <{number}>",
            body='Alinea <a href="/kim/">pertama</a>.',
            tags=["Batik & kain"],
            lead_photo=make_photo(),
        )
        article.kims.add(kim)
        article.kelurahan.add(kim.kelurahan)
        make_byline(article, "writer", initial=make_initial(initials=f"say{number}"))
        make_correction(article, text="Tahun yang benar 2023.")
    make_award(published=True)
    return kim


def feeds(client) -> list[str]:
    """Return the address of every feed: those of the list, and that of a tag."""
    page = client.get("/umpan/").content.decode()
    found = re.findall(r'href="(/[^"]*(?:rss\.xml|atom\.xml|feed\.json))"', page)
    return sorted({*found, *(f"/berita/tag/batik-kain/{name}" for name in TYPES)})


def fetch(client, address: str):
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"].startswith(TYPES[address.rpartition("/")[2]]), address
    return answer


def of_form(client, file: str) -> dict[str, bytes]:
    return {
        address: fetch(client, address).content
        for address in feeds(client)
        if address.endswith(file)
    }


def is_absolute(url: str | None) -> bool:
    return urlsplit(url or "").scheme in ("http", "https") and bool(urlsplit(url).netloc)


def wrong_in_rss(address: str, content: bytes) -> list[str]:
    """Return what breaks a rule of RSS 2.0 (or of the best practices) in a feed."""
    root = etree.fromstring(content)
    channel, wrong = root.find("channel"), []
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        return ["not RSS 2.0"]
    wrong += [
        f"channel without {name}"
        for name in ("title", "link", "description", "language")
        if not channel.findtext(name)
    ]
    if not is_absolute(channel.findtext("link")):
        wrong.append("channel link")
    own = [
        link.get("href") for link in channel.findall("a:link", ATOM) if link.get("rel") == "self"
    ]
    if own != [HOST + address]:
        wrong.append(f"self is {own}")
    if parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo is None:
        wrong.append("lastBuildDate")
    ids = [item.findtext("guid") for item in channel.findall("item")]
    if None in ids or len(ids) != len(set(ids)):
        wrong.append("guids")
    for item in channel.findall("item"):
        if not (item.findtext("title") and item.findtext("description")):
            wrong.append("item without words")
        if not is_absolute(item.findtext("link")):
            wrong.append("item link")
        guid = item.find("guid")
        if guid.get("isPermaLink", "true") == "true" and not is_absolute(guid.text):
            wrong.append("guid is no permalink")
        day = parsedate_to_datetime(item.findtext("pubDate"))
        if day.tzinfo is None or day > dt.datetime.now(dt.UTC):
            wrong.append("pubDate")
        if len(item.findall("enclosure")) > 1:
            wrong.append("more than one enclosure")
        for file in item.findall("enclosure"):
            if not (
                is_absolute(file.get("url"))
                and file.get("length").isdigit()
                and "/" in file.get("type")
            ):
                wrong.append("enclosure")
        wrong += relative_links("".join(item.itertext()))
    return wrong


def wrong_in_atom(address: str, content: bytes) -> list[str]:
    """Return what breaks a rule of RFC 4287 in a feed."""
    root, wrong = etree.fromstring(content), []
    if root.tag != "{http://www.w3.org/2005/Atom}feed":
        return ["not Atom"]
    own = [link.get("href") for link in root.findall("a:link", ATOM) if link.get("rel") == "self"]
    if own != [HOST + address]:
        wrong.append(f"self is {own}")
    entries = root.findall("a:entry", ATOM)
    for node in [root, *entries]:
        for name in ("id", "title", "updated"):
            if len(node.findall(f"a:{name}", ATOM)) != 1:
                wrong.append(f"{name} must stand once")
        if not IRI.fullmatch(node.findtext("a:id", "", ATOM)):
            wrong.append("id is no IRI")
        for name in ("updated", "published"):
            for moment in node.findall(f"a:{name}", ATOM):
                if not RFC3339.fullmatch(moment.text):
                    wrong.append(f"{name} {moment.text}")
    ids = [entry.findtext("a:id", "", ATOM) for entry in entries]
    if len(ids) != len(set(ids)):
        wrong.append("ids")
    for entry in entries:
        if root.find("a:author", ATOM) is None and entry.find("a:author", ATOM) is None:
            wrong.append("entry without author")
        links = [
            link
            for link in entry.findall("a:link", ATOM)
            if link.get("rel", "alternate") == "alternate"
        ]
        if len(links) != 1 or not is_absolute(links[0].get("href")):
            wrong.append("entry link")
        for link in entry.findall("a:link[@rel='enclosure']", ATOM):
            if not (is_absolute(link.get("href")) and link.get("length").isdigit()):
                wrong.append("enclosure")
        wrong += relative_links("".join(entry.itertext()))
    return wrong


def wrong_in_json(address: str, feed: dict) -> list[str]:
    """Return what breaks a rule of JSON Feed 1.1 in a feed."""
    wrong = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        wrong.append("version or title")
    if feed.get("feed_url") != HOST + address or not is_absolute(feed.get("home_page_url")):
        wrong.append("addresses")
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)) or not all(isinstance(one, str) and one for one in ids):
        wrong.append("ids")
    for item in feed["items"]:
        if not (item.get("content_html") or item.get("content_text")):
            wrong.append("item without content")
        if not is_absolute(item.get("url")):
            wrong.append("item url")
        for name in ("date_published", "date_modified"):
            if not RFC3339.fullmatch(item.get(name, "")):
                wrong.append(f"{name} {item.get(name)}")
        for file in item.get("attachments", []):
            if not (is_absolute(file["url"]) and "/" in file["mime_type"]):
                wrong.append("attachment")
        wrong += relative_links(item.get("content_html", ""))
    return wrong


def relative_links(words: str) -> list[str]:
    links = re.findall(r"(?:href|src)=[\"']([^\"']+)", words)
    return [f"relative link {link}" for link in links if not re.match("https?:|mailto:|#", link)]


def found_wrong(feeds: dict, judge) -> dict[str, list[str]]:
    judged = {address: judge(address, feed) for address, feed in feeds.items()}
    return {address: wrong for address, wrong in judged.items() if wrong}


def test_list_of_feeds_has_a_feed_of_every_kind(client, portal):
    kinds = {re.sub(r"/[a-z0-9-]+/[a-z]+\.(xml|json)$", "", address) for address in feeds(client)}
    assert {"/berita/rubrik", "/berita/kelurahan", "/berita/kim", "/berita/inisial"} <= kinds
    assert len(feeds(client)) > 3 * (57 + Rubric.objects.count())


def test_every_rss_feed_keeps_the_rules(client, portal):
    assert found_wrong(of_form(client, "rss.xml"), wrong_in_rss) == {}


def test_every_atom_feed_keeps_the_rules(client, portal):
    assert found_wrong(of_form(client, "atom.xml"), wrong_in_atom) == {}


def test_every_json_feed_keeps_the_rules(client, portal):
    feeds_ = {
        address: fetch(client, address).json()
        for address in feeds(client)
        if address.endswith("feed.json")
    }
    assert found_wrong(feeds_, wrong_in_json) == {}


def test_every_feed_answers_304_by_tag_and_by_date(client, portal):
    for address in feeds(client):
        first = fetch(client, address)
        for header, name in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
            again = client.get(address, headers={name: first[header]})
            assert (again.status_code, again.content) == (304, b""), (address, name)


def test_breach_of_a_rule_would_be_seen(client, portal):
    rss = client.get("/berita/rss.xml").content
    for broken in (
        rss.replace(b"<link>http://testserver", b"<link>"),
        rss.replace(b'isPermaLink="false"', b""),
        rss.replace(b"<language>id</language>", b""),
        re.sub(rb'length="\d+"', b'length="besar"', rss),
        re.sub(rb"<guid(.*?)>.*?</guid>", rb"<guid\1>sama</guid>", rss),
    ):
        assert broken != rss
        assert wrong_in_rss("/berita/rss.xml", broken)
    atom = client.get("/berita/atom.xml").content
    for broken in (
        re.sub(rb"<updated>\d{4}", b"<updated>hari", atom),
        re.sub(rb"<id>.*?</id>", b"<id>sama</id>", atom),
    ):
        assert wrong_in_atom("/berita/atom.xml", broken)
