"""What the font can draw, and where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.cards.lettering import FONT, Style, drawable, ink, picture_of, width_of, wrap

BODY = Style(500, 30)


def test_font_of_the_cards_is_the_font_of_the_site():
    assert FONT.read_bytes()[:4] == b"\x00\x01\x00\x00"
    assert Style(800, 30).font.getname()[0] == "Plus Jakarta Sans"
    assert width_of("Terbaik", Style(800, 30)) > width_of("Terbaik", Style(300, 30))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Diskominfo Kota Malang", "Diskominfo Kota Malang"),
        ("dua  spasi\u00a0dan\nbaris\x00baru", "dua spasi dan barisbaru"),
        ("Juara 🏆 Umum", "Juara Umum"),
        ("漢字 malang", "malang"),
        ("שלום مرحبا", ""),
        ("Ŝtato Būmi Ạ", "Stato Būmi Ạ"),
        ("é café ñ ß æ", "é café ñ ß æ"),
        ("kanan\u202eke\u200bkiri", "kanankekiri"),
        ("“Terbaik” – I…", "“Terbaik” – I…"),
        ("non\u2011putus", "non-putus"),
        ("", ""),
    ],
)
def test_only_what_the_font_has_is_drawn(text, shown):
    assert drawable(text) == shown


@given(st.text(max_size=80))
def test_no_text_draws_the_empty_box(text):
    shown = drawable(text)
    assert drawable(shown) == shown
    assert shown == " ".join(shown.split())


def test_lines_are_broken_between_words_and_of_about_one_length():
    text = "Kementerian Perencanaan Pembangunan Nasional dan Badan Perencanaan"
    found = wrap(text, BODY, 600)
    assert " ".join(found.lines) == text
    assert len(found.lines) == 2
    widths = [width_of(line, BODY) for line in found.lines]
    assert max(widths) - min(widths) < 200
    assert not found.is_broken


def test_word_wider_than_a_line_is_cut_and_loses_nothing():
    found = wrap("x" * 90, BODY, 300)
    assert found.is_broken
    assert "".join(found.lines) == "x" * 90
    hyphened = wrap("Kabupaten/Kota-se-Jawa-Timur-dan-Bali", Style(500, 40), 420)
    assert hyphened.lines[0].endswith(("-", "/"))


@given(
    st.text(st.characters(codec="utf-8"), max_size=120),
    st.integers(8, 90),
    st.integers(120, 700),
    st.sampled_from([500, 700, 800]),
)
def test_no_line_is_wider_than_its_room(text, size, width, weight):
    style = Style(weight, size)
    found = wrap(drawable(text), style, width)
    assert all(width_of(line, style) <= width for line in found.lines)
    assert "".join("".join(found.lines).split()) == "".join(drawable(text).split())


def test_picture_of_a_line_covers_its_ink():
    left, top, right, bottom = ink("Ågj", BODY)
    picture = picture_of("Ågj", BODY)
    assert picture.size == (right - left, bottom - top)
    assert picture.getbbox() is not None
