"""The contents of a long page: its headings, each with a place to go to."""

import re
from itertools import chain, count
from typing import NamedTuple

from django.utils.text import slugify

from malangnews.core.text import plain, trusted

HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
#: A page with fewer headings is read without a list of them.
LONG = 3


class Section(NamedTuple):
    """A heading of a page; ``place`` is its id."""

    title: str
    place: str


def with_contents(cleaned: str) -> tuple[str, list[Section]]:
    """Return clean HTML with an id in each heading, and the contents, empty for a short page."""
    sections: list[Section] = []

    def name(found: re.Match) -> str:
        title = plain(found[1])
        base = f"bagian-{slugify(title)[:60].strip('-') or 'lain'}"
        taken = {section.place for section in sections}
        numbered = (f"{base}-{number}" for number in count(2))
        place = next(name for name in chain([base], numbered) if name not in taken)
        sections.append(Section(title, place))
        return f'<h2 id="{place}">{found[1]}</h2>'

    named = trusted(HEADING.sub(name, cleaned))
    return named, sections if len(sections) >= LONG else []
