"""Cards on another site, and what readers do with a page, in a browser."""

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from malangnews.core.frames import frame_line, list_size, size_of
from tests import factories as make
from tests.browser.desk import KEEPS_COPIES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
LONG = "Perajin gerabah Penanggungan memamerkan karya terbaru di Balai Kota Malang sepanjang pekan"


@pytest.fixture
def cards() -> dict[str, tuple[str, int]]:
    """Kind -> (path of a card with long words, height of its frame)."""
    place = make.kelurahan("Bandungrejosari")
    for _ in range(6):
        make.make_article(published=True, title=LONG, kelurahan=[place])
    kim = make.make_kim(published=True, name="KIM Bandungrejosari Sejahtera", kelurahan=place)
    story = make.make_article(
        published=True, title=LONG, rubric=make.make_rubric(name="Potensi kelurahan")
    )
    make.make_byline(story, "writer", kim=kim)
    award = make.make_award(
        published=True, category="Media Audiovisual Tingkat Nasional", recipients=[kim]
    )
    return {
        "story": (f"/sematan/berita/{story.slug}/", size_of("story").height),
        "award": (f"/sematan/penghargaan/{award.slug}/", size_of("award").height),
        "kim": (f"/sematan/kim/{kim.slug}/", size_of("kim").height),
        "list": (f"/sematan/kelurahan/{place.slug}/", list_size().height),
    }


def complaints(page) -> list[tuple[str, str]]:
    """What axe finds; it writes styles into the page, which the policy then complains of."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def test_every_card_shows_on_another_site_by_one_line(visit, live_server, cards, other_site):
    lines = [
        frame_line(live_server.url + path, kind, "100%", height)
        for kind, (path, height) in cards.items()
    ]
    page = visit(viewport={"width": 800, "height": 1000})
    page.goto(other_site("".join(lines)))
    for kind in cards:
        frame = page.frame_locator(f'iframe[title="{kind}"]')
        heading = frame.get_by_role("heading", level=1)
        expect(heading).to_be_visible(timeout=10_000)
        assert heading.evaluate("node => getComputedStyle(node).fontWeight") == "800"
    page.frame_locator('iframe[title="list"]').get_by_role("link", name=LONG).first.click()
    page.wait_for_url(f"{live_server.url}/berita/**", timeout=10_000)
    assert page.problems == []


def test_page_itself_does_not_show_on_another_site(visit, live_server, other_site):
    page = visit()
    page.goto(other_site(f'<iframe src="{live_server.url}/berita/"></iframe>'))
    page.wait_for_function("frames.length === 1", timeout=10_000)
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in words for words in page.problems)


def test_card_in_a_sealed_frame_asks_the_site_to_follow_its_link(
    visit, live_server, cards, other_site
):
    """What WordPress does with an oEmbed answer, whose frame may not open links itself."""
    address = f"{live_server.url}{cards['story'][0]}"
    listens = "<script>onmessage = (event) => { window.told = event.data; };</script>"
    page = visit()
    page.goto(other_site(f'{listens}<iframe src="{address}#?secret=abc"></iframe>'))
    page.frame_locator("iframe").get_by_role("link", name=LONG).click()
    page.wait_for_function("window.told", timeout=10_000)
    told = page.evaluate("window.told")
    assert (told["message"], told["secret"]) == ("link", "abc")
    assert urlsplit(told["value"]).path.startswith("/berita/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [280, 480])
def test_cards_fit_their_frames_and_are_for_everyone(visit, cards, width, scheme):
    page = visit(color_scheme=scheme)
    shown = [*cards.values(), ("/sematan/kim/tidak-ada/", size_of("kim").height)]
    for path, height in shown:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate("document.documentElement.scrollHeight") <= height, path
    assert page.problems == []
    for path, _ in shown:
        page.goto(path)
        assert complaints(page) == [], path


def test_card_is_reached_by_keyboard_and_shows_where_it_is(visit, cards):
    page = visit(viewport={"width": 480, "height": 420})
    page.goto(cards["story"][0])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=LONG)).to_be_focused()
    ring = "getComputedStyle(document.activeElement).outlineWidth"
    assert page.evaluate(ring) == "3px"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="malangnews")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_reader_copies_the_link_and_the_line(visit, cards, live_server, width):
    story = cards["story"][0].replace("/sematan", "")
    page = visit(viewport={"width": width, "height": 800}, permissions=["clipboard-write"])
    page.add_init_script(KEEPS_COPIES)
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(story)
    tools = page.get_by_role("region", name="Bagikan")
    tools.get_by_role("button", name="Salin tautan").click()
    expect(tools.get_by_text("Tersalin.")).to_be_visible()
    assert page.evaluate("window.copied") == f"{live_server.url}{story}"
    tools.get_by_text("Sematkan di situs lain").click()
    tools.get_by_role("button", name="Salin baris HTML").click()
    page.wait_for_function("window.copied.startsWith('<iframe src=')", timeout=10_000)
    tools.get_by_role("button", name="Cetak").click()
    assert page.evaluate("window.printed") is True
    link = tools.get_by_role("link", name="Kirim lewat WhatsApp")
    assert link.get_attribute("href").startswith("https://wa.me/?text=")
    for target in (link, *tools.get_by_role("button").all()):
        assert target.bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.problems == []
    assert complaints(page) == []
    page.emulate_media(media="print")
    expect(tools).to_be_hidden()


def test_link_and_line_stand_there_without_scripts(visit, cards, live_server):
    story = cards["story"][0].replace("/sematan", "")
    page = visit(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(story)
    tools = page.get_by_role("region", name="Bagikan")
    expect(tools.get_by_text(f"{live_server.url}{story}", exact=True)).to_be_visible()
    expect(tools.get_by_role("button")).to_have_count(0)
    tools.get_by_text("Sematkan di situs lain").click()
    expect(tools.get_by_text("<iframe src=")).to_be_visible()
    tools.get_by_role("link", name="Cara menyematkan").click()
    page.get_by_label("Kelurahan", exact=True).select_option(label="Bandungrejosari")
    page.get_by_label("Jumlah berita").select_option("2")
    page.get_by_role("button", name="Buat baris HTML").click()
    heading = page.frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_have_text("Berita Kelurahan Bandungrejosari")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_guide_is_for_everyone(visit, cards, width, scheme):
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto("/sematan/?kelurahan=bandungrejosari&jumlah=2")
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.problems == []
    assert complaints(page) == []
