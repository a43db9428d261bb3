"""Cloths: the same for the same story, small, and valid however often they are drawn."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string

from malangnews.core.batik import DEFAULT_PALETTE, HEMMED, MOTIFS, PALETTES, cloth

KEYS = [f"berita contoh {number}" for number in range(600)]
MOTIF_FILES = Path(__file__).parents[2] / "templates" / "components" / "batik"


def drawn(key, palette=DEFAULT_PALETTE):
    return render_to_string("components/batik/cloth.html", {"cloth": cloth(key, palette)})


def ids_of(markup):
    return re.findall(r'\bid="([^"]+)"', markup)


def test_the_same_key_always_gives_the_same_cloth():
    assert cloth("serah-terima", "sogan") == cloth("serah-terima", "sogan")
    # Pinned: a published story must not change its clothes.
    piece = cloth("serah-terima", "sogan")
    assert (piece.uid, piece.motif) == ("bb37a", "truntum")


def test_the_palette_changes_the_colours_and_not_the_motif():
    pieces = [cloth("serah-terima", palette) for palette in PALETTES]
    assert len({piece.motif for piece in pieces}) == 1
    assert len({piece.ground for piece in pieces}) == len(PALETTES)


def test_an_unknown_palette_gives_the_house_colours():
    assert cloth("serah-terima", "tidak-ada") == cloth("serah-terima", DEFAULT_PALETTE)
    assert cloth("serah-terima", "") == cloth("serah-terima", DEFAULT_PALETTE)


def test_every_motif_is_worn_about_as_often_as_the_others():
    worn = Counter(cloth(key).motif for key in KEYS)
    assert set(worn) == set(MOTIFS)
    assert min(worn.values()) > len(KEYS) / len(MOTIFS) / 2


def test_dark_and_light_grounds_and_hems_occur():
    pieces = [cloth(key) for key in KEYS]
    assert {piece.is_light for piece in pieces} == {True, False}
    assert {piece.has_hem for piece in pieces} == {True, False}
    assert all(piece.motif in HEMMED for piece in pieces if piece.has_hem)


def test_every_motif_has_its_drawing():
    assert {path.stem for path in MOTIF_FILES.glob("*.html")} == {*MOTIFS, "cloth", "_hem"}


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_a_cloth_is_small_complete_and_without_style_attributes(motif):
    pieces = [key for key in KEYS if cloth(key).motif == motif]
    markup = max((drawn(key) for key in pieces), key=len)
    assert len(markup) <= 2600
    assert "style=" not in markup
    assert "None" not in markup
    assert len(ids_of(markup)) == len(set(ids_of(markup)))
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', markup))
    assert used <= set(ids_of(markup))


def test_a_cloth_drawn_twice_on_a_page_keeps_its_ids_apart():
    page = Template('{% load portal %}{% batik "a" "daun" %}{% batik "a" "daun" %}{% batik "b" %}')
    markup = page.render(Context())
    assert markup.count("<svg") == 3
    assert len(ids_of(markup)) == len(set(ids_of(markup)))


def test_ids_stay_apart_across_included_templates():
    page = Template(
        "{% for article in articles %}"
        '{% include "components/cover.html" with article=article only %}'
        "{% endfor %}"
    )
    article = {"slug": "sama", "rubric": {"palette": "terong"}, "lead_photo": None}
    markup = page.render(Context({"articles": [article, article]}))
    assert markup.count("<svg") == 2
    assert len(ids_of(markup)) == len(set(ids_of(markup)))
