"""Serves uploaded pictures. In production the web server in front may do it instead."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

# Names are random and never reused, so a browser may keep the file for good.
FOREVER = "public, max-age=31536000, immutable"
# Said here, because what the machine's own table of types knows differs from machine to machine.
TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".avif": "image/avif",
}


@require_safe
def media_file(request, path):
    """Send one picture of the library; anything else is 404."""
    kind = TYPES.get(PurePosixPath(path).suffix.lower())
    try:
        if kind is None or not default_storage.exists(path):
            raise Http404
        file = default_storage.open(path)
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=kind)
    response.headers["Cache-Control"] = FOREVER
    return response
