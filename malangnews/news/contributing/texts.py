"""A story's text as a contributor types it on a phone, and back to HTML.

A line is a paragraph. "## " begins a heading, "- " and "1. " items of a list, "> " a quotation;
**bold**, _italic_, [words](address). A photo within the text is a line {foto 12}. What cannot be
written so (tables, videos, captions of the desk) stands as a line {bagian 1a2b3c: ...}, and comes
back untouched: ``to_html(to_text(stored), stored)`` is what is stored.
"""

import hashlib
import html
import re
from collections import defaultdict

from malangnews.core.text import clean_html, plain
from malangnews.news.contributing.blocks import top_blocks

FIGURE = re.compile(r'<figure data-photo="([0-9]{1,18})"></figure>')
PHOTO_LINE = re.compile(r"\{foto ([0-9]{1,18})\}")
KEPT_LINE = re.compile(r"\{bagian ([0-9a-f]{8})(?::[^{}]*)?\}")
LINK = re.compile(
    r"\[([^\[\]\n]+)\]\(((?:kim|award):[0-9]{1,18}|count:[a-z0-9=;-]{0,160}"
    r"|https?://[^\s()<>\"]+|mailto:[^\s()<>\"]+|tel:[^\s()<>\"]+|/(?![/\\])[^\s()<>\"]*)\)"
)
RECORD = re.compile(r"(?:kim|award|count):")
BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
ITALIC = re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")
HELD = re.compile("\x00([0-9]+)\x00([^\x00]*)\x00")
ANCHOR = re.compile(r"<a ([^<>]*)>(.*?)</a>", re.DOTALL)
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
SPACE = re.compile(r"[ \t\r\n]+")
BETWEEN = re.compile(r"\s*(</?(?:ul|ol|li|blockquote)>)\s*")
OPENINGS = (("## ", "h2"), ("### ", "h3"))
LISTS = {"ul": re.compile(r"[-*•] +(.*)"), "ol": re.compile(r"[0-9]{1,3}[.)] +(.*)")}
QUOTE = re.compile(r"> ?(.*)")


class LostPart(ValueError):
    """A line, the argument, names a part that the stored story has no more, or not so often."""


def to_text(stored: str) -> str:
    """Return stored clean HTML as a contributor edits it."""
    return "\n\n".join(_block_text(block) for block in top_blocks(stored))


def to_html(text: str, stored: str) -> str:
    """Return what a contributor typed as clean HTML; lines {foto 12} become figures.

    ``stored`` is the clean HTML of the story as it is: kept parts are taken from it, each as often
    as it stands there. Raises LostPart.
    """
    kept: dict[str, list[str]] = defaultdict(list)
    for block in top_blocks(stored):
        kept[_mark(block)].append(block)
    out: list[str] = []
    group: tuple[str, list[str]] = ("", [])
    for line in [*_lines(text), ""]:
        kind, words = _kind(line)
        if group[0] and kind != group[0]:
            out.append(_grouped(*group))
            group = ("", [])
        if kind in ("ul", "ol", "blockquote"):
            group = (kind, [*group[1], words])
        elif kind:
            out.append(_single(kind, words, kept))
    return clean_html("\n".join(out))


def photo_lines(text: str) -> list[int]:
    """Return the photos that stand within the text as lines, in order."""
    found = (PHOTO_LINE.fullmatch(line) for line in _lines(text))
    return [int(line[1]) for line in found if line]


def without_photo_lines(text: str, photos: set[int]) -> str:
    """Return the text without the lines of these photos."""

    def stays(line: str) -> bool:
        found = PHOTO_LINE.fullmatch(_tidy(line))
        return not (found and int(found[1]) in photos)

    return "\n".join(filter(stays, text.splitlines()))


def _lines(text: str) -> list[str]:
    return [_tidy(line) for line in text.splitlines()]


def _tidy(line: str) -> str:
    return SPACE.sub(" ", line.replace("\x00", "")).strip()


def _kind(line: str) -> tuple[str, str]:
    """Return what a line is, and its words without the sign; "" for an empty line."""
    for opening, tag in OPENINGS:
        if line.startswith(opening):
            return tag, line.removeprefix(opening).strip()
    for tag, sign in LISTS.items():
        if found := sign.fullmatch(line):
            return tag, found[1]
    if found := QUOTE.fullmatch(line):
        return "blockquote", found[1]
    return ("p" if line else ""), line


def _grouped(kind: str, lines: list[str]) -> str:
    tag = "p" if kind == "blockquote" else "li"
    return f"<{kind}>{''.join(f'<{tag}>{_inline(line)}</{tag}>' for line in lines)}</{kind}>"


def _single(kind: str, words: str, kept: dict[str, list[str]]) -> str:
    if kind == "p" and (photo := PHOTO_LINE.fullmatch(words)):
        return f'<figure data-photo="{int(photo[1])}"></figure>'
    if kind == "p" and (part := KEPT_LINE.fullmatch(words)):
        if not kept[part[1]]:
            raise LostPart(words)
        return kept[part[1]].pop()
    return f"<{kind}>{_inline(words)}</{kind}>"


def _inline(words: str) -> str:
    """Return escaped words with bold, italic and links; an address is never read as signs."""
    anchors: list[str] = []

    def hold(found: re.Match) -> str:
        name = "data-record" if RECORD.match(found[2]) else "href"
        anchors.append(f'{name}="{html.escape(found[2])}"')
        return f"\x00{len(anchors) - 1}\x00{found[1]}\x00"

    held = html.escape(LINK.sub(hold, words), quote=False)
    held = ITALIC.sub(r"<em>\1</em>", BOLD.sub(r"<strong>\1</strong>", held))
    return HELD.sub(lambda one: f"<a {anchors[int(one[1])]}>{one[2]}</a>", held)


def _mark(block: str) -> str:
    return hashlib.sha256(block.encode()).hexdigest()[:8]


def _block_text(block: str) -> str:
    if photo := FIGURE.fullmatch(block):
        return f"{{foto {photo[1]}}}"
    text = _plain_text(block)
    if text and to_html(text, "") == _usual(block):
        return text
    words = plain(block).replace("{", "").replace("}", "")[:40].strip()
    return f"{{bagian {_mark(block)}: {words or 'sisipan redaksi'}}}"


def _usual(block: str) -> str:
    """Return a block in the one spelling that ``to_html`` has: <strong>, no <p> in an item."""
    usual = SPACE.sub(" ", block)
    for old, new in (("b", "strong"), ("i", "em")):
        usual = usual.replace(f"<{old}>", f"<{new}>").replace(f"</{old}>", f"</{new}>")
    usual = usual.replace("<li><p>", "<li>").replace("</p></li>", "</li>")
    return BETWEEN.sub(r"\1", usual)


def _plain_text(block: str) -> str:
    """Return the text that may stand for a block; whether it does is tried by its caller."""
    usual = _usual(block)
    tag = usual[1 : usual.find(">")]
    inner = usual[len(tag) + 2 : -len(tag) - 3]
    if tag == "p":
        return _signs(inner)
    for opening, name in OPENINGS:
        if tag == name:
            return opening + _signs(inner)
    if tag in LISTS:
        items = ITEM.findall(inner)
        signs = ["- "] * len(items) if tag == "ul" else [f"{n}. " for n in range(1, 1 + len(items))]
        return "\n".join(sign + _signs(item) for sign, item in zip(signs, items, strict=True))
    if tag == "blockquote":
        return "\n".join(f"> {_signs(words)}" for words in re.findall(r"<p>(.*?)</p>", inner))
    return ""


def _signs(inner: str) -> str:
    """Return inline HTML with signs instead of tags."""

    def link(found: re.Match) -> str:
        told = dict(ATTRIBUTE.findall(found[1]))
        return f"[{found[2]}]({told.get('data-record') or told.get('href', '')})"

    signed = ANCHOR.sub(link, inner)
    for tag, sign in (("strong", "**"), ("em", "_")):
        signed = signed.replace(f"<{tag}>", sign).replace(f"</{tag}>", sign)
    return html.unescape(signed).strip()
