"""What a text points at instead of copying: photos of the library, rows of the registry, videos.

The stored clean HTML holds three kinds of marks, which ``core/text.py`` lets through:

    <figure data-photo="12"><figcaption>own caption, optional</figcaption></figure>
    <figure data-video="https://..." data-photo="12"><figcaption>the photo is optional</figcaption>
    <a data-record="kim:5">words</a>        also award:7

They are filled in when the text is shown, so that a renamed KIM is renamed everywhere.
"""

import re
from dataclasses import dataclass

PHOTO = re.compile(r'<figure\b[^>]*\bdata-photo="([0-9]{1,18})"')
RECORD = re.compile(r'<a\b[^>]*\bdata-record="(kim|award):([0-9]{1,18})"')


@dataclass(frozen=True)
class References:
    """Primary keys of what a text points at."""

    photos: frozenset[int]
    kims: frozenset[int]
    awards: frozenset[int]


def references(cleaned: str) -> References:
    """Return what stored clean HTML points at, whether it exists or not."""
    records = [(kind, int(key)) for kind, key in RECORD.findall(cleaned)]
    return References(
        photos=frozenset(int(key) for key in PHOTO.findall(cleaned)),
        kims=frozenset(key for kind, key in records if kind == "kim"),
        awards=frozenset(key for kind, key in records if kind == "award"),
    )
