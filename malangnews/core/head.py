"""Titles and descriptions as search results show them: cut to what fits, between words."""

import re

SITE = "malangnews"
#: What search results show of a title and of a description, and how little says too little.
TITLE, SHORTEST, LONGEST = 65, 70, 160
TAIL = f"Dari {SITE}, portal berita dan prestasi Kota Malang."
PAGE_NUMBER = re.compile(r", halaman \d+$")
SENTENCE_END = re.compile(r"[.!?](?= )")


def document_title(title: str) -> str:
    """Return what <title> says: the page's title with the portal's name where there is room.

    A longer title is cut; the number of its page stays, so that no two pages have one title.
    """
    title = " ".join(title.split())
    if len(title) <= TITLE:
        named = f"{title} | {SITE}"
        return named if len(named) <= TITLE else title
    number = PAGE_NUMBER.search(title)
    tail = number[0] if number else ""
    return cut(title.removesuffix(tail), TITLE - len(tail)) + tail


def description(text: str, number: int = 1, pages: int = 1) -> str:
    """Return a description of 70 to 160 characters; that of a later page of a list names it."""
    text = " ".join(text.split())
    if number > 1:
        text = f"Halaman {number} dari {pages}. {text}"
    if len(text) < SHORTEST:
        text = f"{text} {TAIL}".strip()
    if len(text) <= LONGEST:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text[: LONGEST + 1])]
    whole = [end for end in ends if end >= SHORTEST]
    return text[: whole[-1]] if whole else cut(text, LONGEST)


def cut(text: str, most: int) -> str:
    """Return ``text`` in at most so many characters, cut between words and marked "…"."""
    if len(text) <= most:
        return text
    start = text[:most]
    words = start.rpartition(" ")[0] or start[: most - 1]
    return f"{words.rstrip(' ,;:.–-(“')}…"
