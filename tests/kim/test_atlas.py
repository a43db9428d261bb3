"""The hex atlas: every name inside its tile, every border between kecamatan, one tile a place."""

import csv
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from kim import atlas as drawing
from kim.atlas import build_atlas, fits, text_width, wrap_label

KELURAHAN = Path(__file__).parents[2] / "kim" / "data" / "kelurahan.csv"
with KELURAHAN.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@dataclass
class Tile:
    name: str
    hex_column: int
    hex_row: int
    kecamatan: str = "Klojen"
    state: str = "active"
    state_label: str = "Terbentuk"
    kim_names: list = field(default_factory=list)

    @property
    def slug(self):
        return self.name.lower().replace(" ", "-")

    @property
    def kecamatan_slug(self):
        return self.kecamatan.lower()

    @property
    def url(self):
        return f"/kim/kelurahan/{self.slug}/"


def city(**changes):
    return [
        Tile(row["name"], int(row["hex_column"]), int(row["hex_row"]), row["kecamatan"], **changes)
        for row in ROWS
    ]


def test_the_city_has_57_kelurahan():
    assert len(ROWS) == 57


@pytest.mark.parametrize("name", [row["name"] for row in ROWS])
def test_every_name_stays_clear_of_the_edge_of_its_tile(name):
    lines = wrap_label(name)
    assert fits(lines), lines
    letters = re.compile(r"[^-\s]")
    assert letters.findall("".join(lines)) == letters.findall(name)


@pytest.mark.parametrize(
    "name, lines",
    [
        ("Klojen", ["Klojen"]),
        ("Tunjungsekar", ["Tunjung-", "sekar"]),
        ("Rampalcelaket", ["Rampal-", "celaket"]),
        ("Kedungkandang", ["Kedung-", "kandang"]),
        ("Lowokwaru", ["Lowok-", "waru"]),
        ("Madyopuro", ["Madyo-", "puro"]),
        ("Oro-oro Dowo", ["Oro-oro", "Dowo"]),
    ],
)
def test_names_part_at_their_joints(name, lines):
    assert wrap_label(name) == lines


def test_a_name_that_cannot_fit_is_reported():
    assert not fits(wrap_label("Wwwwwwwwwwwwwwwwwwww"))


def test_an_unknown_letter_counts_as_the_widest():
    assert text_width("ß") == max(map(text_width, drawing.ADVANCES))


def test_odd_rows_stand_half_a_tile_to_the_right():
    (x0, y0), (x1, y1) = drawing.centre(3, 0), drawing.centre(3, 1)
    assert x1 - x0 == pytest.approx(drawing.WIDTH / 2)
    assert y1 - y0 == pytest.approx(1.5 * drawing.RADIUS)


def test_tiles_do_not_overlap_and_lie_inside_the_picture():
    atlas = build_atlas(city())
    left, top, width, height = map(float, atlas.view_box.split())
    centres = [(float(hexagon.x), float(hexagon.y)) for hexagon in atlas.hexagons]
    assert len(set(centres)) == 57
    for x, y in centres:
        assert left + drawing.WIDTH / 2 <= x <= left + width - drawing.WIDTH / 2
        assert top + drawing.RADIUS <= y <= top + height - drawing.RADIUS


def test_the_keyboard_walks_row_by_row():
    places = [(h.tile.hex_row, h.tile.hex_column) for h in build_atlas(city()).hexagons]
    assert places == sorted(places)


def test_the_tile_of_the_page_is_marked():
    atlas = build_atlas(city(), current="samaan")
    assert atlas.current.tile.name == "Samaan"
    assert [h.tile.slug for h in atlas.hexagons if h.is_current] == ["samaan"]
    assert build_atlas(city()).current is None


def test_a_border_is_drawn_once_and_only_between_different_kecamatan():
    same = [Tile("A", 0, 0), Tile("B", 1, 0)]
    assert build_atlas(same).borders == ""
    different = [Tile("A", 0, 0), Tile("B", 1, 0, kecamatan="Sukun"), Tile("C", 0, 1)]
    assert build_atlas(different).borders.count("M") == 2


def test_a_border_runs_along_the_edge_between_its_tiles():
    path = build_atlas([Tile("A", 0, 0), Tile("B", 1, 0, kecamatan="Sukun")]).borders
    x1, y1, x2, y2 = map(float, re.findall(r"-?[\d.]+", path))
    assert x1 == x2 == pytest.approx(drawing.WIDTH, abs=0.1)
    assert sorted((y1, y2)) == pytest.approx([drawing.RADIUS / 2, drawing.RADIUS * 1.5], abs=0.1)


def test_titles_say_what_stands_there():
    with_kim = Tile("Samaan", 0, 0, kim_names=["KIM Samaan"])
    without = Tile("Bareng", 1, 0, state="none", state_label="Belum tercatat")
    first, second = build_atlas([with_kim, without]).hexagons
    assert first.title == "Samaan, Kecamatan Klojen: KIM Samaan (terbentuk)"
    assert second.title == "Bareng, Kecamatan Klojen: belum tercatat"


def test_no_tiles_make_an_empty_picture():
    atlas = build_atlas([])
    assert atlas.hexagons == ()
    assert atlas.borders == ""


@pytest.mark.parametrize("state", ["active", "in_process", "dormant", "dissolved", "none"])
def test_every_state_is_drawn_with_links_and_titles(state):
    atlas = build_atlas(city(state=state))
    markup = render_to_string("components/atlas.html", {"atlas": atlas})
    assert markup.count('<a href="/kim/kelurahan/') == 57
    assert markup.count("<title>") == 57
    assert f"is-{state}" in markup
    assert "style=" not in markup


def test_the_small_atlas_has_no_labels_and_marks_the_place():
    atlas = build_atlas(city(), current="samaan")
    markup = render_to_string("components/atlas.html", {"atlas": atlas, "small": True})
    assert "<text" not in markup
    assert markup.count('aria-current="true"') == 1
    assert "atlas-here" in markup
