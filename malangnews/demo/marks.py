"""Marks in the text of a demo story: [[kim:KIM Samaan]] and [[hitung:tahun=2023|7]].

They become what the editor makes of a KIM that is mentioned and of a number that is counted when
the story is read.
"""

import re

from django.utils.text import slugify

from awards.counting import parse
from kim.models import Kim

MARK = re.compile(r"\[\[(kim|hitung):([^\]|]+)(?:\|([^\]]+))?\]\]")


def with_marks(text: str) -> str:
    """Return the text of a story with its marks as links to the registry.

    A text without markup gets its paragraphs. Raises Kim.DoesNotExist for a group that is not
    there, ValueError for what cannot be counted.
    """
    if not MARK.search(text):
        return text
    if "<p>" not in text:
        text = "\n".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    return MARK.sub(_link, text)


def _link(found: re.Match) -> str:
    kind, what, words = found.groups()
    if kind == "kim":
        group = Kim.objects.get(slug=slugify(what))
        return f'<a data-record="kim:{group.pk}">{words or what}</a>'
    if parse(what) is None:
        raise ValueError(f"{what!r} asks nothing that can be counted")
    return f'<a data-record="count:{what}">{words}</a>'
