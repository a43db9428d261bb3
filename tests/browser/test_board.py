"""The coverage board and the vitality of KIM in a real browser, on a phone and on a desk."""

import datetime as dt

import pytest

from tests import factories as make
from tests.browser.desk import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]

BOARD, VITALITY = "/admin/kim/kelurahan/liputan/", "/admin/kim/kim/vitalitas/"


@pytest.fixture
def somebody():
    make.make_user("pembina", group="Pembina KIM")
    samaan = make.kelurahan("Samaan")
    make.make_article(published=True, kelurahan=[samaan])
    make.make_potential(published=True, kelurahan=samaan, name="Lumpia Samaan")
    formed = [("formed", dt.date(2012, 1, 1))]
    return make.make_kim(published=True, name="KIM Sunyi", kelurahan=samaan, milestones=formed)


def open_page(visit, address, **options):
    page = visit(**options)
    log_in(page, "pembina")
    page.goto(address)
    return page


PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("address", [BOARD, VITALITY])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_table_moves_and_not_the_page(visit, somebody, address, scheme):
    page = open_page(visit, address, viewport=PHONE, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    table = page.locator(".board-scroll")
    table.focus()
    # Pressed again until the smooth scrolling shows: the policy lets Playwright evaluate no string
    # that waits.
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        if moved := table.evaluate("element => element.scrollLeft > 0"):
            break
    assert moved
    assert page.problems == []


def test_every_number_of_the_atlas_stays_inside_its_tile(visit, somebody):
    page = open_page(visit, BOARD)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        outside = page.evaluate(OUTSIDE)
        assert outside["tiles"] == 57
        assert outside["labels"] >= 57
        assert outside["outside"] == []


# The corners of each label's box against the hexagon's six edges, with half a pixel to spare.
OUTSIDE = """() => {
  const found = {tiles: 0, labels: 0, outside: []};
  for (const tile of document.querySelectorAll("a.board-hex")) {
    found.tiles += 1;
    const hex = tile.querySelector("use").getBoundingClientRect();
    const middle = [hex.x + hex.width / 2, hex.y + hex.height / 2], radius = hex.height / 2;
    for (const text of tile.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (!box.width) continue;
      found.labels += 1;
      const size = parseFloat(getComputedStyle(text).fontSize) * hex.height / 65.8;
      const baseline = getComputedStyle(text).dominantBaseline === "central"
        ? [box.y + box.height / 2 - size * .38, box.y + box.height / 2 + size * .38]
        : [box.bottom - box.height * .2 - size * .76, box.bottom - box.height * .2];
      for (const y of baseline) for (const x of [box.left, box.right]) {
        const dx = Math.abs(x - middle[0]), dy = Math.abs(y - middle[1]);
        const room = Math.min(radius * Math.sqrt(3) / 2, (radius - dy) * Math.sqrt(3));
        if (dx > room - .5) found.outside.push(text.textContent);
      }
    }
  }
  return found;
}"""


def test_a_tile_leads_by_keyboard_to_its_row(visit, somebody):
    page = open_page(visit, BOARD)
    tile = page.get_by_role("link", name="Samaan, Kecamatan Klojen")
    tile.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#kelurahan-samaan")
    row = page.locator("#kelurahan-samaan")
    assert row.evaluate("element => element.matches(':target')")
    row.locator("summary").click()
    assert row.get_by_role("link", name="Lumpia Samaan").is_visible()


def test_a_heading_sorts_and_the_choice_is_kept(visit, somebody):
    page = open_page(visit, f"{BOARD}?kecamatan=klojen&ukuran=penghargaan")
    page.get_by_role("link", name="Potensi belum diangkat").click()
    page.wait_for_url("**urut=-potensi**")
    first = page.locator(".board-table tbody tr").first
    assert first.get_attribute("id") == "kelurahan-samaan"
    assert page.locator("#board-measure").input_value() == "penghargaan"
    assert page.locator(".board-table tbody tr").count() == 11
    assert page.locator("th[aria-sort=descending]").count() == 1


def test_colours_may_be_forced_and_the_numbers_stay(visit, somebody):
    page = open_page(visit, BOARD, forced_colors="active")
    fills = page.evaluate(
        "[...new Set([...document.querySelectorAll('a.board-hex')]"
        ".map(tile => getComputedStyle(tile).fill))]"
    )
    assert len(fills) == 1
    assert page.locator("a.board-hex .board-value").first.is_visible()


def test_vakum_is_recorded_on_a_phone_after_the_evidence_is_given(visit, somebody):
    page = open_page(visit, VITALITY, viewport=PHONE)
    page.get_by_role("link", name="Mungkin vakum: lihat bukti KIM Sunyi").click()
    page.wait_for_url("**/vitalitas/#keputusan")
    page.get_by_label("Catat vakum").check()
    page.get_by_label("Keterangan").fill("Menurut lurah tidak ada kegiatan sejak 2024.")
    page.get_by_role("button", name="Catat keputusan").click()
    page.get_by_text("Tulis buktinya").wait_for()
    assert page.get_by_label("Keterangan").input_value().startswith("Menurut lurah")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_label("Sumber", exact=True).or_(page.get_by_label("Sumber:", exact=True)).fill(
        "Berita acara kunjungan"
    )
    page.get_by_role("button", name="Catat keputusan").click()
    page.get_by_text("Tercatat: KIM Sunyi, vakum per").wait_for()
    assert somebody.milestones.filter(kind="dormant").count() == 1
    assert page.problems == []
