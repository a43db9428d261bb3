"""From what a writer typed to clean HTML: the only place that marks text safe.

A source without markup becomes paragraphs, one per line. A source with HTML is cleaned by an
allow-list. What comes out is stored; what is stored is what is shown.
"""

import html
import json
import re

import nh3
from django.utils.safestring import SafeString, mark_safe

from malangnews.core.figures import orderly
from malangnews.core.videos import video_address

TAGS = set(
    "p h2 h3 h4 ul ol li blockquote cite figure figcaption a strong em b i br hr abbr sub sup "
    "table caption thead tbody tr th td".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "data-record"},
    "figure": {"data-photo", "data-video"},
    "abbr": {"title"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
}
# Marks that point at a row instead of copying it.
NUMBER = "[1-9][0-9]{0,17}"
MARKS = {
    "data-photo": re.compile(NUMBER),
    # "count:tahun=2023;tingkat=nasional" is a number that is counted when the text is shown.
    "data-record": re.compile(f"(?:kim|award):{NUMBER}|count:[a-z0-9=;-]{{0,160}}"),
}
SCHEMES = {"http", "https", "mailto", "tel"}
BLOCK = re.compile(r"<(p|h[1-6]|ul|ol|blockquote|figure|table|div|br)\b", re.IGNORECASE)
EMPTY_CAPTION = re.compile(r"<figcaption>(?:\s|&nbsp;|<br>)*</figcaption>")
EMPTY_BLOCK = re.compile(r"<(p|h[2-4]|cite)>(?:\s|&nbsp;|<br>)*</\1>")
EMPTY_DEPTH = 20
TAG = re.compile(r"<[^>]*>")
IGNORED_IN_ADDRESS = re.compile(r"[\x00-\x20]")
SPACE = re.compile(r"\s+")
SCRIPT_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
WORDS_PER_MINUTE = 200


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    """Drop addresses that name a host without a scheme, and marks that point at nothing."""
    if name == "data-video":
        return video_address(value) or None
    if name in MARKS and not MARKS[name].fullmatch(value):
        return None
    # Browsers drop control characters and spaces from an address before they read it.
    if name == "href" and re.match(r"[/\\]{2}", IGNORED_IN_ADDRESS.sub("", value)):
        return None
    if name in {"colspan", "rowspan"} and not re.fullmatch(r"[1-9]\d?", value, re.ASCII):
        return None
    return value


def clean_html(source: str) -> str:
    """Return ``source`` with only the allowed tags, attributes and link schemes left."""
    cleaned = _allowed(source)
    if (tidied := orderly(cleaned)) != cleaned:
        # What a figure held stands elsewhere now, and follows the rules of its new place.
        cleaned = _allowed(tidied)
    return _without_empty(cleaned).strip()


def _allowed(source: str) -> str:
    return nh3.clean(
        source,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_keep_attribute,
        link_rel="noopener",
    )


def _without_empty(cleaned: str) -> str:
    """Drop blocks that hold nothing, and those that hold only such, down to a sane depth."""
    for _ in range(EMPTY_DEPTH):
        before = cleaned
        for empty in (EMPTY_CAPTION, EMPTY_BLOCK):
            cleaned = empty.sub("", cleaned)
        if cleaned == before:
            break
    return cleaned


def render(source: str) -> str:
    """Return clean HTML for a writer's source, plain or HTML."""
    if not BLOCK.search(source):
        lines = (line.strip() for line in source.splitlines())
        source = "\n".join(f"<p>{line}</p>" for line in lines if line)
    return clean_html(source)


def trusted(cleaned: str) -> SafeString:
    """Mark HTML safe that this module has made harmless. Never call it on input."""
    return mark_safe(cleaned)  # noqa: S308 - the one place, on cleaned HTML only


def run_in(cleaned: str, words: str) -> SafeString:
    """Return stored clean HTML with ``words``, such as a dateline, run into its first paragraph.

    The words are escaped. A text that opens with anything but a paragraph gets them above it.
    """
    opening = f'<p><span class="dateline">{html.escape(words)}</span> –'
    if cleaned.startswith("<p>"):
        return trusted(f"{opening} {cleaned[3:]}")
    return trusted(f"{opening}</p>\n{cleaned}")


def embedded_json(data: dict | list) -> SafeString:
    """Return ``data`` as JSON that may stand inside a script element, whatever its texts hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return trusted(text.translate(SCRIPT_ESCAPES))


def plain(markup: str) -> str:
    """Return the words of ``markup`` without tags, with single spaces."""
    return SPACE.sub(" ", html.unescape(TAG.sub(" ", markup))).strip()


def reading_minutes(markup: str) -> int:
    """Return how many minutes (at least 1) the text takes, at 200 words a minute."""
    return max(1, round(len(plain(markup).split()) / WORDS_PER_MINUTE))
