"""Stylesheets as readers get them: what a sheet imports stands in it, without comments and indents.

The files in ``static/css`` are what a browser reads while DEBUG is on: a sheet for a kind of page
imports its parts. `collectstatic` lays those parts into it, so that a page asks for one or two
sheets (docs/decisions/0027). Nothing else is done to them.
"""

import posixpath
import re
from collections.abc import Callable

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OURS = "css/"
IMPORT = re.compile(r"""^@import\s+["']([^"']+)["']\s*;[ \t]*\n?""", re.MULTILINE)
STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
COMMENT_OR_STRING = re.compile(STRING + r"|/\*.*?\*/", re.DOTALL)
SPACE_OR_STRING = re.compile(STRING + r"|\s*([{};,])\s*|\s+")


def compact(css: str) -> str:
    """Return the sheet without comments, indents and needless spaces; strings stay as they are."""
    bare = COMMENT_OR_STRING.sub(lambda found: found[1] or " ", css)

    def shorten(found: re.Match) -> str:
        after_colon = bare[found.start() - 1 : found.start()] == ":"
        return found[1] or found[2] or ("" if after_colon else " ")

    return SPACE_OR_STRING.sub(shorten, bare).replace(";}", "}").strip()


def laid_together(name: str, read: Callable[[str], str], above: tuple[str, ...] = ()) -> str:
    """Return a sheet with everything it imports in the place of the import.

    ``read`` returns the text of a sheet by its name. Raises ImproperlyConfigured for an import
    that goes round in a circle, or out of the folder, where addresses within it would go astray.
    """

    def part(found: re.Match) -> str:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1]))
        if wanted in (*above, name) or posixpath.dirname(wanted) != posixpath.dirname(name):
            raise ImproperlyConfigured(f"{name} cannot import {found[1]}")
        return laid_together(wanted, read, (*above, name)) + "\n"

    # What a comment says of imports is no import.
    bare = COMMENT_OR_STRING.sub(lambda found: found[1] or "", read(name))
    return IMPORT.sub(part, bare)


class SheetStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage (names by content, compressed files) for sheets laid together."""

    def post_process(self, paths, dry_run=False, **options):
        """Name and compress the collected files; see Django's ``collectstatic``."""

        def read(name: str) -> str:
            if name not in paths:
                raise ImproperlyConfigured(f"There is no stylesheet {name}")
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        ours = [name for name in paths if name.startswith(OURS) and name.endswith(".css")]
        sheets = {name: (_Made(compact(laid_together(name, read))), name) for name in ours}
        yield from super().post_process({**paths, **sheets}, dry_run=dry_run, **options)


class _Made:
    """Stands in for the storage of a sheet that was made, as ``post_process`` reads it."""

    def __init__(self, text: str):
        self.text = text

    def open(self, path: str) -> ContentFile:
        return ContentFile(self.text.encode(), name=path)
