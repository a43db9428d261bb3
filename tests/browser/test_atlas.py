"""The atlas in a browser: through time, by keyboard, at every width, in forced colours, printed."""

import datetime as dt
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests import factories as make

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
WIDE = {"width": 1280, "height": 900}
# The nearest that the ink of a label comes to an edge of its hexagon, in SVG units; null where the
# labels are not shown. Ink is measured by the browser itself, in the font that it has.
CLEARANCE = """(atlas) => {
  const corners = atlas.querySelector("polygon[id$=-hex]").points;
  const pen = document.createElement("canvas").getContext("2d");
  let shown = 0, least = Infinity, where = "";
  for (const tile of atlas.querySelectorAll("a.hex")) {
    const use = tile.querySelector("use");
    const [cx, cy] = [use.x.baseVal.value, use.y.baseVal.value];
    for (const text of tile.querySelectorAll("text")) {
      const look = getComputedStyle(text);
      if (look.display === "none") continue;
      shown += 1;
      pen.font = `${look.fontWeight} 100px ${look.fontFamily}`;
      const size = parseFloat(look.fontSize) / 100, ink = pen.measureText(text.textContent);
      const [x, y] = [text.x.baseVal[0].value - cx, text.y.baseVal[0].value - cy];
      const half = Math.max(ink.width * size, text.getComputedTextLength()) / 2;
      const top = y - ink.actualBoundingBoxAscent * size;
      const bottom = y + ink.actualBoundingBoxDescent * size;
      const [left, right] = [x - half, x + half];
      for (const [px, py] of [[left, top], [right, top], [left, bottom], [right, bottom]]) {
        for (let i = 0; i < 6; i += 1) {
          const [a, b] = [corners[i], corners[(i + 1) % 6]];
          const length = Math.hypot(b.x - a.x, b.y - a.y);
          const inside = ((b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x)) / length;
          if (inside < least) [least, where] = [inside, text.textContent];
        }
      }
    }
  }
  return { shown, least, where };
}"""


@pytest.fixture
def city():
    """Three groups of three decades, one of them asleep, and one that never was."""
    lives = {
        "Samaan": [("formed", dt.date(2014, 3, 12))],
        "Kasin": [("formed", dt.date(2019, 5, 1)), ("dormant", dt.date(2021, 5, 1))],
        "Bareng": [("proposed", dt.date(2020, 1, 1))],
        "Klojen": [("formed", dt.date(2015, 1, 1)), ("dissolved", dt.date(2016, 1, 1))],
    }
    for name, life in lives.items():
        place = make.kelurahan(name)
        make.make_kim(published=True, name=f"KIM {name}", kelurahan=place, milestones=life)
    make.make_stated_kim_figure()


def tile(page, name: str):
    return page.get_by_role("link", name=re.compile(f"^{name}, Kecamatan "))


def mark(page) -> None:
    """Leave a mark that only a page that was not loaded anew still has."""
    page.evaluate("window.stillHere = true")


def is_marked(page) -> bool:
    return page.evaluate("window.stillHere === true")


def test_years_change_the_atlas_without_a_new_page(visit, city):
    page = visit(viewport=WIDE)
    page.goto("/kim/")
    mark(page)
    expect(tile(page, "Kasin")).to_have_class(re.compile("is-dormant"))
    page.get_by_role("link", name="2014", exact=True).click()
    status = page.locator("[data-atlas-status]")
    expect(status).to_have_text(
        "Keadaan per 31 Desember 2014: 1 dari 57 kelurahan mempunyai KIM, 1 KIM terbentuk."
    )
    expect(tile(page, "Kasin")).to_have_class(re.compile("is-none"))
    assert page.url.endswith("/kim/?pada=2014-12-31")
    expect(page).to_have_title(re.compile("^Atlas KIM per 31 Desember 2014"))
    expect(page.locator("[data-swap=tahun] a", has_text="2014")).to_be_focused()
    expect(page.get_by_label("Geser menurut waktu")).to_have_attribute(
        "aria-valuetext", "31 Desember 2014"
    )
    expect(page.locator("pre").first).to_contain_text("/kim/atlas/sematan/?pada=2014-12-31")
    page.go_back()
    expect(tile(page, "Kasin")).to_have_class(re.compile("is-dormant"))
    assert is_marked(page)
    assert page.problems == []


def test_slider_and_steps_walk_from_change_to_change(visit, city):
    page = visit(viewport=WIDE)
    page.goto("/kim/")
    mark(page)
    slider = page.get_by_label("Geser menurut waktu")
    slider.focus()
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile(r"pada=2014-03-12"))
    expect(tile(page, "Samaan")).to_have_class(re.compile("is-active"))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"pada=2015-01-01"))
    expect(slider).to_be_focused()
    page.get_by_role("link", name="Perubahan berikutnya").click()
    expect(tile(page, "Klojen")).to_have_class(re.compile("is-dissolved"))
    expect(page.get_by_role("link", name="Perubahan berikutnya")).to_be_focused()
    page.get_by_text("Pilih tanggal lain").click()
    page.fill("#pada", "2022-12-07")
    page.get_by_role("button", name="Lihat").click()
    expect(page.locator("#keadaan")).to_contain_text("Rabu, 7 Desember 2022")
    expect(page.locator(".atlas-compare")).to_contain_text("34–38")
    assert is_marked(page)
    assert page.problems == []


def test_failed_request_falls_back_to_the_plain_link(visit, city):
    page = visit(viewport=WIDE)
    page.goto("/kim/")
    mark(page)
    page.route("**/kim/?pada=*", lambda route: route.abort(), times=1)
    page.get_by_role("link", name="2014", exact=True).click()
    expect(tile(page, "Kasin")).to_have_class(re.compile("is-none"))
    assert not is_marked(page)


def test_atlas_works_without_scripts(visit, city):
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/kim/")
    page.get_by_role("link", name="2014", exact=True).click()
    expect(tile(page, "Samaan")).to_have_class(re.compile("is-active"))
    page.get_by_role("link", name="Perubahan berikutnya").click()
    assert page.url.endswith("?pada=2015-01-01")
    page.get_by_text("Pilih tanggal lain").click()
    page.fill("#pada", "2020-06-01")
    page.get_by_role("button", name="Lihat").click()
    expect(tile(page, "Bareng")).to_have_class(re.compile("is-in_process"))
    tile(page, "Samaan").click()
    assert page.url.endswith("/kim/kelurahan/samaan/")


@pytest.mark.parametrize("width", [320, 360, 640, 768, 1024, 1280])
def test_no_label_touches_the_edge_of_its_hexagon(visit, city, width):
    page = visit(viewport={"width": width, "height": 800})
    for address in ("/kim/", "/kim/kelurahan/samaan/", "/kim/atlas/sematan/"):
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => true)")
        for atlas in page.locator(".atlas").all():
            assert atlas.locator("a.hex").count() == 57
            measured = atlas.evaluate(CLEARANCE)
            is_small = "atlas-small" in atlas.get_attribute("class")
            assert (measured["shown"] > 57) is (width >= 640 and not is_small), (address, measured)
            assert measured["least"] is None or measured["least"] > 2, (address, measured)
        overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(overflow) <= 0, address


def test_measure_of_labels_sees_one_that_touches(visit, city):
    page = visit(viewport=WIDE)
    page.goto("/kim/")
    page.evaluate("document.querySelector('.atlas text').textContent = 'Kedungkandang'")
    assert page.locator(".atlas").evaluate(CLEARANCE)["least"] < 0


def test_keyboard_walks_row_by_row_with_a_focus_that_is_seen(visit, city):
    page = visit(viewport={"width": 320, "height": 700})
    page.goto("/kim/")
    page.locator(".atlas .skip-inside").focus()
    places = []
    for _ in range(57):
        page.keyboard.press("Tab")
        places.append(
            page.evaluate(
                """() => {
                  const tile = document.activeElement, box = tile.getBoundingClientRect();
                  const width = parseFloat(getComputedStyle(tile).strokeWidth);
                  const [top, left] = [Math.round(box.top + scrollY), Math.round(box.left)];
                  return [top, left, width, tile.getAttribute("href")];
                }"""
            )
        )
    assert len({href for *_, href in places}) == 57
    rows = [(top // 8, left) for top, left, *_ in places]
    assert rows == sorted(rows)
    assert {width for _, _, width, _ in places} == {4.5}
    page.keyboard.press("Enter")
    page.wait_for_url("**/kim/kelurahan/**", timeout=10_000)


def test_screen_reader_hears_name_kecamatan_and_state_of_every_tile(visit, city):
    page = visit(viewport=WIDE)
    page.goto("/kim/")
    atlas = page.get_by_role("group", name="Atlas KIM 57 kelurahan")
    heard = atlas.aria_snapshot()
    links = re.findall(r'link "?([^"\n]+)"?', heard)
    assert len(links) == 57
    assert all(re.fullmatch(r".+, Kecamatan \w+: .+", words) for words in links), links
    for words in (
        "Samaan, Kecamatan Klojen: KIM Samaan (terbentuk)",
        "Kasin, Kecamatan Klojen: KIM Kasin (vakum)",
        "Bareng, Kecamatan Klojen: KIM Bareng (dalam pembentukan)",
        "Klojen, Kecamatan Klojen: KIM Klojen (bubar)",
        "Sukun, Kecamatan Sukun: belum tercatat",
    ):
        assert words in links


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, city, scheme):
    page = visit(viewport={"width": 320, "height": 700}, color_scheme=scheme, bypass_csp=True)
    for address in ("/kim/?pada=2022-12-07", "/kim/atlas/sematan/"):
        page.goto(address)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert [(v["id"], v["nodes"][0]["html"]) for v in found.response["violations"]] == []


def test_states_are_told_apart_in_forced_colours(visit, city):
    page = visit(viewport=WIDE, forced_colors="active")
    page.goto("/kim/")
    drawn = {}
    for name in ("Samaan", "Kasin", "Bareng", "Klojen", "Sukun"):
        drawn[name] = tile(page, name).evaluate(
            """(tile) => {
              const look = getComputedStyle(tile);
              const signs = [".hatched", "circle", ".cross"];
              const marks = signs.map((sign) => !!tile.querySelector(sign));
              return JSON.stringify([look.strokeWidth, look.strokeDasharray, marks]);
            }"""
        )
    assert len(set(drawn.values())) == 5
    ground, hatch = page.evaluate(
        """() => [
          getComputedStyle(document.querySelector("a.hex.is-dormant")).fill,
          getComputedStyle(document.querySelector(".hatch path")).stroke,
        ]"""
    )
    assert ground != hatch


def test_paper_has_the_atlas_the_chart_and_the_sources(visit, city):
    page = visit(viewport={"width": 800, "height": 900})
    page.goto("/kim/")
    page.emulate_media(media="print")
    expect(page.locator(".atlas svg")).to_be_visible()
    expect(page.locator(".growth-chart")).to_be_visible()
    expect(page.locator(".atlas-walk")).to_be_hidden()
    expect(page.locator("#sematkan")).to_be_hidden()
    colour = "getComputedStyle(document.querySelector('.hex')).printColorAdjust"
    assert page.evaluate(colour) == "exact"


@pytest.fixture
def other_site(live_server):
    """Another site on this machine that has put the frame and the picture on its page."""
    atlas = f"{live_server.url}/kim/atlas"
    body = (
        f'<!doctype html><iframe src="{atlas}/sematan/" width="500" height="700"></iframe>'
        f'<img src="{atlas}.svg?kelurahan=samaan" alt="Atlas">'
    )

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):  # noqa: N802 (the name that http.server asks for)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_frame_and_picture_stand_on_another_site(visit, city, other_site):
    page = visit(viewport=WIDE)
    page.goto(other_site)
    inner = page.frame_locator("iframe")
    expect(inner.get_by_role("heading", name="Atlas KIM Kota Malang")).to_be_visible()
    page.wait_for_function("document.images[0].naturalWidth > 500", timeout=10_000)
    inner.get_by_role("link", name=re.compile("^Samaan, ")).click()
    page.wait_for_url("**/kim/kelurahan/samaan/", timeout=10_000)
