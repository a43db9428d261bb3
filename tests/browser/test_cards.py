"""Share cards in a browser: seen, taken along, their words copied."""

import pytest

from tests import factories as make
from tests.browser.desk import KEEPS_COPIES, log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("width", [360, 1280])
def test_cards_are_seen_copied_and_taken_along(visit, width):
    make.make_user("sari", group="Pengelola Penghargaan")
    award = make.make_award(published=True, category="Media Audiovisual")
    page = visit(viewport={"width": width, "height": 800})
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(KEEPS_COPIES)
    log_in(page, "sari")
    page.goto(f"/admin/awards/award/{award.pk}/change/")
    page.get_by_role("link", name="Lihat dan unduh kartu").click()
    pictures = page.locator(".cards-shapes img")
    assert pictures.count() == 3
    for number in range(3):
        pictures.nth(number).scroll_into_view_if_needed()
        pictures.nth(number).evaluate("picture => picture.decode()")
    sizes = pictures.evaluate_all("all => all.map((one) => [one.naturalWidth, one.naturalHeight])")
    assert sizes == [[1200, 630], [1080, 1080], [1080, 1920]]
    assert page.evaluate("document.documentElement.scrollWidth") == width

    page.get_by_role("button", name="Salin takarir").click()
    page.get_by_text("Tersalin: takarir.").wait_for()
    copied = page.evaluate("copied")
    assert "meraih Terbaik I kategori Media Audiovisual" in copied
    assert copied.endswith(award.get_absolute_url())

    with page.expect_download() as taken:
        page.get_by_role("link", name="Unduh semua (ZIP)").click()
    assert taken.value.suggested_filename == f"kartu-{award.slug}.zip"
    with page.expect_download() as taken:
        page.get_by_role("link", name="Unduh kartu cerita").click()
    assert taken.value.suggested_filename == f"kartu-{award.slug}-cerita.png"
    assert page.problems == []
