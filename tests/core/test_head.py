"""core/head.py: what search results show of a page."""

import pytest

from malangnews.core.head import LONGEST, SHORTEST, TITLE, cut, description, document_title


def test_short_title_bears_the_name_of_the_portal():
    assert document_title("Atlas KIM") == "Atlas KIM | malangnews"


def test_title_without_room_for_the_name_stands_alone():
    title = "Rampalcelaket atau Rampal Celaket? Nama yang ditulis dua cara"
    assert document_title(title) == title


def test_long_title_is_cut_between_words():
    title = "Dari Sidoarjo, KIM Samaan pulang sebagai Juara III KIM Hackathon 2023 dan seterusnya"
    told = document_title(title)
    assert told == "Dari Sidoarjo, KIM Samaan pulang sebagai Juara III KIM Hackathon…"
    assert len(told) <= TITLE


def test_page_number_survives_the_cut():
    title = f"Penghargaan Kota Malang, {'kategori panjang ' * 5}".strip()
    told = {document_title(f"{title}, halaman {number}") for number in (2, 3, 14)}
    assert len(told) == 3
    assert all(len(one) <= TITLE and ", halaman " in one for one in told)


def test_word_longer_than_the_line_is_cut_in_two():
    assert document_title("x" * 90) == "x" * 64 + "…"


def test_short_description_says_whose_page_it_is():
    told = description("Semua berita Kota Malang yang bertanda umkm.")
    assert told.startswith("Semua berita Kota Malang yang bertanda umkm. Dari malangnews")
    assert SHORTEST <= len(told) <= LONGEST


def test_long_description_ends_with_a_sentence_where_one_is_long_enough():
    first = "Perajin di lingkungan Betek membuat gerabah, dari alat dapur sampai hiasan taman kota."
    assert description(f"{first} {'Kelas membuat gerabah ' * 5}.") == first


def test_long_description_without_an_end_is_cut_between_words():
    told = description("kata " * 80)
    assert told.endswith("kata…")
    assert len(told) <= LONGEST


@pytest.mark.parametrize("number", [2, 17])
def test_description_of_a_later_page_names_it(number):
    text = "Semua berita Diskominfo dan KIM Kota Malang, yang terbaru lebih dahulu."
    assert description(text, number, 20).startswith(f"Halaman {number} dari 20. Semua")
    assert description(text, 1, 20) == text


@pytest.mark.parametrize("text", ["", " ", "…", "a" * 500, "a " * 500, "?!. " * 100])
def test_nothing_is_ever_longer_than_it_may_be(text):
    assert len(description(text)) <= LONGEST
    assert len(document_title(text)) <= TITLE
    assert len(cut(text, 10)) <= 10
