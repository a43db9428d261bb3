"""The pen that draws the portal's SVG with Pillow."""

import pytest
from django.template.loader import render_to_string
from PIL import Image, ImageChops

from awards.cards.art import NOT_HUNG, art_for
from awards.cards.colours import ROUNDELS, roundel_paint
from awards.cards.paths import dashes, lines, matrix, moved
from awards.cards.vector import stamp
from awards.ranks import Roundel
from malangnews.core.batik import MOTIFS, cloth

VIEW = (0, 0, 40, 40)


def drawn(svg, size=40, ground="white", classes=None, view=VIEW):
    picture = Image.new("RGB", (size, size), ground)
    stamp(picture, svg, (0, 0, size, size), view, classes)
    return picture


def test_path_is_read_as_svg_packs_it():
    assert lines("M1 2L3-4.5.5.25Z") == [[(1, 2), (3, -4.5), (0.5, 0.25), (1, 2)]]
    assert lines("M0 0H4V3M9 9L8 8") == [[(0, 0), (4, 0), (4, 3)], [(9, 9), (8, 8)]]
    curve = lines("M0 0C0 10 10 10 10 0S20-10 20 0")[0]
    assert curve[-1] == (20, 0)
    assert max(y for _, y in curve) == pytest.approx(7.5)
    assert min(y for _, y in curve) == pytest.approx(-7.5)
    assert lines("m2 2l1 1c0 0 1 1 2 2")[0][-1] == (5, 5)
    with pytest.raises(ValueError, match="unknown path command A"):
        lines("M0 0A5 5 0 0 1 9 9")


def test_moves_are_done_from_right_to_left():
    point = moved([(1, 0)], matrix("translate(10 20) rotate(90) scale(2)"))[0]
    assert point == pytest.approx((10, 22))
    assert moved([(1, 2)], matrix("matrix(-1 0 0 1 120 100)")) == [(119, 102)]
    assert moved([(1, 2)], matrix("")) == [(1, 2)]


def test_dash_of_no_length_is_a_dot():
    assert dashes([(0, 0), (10, 0)], [0, 5]) == [
        [(0, 0), (0, 0)],
        [(5, 0), (5, 0)],
        [(10, 0), (10, 0)],
    ]
    assert dashes([(0, 0), (10, 0)], [4, 2]) == [[(0, 0), (4, 0)], [(6, 0), (10, 0)]]
    assert dashes([(0, 0), (10, 0)], []) == [[(0, 0), (10, 0)]]


def test_shapes_are_painted_where_they_stand():
    svg = '<svg><g fill="#ff0000"><circle cx="10" cy="10" r="8"/></g></svg>'
    picture = drawn(svg)
    assert picture.getpixel((10, 10)) == (255, 0, 0)
    assert picture.getpixel((30, 30)) == (255, 255, 255)
    half = drawn('<svg><path d="M0 0H40V40H0Z" fill="#000" fill-opacity=".5"/></svg>')
    assert half.getpixel((20, 20)) == (127, 127, 127)
    used = drawn(
        '<svg><defs><circle id="a" r="5" fill="#00ff00"/></defs>'
        '<use href="#a" x="30" y="30"/></svg>'
    )
    assert used.getpixel((30, 30)) == (0, 255, 0)
    assert used.getpixel((3, 3)) == (255, 255, 255)
    line = drawn('<svg><path d="M0 20H40" stroke="#0000ff" stroke-width="6"/></svg>')
    assert line.getpixel((20, 20)) == (0, 0, 255)
    assert line.getpixel((20, 26)) == (255, 255, 255)


def test_what_the_pen_does_not_know_is_an_error():
    with pytest.raises(ValueError, match="unknown element ellipse"):
        drawn('<svg><ellipse rx="4" ry="2"/></svg>')


@pytest.mark.parametrize("motif", sorted(set(MOTIFS) - NOT_HUNG))
def test_every_motif_is_drawn_in_its_own_colours(motif):
    piece = next(
        cloth(f"{motif}{n}", "arema")
        for n in range(500)
        if cloth(f"{motif}{n}", "arema").motif == motif
    )
    svg = f"<svg>{render_to_string(piece.template, {'c': piece})}</svg>"
    picture = drawn(svg, 192, piece.ground, view=(0, 0, piece.width, piece.height))
    found = {colour for _, colour in picture.getcolors(192 * 192)}
    wanted = [piece.main, piece.second, piece.spark]
    for colour in wanted:
        assert Image.new("RGB", (1, 1), colour).getpixel((0, 0)) in found, colour


def test_cloths_that_the_pen_cannot_draw_are_never_hung():
    hung = {art_for(f"ajang-{n}", Roundel("gold", "I")).cloth.motif for n in range(400)}
    assert hung == set(MOTIFS) - NOT_HUNG
    assert art_for("amh", Roundel("gold", "I")).cloth == art_for("amh", Roundel("seal", "")).cloth


@pytest.mark.parametrize("form", sorted(ROUNDELS))
def test_every_form_of_roundel_is_drawn(form):
    svg = render_to_string("components/roundel.html", {"roundel": Roundel(form, "")})
    fill, mark = ROUNDELS[form]
    picture = drawn(svg, 96, "#00ff00", roundel_paint(form), (0, 0, 48, 48))
    paint = roundel_paint(form)
    found = {colour for _, colour in picture.getcolors(96 * 96)}
    assert Image.new("RGB", (1, 1), paint["disc"]["fill"]).getpixel((0, 0)) in found
    assert Image.new("RGB", (1, 1), paint["disc"]["stroke"]).getpixel((0, 0)) in found
    assert picture.getpixel((2, 2)) == (0, 255, 0)


def test_forms_of_roundel_differ_without_their_colours():
    paint = roundel_paint("plain")
    pictures = []
    for form in ("gold", "star", "seal", "merit", "crown"):
        svg = render_to_string("components/roundel.html", {"roundel": Roundel(form, "")})
        pictures.append(drawn(svg, 96, "white", paint, (0, 0, 48, 48)))
    for place, one in enumerate(pictures):
        for other in pictures[place + 1 :]:
            assert ImageChops.difference(one, other).getbbox()
