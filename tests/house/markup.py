"""Cheap validity of a page: it parses, and says what it is."""

import json
import re
from collections import Counter

import html5lib
from html5lib.html5parser import ParseError

from tests.house.walker import Page

REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
INLINE = re.compile(r"^on[a-z]+$")
LABELLED = ("input", "select", "textarea")


def errors(page: Page) -> list[str]:
    """Return what is wrong with the markup of one HTML page."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    try:
        tree = parser.parse(page.body)
    except ParseError as error:
        return [
            f"{page.address}: does not parse: {error} near {parser.tokenizer.stream.position()}"
        ]
    return [f"{page.address}: {words}" for words in _complaints(tree)]


def _complaints(tree) -> list[str]:
    everything = [element for element in tree.iter() if isinstance(element.tag, str)]
    named = {tag: [el for el in everything if el.tag == tag] for tag in ("h1", "title", "main")}
    ids = Counter(element.get("id") for element in everything if "id" in element.attrib)
    found = [f"id {name!r} stands {count} times" for name, count in ids.items() if count > 1]
    if tree.get("lang") != "id":
        found.append("does not say its language")
    for tag in ("h1", "main"):
        if len(named[tag]) != 1:
            found.append(f"has {len(named[tag])} <{tag}>")
    # An SVG may have titles of its own.
    head = tree.find("head")
    if not (head.findtext("title") or "").split("|")[0].strip():
        found.append("has no title")
    about = [meta for meta in head.iter("meta") if meta.get("name") == "description"]
    if len(about) != 1 or not about[0].get("content", "").strip():
        found.append("has no description")
    for element in everything:
        found += _element_complaints(element, ids)
    return found + _heading_complaints(everything)


def _element_complaints(element, ids: Counter) -> list[str]:
    tag, found = element.tag, []
    if tag == "style" or "style" in element.attrib:
        found.append(f"<{tag}> has a style of its own")
    if tag == "script" and "src" not in element.attrib:
        found += _data_complaints(element)
    found += [f"<{tag}> has {name}" for name in element.attrib if INLINE.match(str(name))]
    if tag == "img" and "alt" not in element.attrib:
        found.append(f"picture {element.get('src')} has no alt")
    if tag in ("a", "button") and not _has_name(element):
        found.append(f"<{tag}> {element.get('href', '')} has no words")
    for name in REFERENCES:
        lost = [word for word in element.get(name, "").split() if word not in ids]
        found += [f"{name}={word!r} points nowhere" for word in lost]
    return found


def _data_complaints(element) -> list[str]:
    """A script without a file may only be data, and data must be readable."""
    if element.get("type") != "application/ld+json":
        return ["has an inline script"]
    try:
        json.loads(element.text or "")
    except ValueError as error:
        return [f"has unreadable JSON-LD: {error}"]
    return []


def _has_name(element) -> bool:
    words = "".join(element.itertext()).strip()
    pictures = [image.get("alt") for image in element.iter("img")]
    return bool(words or element.get("aria-label") or any(pictures))


def _heading_complaints(everything: list) -> list[str]:
    """Headings go down one step at a time."""
    found, last = [], 0
    for element in everything:
        if re.fullmatch(r"h[1-6]", element.tag):
            level = int(element.tag[1])
            if level > last + 1:
                words = "".join(element.itertext()).strip()
                found.append(f"<h{level}> {words!r} follows <h{last}>")
            last = level
    return found
