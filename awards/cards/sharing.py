"""The card that a page names for those who share its address."""

from django.http import HttpRequest
from django.urls import reverse

from awards.cards.shapes import SHAPES, Shape
from awards.cards.shelf import Sheet, award_sheet, sheet_of_year
from awards.cards.subjects import YearSubject
from awards.cards.wording import award_texts, year_texts
from awards.models import Award

WIDE = SHAPES["lebar"]


def award_card_address(award: Award, shape: Shape) -> str:
    """Return the path of an award's card."""
    return reverse(f"awards:award_card_{shape.name}", args=[award.slug])


def year_card_address(year: int, shape: Shape) -> str:
    """Return the path of a year's card."""
    return reverse(f"awards:year_card_{shape.name}", args=[year])


def award_page(request: HttpRequest, award: Award) -> str:
    """Return the full address of an award's page, for a caption."""
    return request.build_absolute_uri(award.get_absolute_url())


def year_page(request: HttpRequest, year: int) -> str:
    """Return the full address of a year's awards, for a caption."""
    return request.build_absolute_uri(f"{reverse('awards:award_list')}?tahun={year}")


def award_share_image(request: HttpRequest, award: Award) -> dict[str, object] | None:
    """Return ``share_image`` for base.html: the wide card of a public award, else None.

    ``award`` comes from ``for_page()``: no queries. The address changes with the words, so that
    other sites, which keep pictures by address, fetch the new one.
    """
    if not award.is_public:
        return None
    sheet = award_sheet(award)
    alt = award_texts(sheet.subject, "").alt
    return _share_image(request, award_card_address(award, WIDE), sheet, alt)


def year_share_image(request: HttpRequest, subject: YearSubject) -> dict[str, object]:
    """Return ``share_image`` for base.html: the wide card of a year, told by its subject."""
    sheet = sheet_of_year(subject)
    alt = year_texts(subject, "").alt
    return _share_image(request, year_card_address(subject.year, WIDE), sheet, alt)


def _share_image(request: HttpRequest, path: str, sheet: Sheet, alt: str) -> dict[str, object]:
    address = f"{path}?v={sheet.digest(WIDE)[:8]}"
    return {
        "url": request.build_absolute_uri(address),
        "width": WIDE.size[0],
        "height": WIDE.size[1],
        "alt": alt,
    }
