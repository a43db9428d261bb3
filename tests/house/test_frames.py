"""Only what is made to be embedded may be framed, and it is the same for everybody."""

from urllib.parse import urlsplit

import pytest

from tests.house.walker import Page, view_of

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]
EMBEDDED = {
    "kim:atlas_embed",
    "kim:atlas_svg",
    "sharing:award_embed",
    "sharing:kelurahan_embed",
    "sharing:kim_embed",
    "sharing:story_embed",
}


def may_be_framed(page: Page) -> bool:
    """True where one of the two headers lets another site frame the page."""
    policy = page.headers.get("Content-Security-Policy", "")
    forbids = "frame-ancestors 'none'" in policy or "frame-ancestors 'self'" in policy
    return not forbids or "X-Frame-Options" not in page.headers


def views_of(pages: list[Page]) -> set[str]:
    return {view_of(urlsplit(page.address).path) for page in pages}


def test_only_what_is_made_to_be_embedded_may_be_framed(full, empty):
    pages = [*full.pages.values(), *empty.values()]
    assert views_of([page for page in pages if may_be_framed(page)]) == EMBEDDED


def test_what_is_made_to_be_embedded_may_always_be_framed(full, empty):
    made = {"sharing:award_embed", "sharing:kim_embed", "sharing:story_embed"}
    pages = [
        page
        for page in [*full.pages.values(), *empty.values()]
        if view_of(urlsplit(page.address).path) in made
    ]
    assert {page.status for page in pages} == {200, 404, 410}
    assert [page.address for page in pages if not may_be_framed(page)] == []
    assert [page.address for page in pages if page.headers["X-Robots-Tag"] != "noindex"] == []
