"""Share cards in public: the picture of an award, and of all awards of a year."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from awards.cards.shapes import SHAPES
from awards.cards.shelf import Sheet, award_sheet, picture, year_sheet
from awards.models import Award
from malangnews.core.pages import find, gone
from malangnews.core.visitors import keep_private


@require_safe
def award_card(request, slug, shape):
    """The card of one award in a shape of SHAPES. A withdrawn one answers 410."""
    award = find(request, Award.objects.for_page(), slug)
    if award is None:
        return gone(request, Award.objects.all(), slug)
    return card_answer(request, award_sheet(award), shape)


@require_safe
def year_card(request, year, shape):
    """The card of a year's public awards in a shape of SHAPES; 404 for a year without any."""
    sheet = year_sheet(year)
    if sheet is None:
        raise Http404
    return card_answer(request, sheet, shape)


def card_answer(request: HttpRequest, sheet: Sheet, shape: str) -> HttpResponse:
    """Answer with a card; what is not public is kept by nobody."""
    drawn = SHAPES[shape]
    response = HttpResponse(picture(sheet, drawn), content_type="image/png")
    response.headers["Content-Disposition"] = f'inline; filename="kartu-{sheet.name}-{shape}.png"'
    if not sheet.is_kept:
        return keep_private(response)
    response.headers["ETag"] = f'"{sheet.digest(drawn)}"'
    return response
