"""The picture that a page names for those who share its address: what it tells, where it is.

It is drawn at its own address (malangnews/covers), so a page that names one asks for nothing.
"""

import hashlib
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

#: Raise it when the same words are drawn otherwise: other sites then fetch the new picture.
VERSION = 1
SIZE = (1200, 630)


@dataclass(frozen=True)
class Cover:
    """A batik cloth with a label: ``kind`` and ``slug`` are its address, the rest is written.

    The cloth is that of ``slug`` in the colours ``palette`` (malangnews/core/batik.py).
    """

    kind: str
    slug: str
    kicker: str
    title: str
    note: str = ""
    palette: str = ""

    @property
    def digest(self) -> str:
        """What changes whenever the picture would."""
        return hashlib.sha256(repr((VERSION, self)).encode()).hexdigest()[:24]

    @property
    def alt(self) -> str:
        """What the picture shows, for those who do not see it."""
        words = ". ".join(filter(None, [self.kicker, self.title.rstrip("."), self.note]))
        return f"Kain batik dengan tulisan: {words}."


def picture_address(request: HttpRequest, kind: str, slug: str) -> str:
    """Return the full address of the picture of a public page, whatever it tells today."""
    return request.build_absolute_uri(reverse(f"covers:{kind}", args=[slug]))


def cover_address(request: HttpRequest, cover: Cover) -> str:
    """Return the full address of a picture; it changes with the words."""
    path = reverse(f"covers:{cover.kind}", args=[cover.slug])
    return request.build_absolute_uri(f"{path}?v={cover.digest[:8]}")


def share_image(request: HttpRequest, cover: Cover) -> dict[str, object]:
    """Return ``share_image`` for base.html: a cover with its size and its words."""
    width, height = SIZE
    return {
        "url": cover_address(request, cover),
        "type": "image/png",
        "width": width,
        "height": height,
        "alt": cover.alt,
    }
