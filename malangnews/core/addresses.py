"""Addresses that editors type, for links which the portal shows."""

import re

from django.core.exceptions import ValidationError

# A browser reads a backslash as a slash, and leaves tabs and line ends out.
MISREAD = re.compile(r"[\x00-\x20\x7f\\]")


def refuse_misread(address: str) -> None:
    """Refuse what a browser reads as another site: "/\\contoh.id", "/<tab>/contoh.id"."""
    if MISREAD.search(address):
        raise ValidationError(
            "Alamat tidak boleh berisi spasi, garis miring terbalik, atau tanda tak tampak."
        )
