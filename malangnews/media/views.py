"""Serves uploaded pictures. In production the web server in front may do it instead."""

import mimetypes

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

# Names are random and never reused, so a browser may keep the file for good.
FOREVER = "public, max-age=31536000, immutable"
TYPES = {"image/jpeg", "image/png", "image/webp", "image/avif"}


@require_safe
def media_file(request, path):
    """Send one picture of the library; anything else is 404."""
    kind, _ = mimetypes.guess_type(path)
    try:
        if kind not in TYPES or not default_storage.exists(path):
            raise Http404
        file = default_storage.open(path)
    except (SuspiciousFileOperation, OSError, ValueError) as error:
        raise Http404 from error
    response = FileResponse(file, content_type=kind)
    response.headers["Cache-Control"] = FOREVER
    return response
