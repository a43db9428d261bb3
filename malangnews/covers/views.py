"""The covers at their addresses; what is not public has none."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from malangnews.covers.kinds import KINDS
from malangnews.covers.shelf import picture


@require_safe
def cover(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """One cover of a kind of KINDS. Who has it is told so without its being drawn."""
    told = KINDS[kind](slug)
    if told is None:
        raise Http404
    tag = f'"{told.digest}"'
    answer = get_conditional_response(request, tag)
    if answer is None:
        answer = HttpResponse(picture(told), content_type="image/png")
        answer.headers["Content-Disposition"] = f'inline; filename="{kind}-{slug}.png"'
    answer.headers["ETag"] = tag
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # others show it (oEmbed)
    return answer
