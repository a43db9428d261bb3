"""Covers that are drawn once and kept, until what they tell changes or is public no more."""

from awards.cards.shelf import FOLDER, clear_folder, kept
from kim.models import Kim, Potential
from malangnews.core.share import Cover
from malangnews.covers.drawing import cover_png
from malangnews.news.models import Article

#: Model -> the kind of its covers, of rows that may be withdrawn.
KINDS = {Article: "berita", Kim: "kim", Potential: "potensi"}


def picture(cover: Cover) -> bytes:
    """Return a cover's PNG: the kept one, else a new one."""
    return kept(_folder(cover.kind, cover.slug), "", cover.digest, lambda: cover_png(cover))


def told(row: object, is_renamed: bool) -> None:
    """Take away the kept pictures of a row that the public may not see."""
    kind = KINDS.get(type(row))
    if kind and not row.is_public and row.slug:
        clear_folder(_folder(kind, row.slug))


def _folder(kind: str, slug: str) -> str:
    return f"{FOLDER}/{kind}/{slug}"
