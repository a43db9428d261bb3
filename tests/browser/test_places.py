"""The pages of kelurahan and KIM, the story's small atlas and the map, in a real browser."""

import datetime as dt
import re

import pytest
from django.core.management import call_command

from tests import factories as make
from tests.factories import kelurahan
from tests.kim.squares import as_text, collection

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
A4 = (595, 842)
LONG = "Paguyuban Perajin Gerabah dan Keramik Hias Kampung Wisata"
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Marked tiles of the small atlas, as drawn.
FILLS = "[...document.querySelectorAll('.placing path')].map(n => getComputedStyle(n).fill)"


@pytest.fixture
def story(tmp_path):
    """A kelurahan with much of everything, real boundaries, and a story of two kelurahan."""
    samaan, kasin = kelurahan("Samaan"), kelurahan("Kasin")
    file = tmp_path / "batas.geojson"
    file.write_text(as_text(collection()), encoding="utf-8")
    call_command("load_boundaries", str(file), source_name="Peta uji", verbosity=0)
    weekly = make.make_rubric(cadence="weekly", name="UMKM Of The Week")
    for number in range(3):
        kim = make.make_kim(
            published=True, name=f"KIM {LONG} {number}", kelurahan=samaan, serves=[kasin]
        )
        for kind, year in (("decreed", 2020), ("registered", 2021), ("trained", 2022)):
            make.make_milestone(kim, kind, dt.date(year, 5, 1), document_number="188.45/119/2020")
        make.make_activity(kim, title=f"{LONG}, musyawarah ke-{number}", note=LONG)
        make.make_award(
            published=True, recipients=[kim], edition=make.make_edition(year=2020 + number)
        )
    for number in range(6):
        make.make_potential(published=True, name=f"{LONG} {number}", kelurahan=samaan)
    for number in range(6):
        make.make_article(
            published=True, rubric=weekly, episode=number + 1, title=LONG, kelurahan=[samaan]
        )
    return make.make_article(published=True, kelurahan=[samaan, kasin], kims=[kim], sent_by=kim)


def addresses(story) -> dict[str, str]:
    return {
        "story": story.get_absolute_url(),
        "kim": story.kims.get().get_absolute_url(),
        "kelurahan": "/kim/kelurahan/samaan/",
        "map": "/kim/peta/",
    }


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_pages_of_places_fit_every_screen(visit, story, width):
    page = visit(viewport={"width": width, "height": 800})
    for name, address in addresses(story).items():
        page.goto(address)
        assert not page.evaluate(TOO_WIDE), name
    assert page.problems == []


def test_story_marks_its_kelurahan_apart_from_the_city_in_every_scheme(visit, story):
    for options in (
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"forced_colors": "active"},
    ):
        page = visit(**options)
        page.goto(story.get_absolute_url())
        *city, samaan, kasin = page.evaluate(FILLS)
        assert len(city) == 5
        assert samaan == kasin
        assert samaan not in city, options
        drawing = page.get_by_role("img", name=re.compile("Letak pada atlas 57 kelurahan: "))
        assert drawing.bounding_box()["width"] <= 256


def test_map_is_walked_by_keyboard_and_each_shape_leads_to_its_kelurahan(visit, story):
    page = visit(viewport={"width": 1280, "height": 900})
    page.goto("/kim/peta/")
    page.locator(".map .skip-inside").focus()
    page.keyboard.press("Tab")
    shape = page.locator(".map a.hex:focus")
    assert re.fullmatch(r".+, Kecamatan \w+: .+", shape.get_attribute("aria-label"))
    assert shape.evaluate("node => getComputedStyle(node).strokeWidth") == "8px"
    name = shape.get_attribute("aria-label").split(",")[0]
    page.keyboard.press("Enter")
    page.wait_for_url("**/kim/kelurahan/**")
    assert page.locator("h1").inner_text() == f"Kelurahan {name}"


def test_state_is_seen_on_the_map_in_forced_colours(visit, story):
    page = visit(forced_colors="active")
    page.goto("/kim/peta/")
    look = "node => [getComputedStyle(node).fill, getComputedStyle(node).stroke].join()"
    active = page.locator(".map .is-active").first.evaluate(look)
    none = page.locator(".map .is-none").first.evaluate(look)
    assert active != none


def test_kelurahan_hangs_on_paper_as_two_pages_of_a4(visit, story):
    page = visit(viewport={"width": 680, "height": 1000}, color_scheme="dark")
    page.goto("/kim/kelurahan/samaan/")
    assert not page.locator(".place-printed").is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".masthead", ".foot", ".crumbs", ".cite", ".place-feeds", ".story .cover"):
        assert not page.locator(hidden).first.is_visible(), hidden
    assert "Dicetak dari http" in page.locator(".place-printed").inner_text()
    assert not page.evaluate(TOO_WIDE)
    printed = page.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {A4}
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 2
