"""The file that proves to search engines whose key it is."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def key_file(request, slug):
    """``/<key>.txt``, which holds the key; anything else, or without a key, is not found."""
    if not settings.INDEXNOW_KEY or slug != settings.INDEXNOW_KEY:
        raise Http404
    return HttpResponse(settings.INDEXNOW_KEY, content_type="text/plain; charset=utf-8")
