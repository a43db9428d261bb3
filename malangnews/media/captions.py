"""What a picture file says of itself: caption, credit and day, as suggestions for the library.

Nothing of it is trusted: it is cut, freed of control characters, and shown as words.
"""

import datetime as dt
import re
from typing import NamedTuple

from django.core.files.base import File
from PIL import ExifTags, Image, IptcImagePlugin

from malangnews.media.images import FORMATS

# IPTC-IIM 4.2, record 2.
CAPTION, BYLINE, CREDIT = (2, 120), (2, 80), (2, 110)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


class Told(NamedTuple):
    """What was read, "" or None where the file says nothing."""

    caption: str = ""
    credit: str = ""
    taken_on: dt.date | None = None


def read_in(upload: File) -> Told:
    """Return what ``upload`` says of itself; nothing at all for what cannot be read."""
    try:
        upload.seek(0)
        image = Image.open(upload, formats=FORMATS)
        iptc = IptcImagePlugin.getiptcinfo(image) or {}
        exif = image.getexif()
        detail = exif.get_ifd(ExifTags.IFD.Exif)
    except Exception:  # on damaged files the readers raise whatever they stumble over
        return Told()
    makers = [_words(iptc.get(BYLINE), 60), _words(iptc.get(CREDIT), 60)]
    artist = _words(exif.get(ExifTags.Base.Artist), 120)
    return Told(
        caption=_words(iptc.get(CAPTION) or exif.get(ExifTags.Base.ImageDescription), 300),
        credit=" / ".join(dict.fromkeys(filter(None, makers)))[:120] or artist,
        taken_on=_day(detail.get(ExifTags.Base.DateTimeOriginal)),
    )


def _words(value, length: int) -> str:
    """Return text of unknown encoding as one line of at most ``length`` characters."""
    if isinstance(value, list):
        value = value[0] if value else b""
    if isinstance(value, bytes):
        try:
            value = value.decode()
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    return CONTROL.sub(" ", value).strip()[:length] if isinstance(value, str) else ""


def _day(value) -> dt.date | None:
    """Return the day of "2023:11:06 07:15:00"; cameras that know none write zeros."""
    found = re.match(r"(\d{4}):(\d\d):(\d\d)", value) if isinstance(value, str) else None
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day and day.year >= 1990 else None
