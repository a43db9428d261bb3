import pytest

from malangnews.news.checks.sentences import sentences
from malangnews.news.checks.style import (
    MOST_WORDS,
    doubled_spaces,
    doubled_words,
    file_name_as_alt,
    long_sentence,
)
from tests.news.checks.manuscripts import found


def test_sentence_over_the_limit_is_found_at_its_words():
    long = "Kata" + " kata-kata" * MOST_WORDS + "."
    assert found(long_sentence, f"Pendek. {long} Pendek.") == [(long, "")]


def test_sentence_at_the_limit_is_left_in_peace():
    fits = "Kata" + " kata-kata" * (MOST_WORDS - 1) + "."
    assert found(long_sentence, f"{fits} {fits}\n{fits}") == []


def test_sentences_end_where_a_reader_ends_them():
    text = "Dr. Ir. M. Nur hadir. “Baik,” katanya. Nomor 188.45 berlaku!\nTanpa titik\n(say/yon)"
    assert [text[start:end] for start, end in sentences(text)] == [
        "Dr. Ir. M. Nur hadir.",
        "“Baik,” katanya.",
        "Nomor 188.45 berlaku!",
        "Tanpa titik",
        "(say/yon)",
    ]


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("Warga yang yang hadir.", "yang yang", "yang"),
        ("Di di sana.", "Di di", "Di"),
        ("Ada potensi potensi itu.", "potensi potensi", ""),
    ],
)
def test_doubled_words_are_found(text, words, mend):
    assert found(doubled_words, text) == [(words, mend)]


@pytest.mark.parametrize(
    "text",
    ["Kupu-kupu dan potensi-potensi.", "Oro Oro Dowo", "ada\nada", "yang, yang", "meja-meja meja"],
)
def test_reduplication_and_names_are_left_in_peace(text):
    assert found(doubled_words, text) == []


def test_doubled_space_is_found():
    assert found(doubled_spaces, "Dua  kata dan\xa0 lagi.") == [("  ", " "), ("\xa0 ", " ")]


def test_single_spaces_and_ends_of_lines_are_left_in_peace():
    assert found(doubled_spaces, "Dua kata. \n  Baris baru.  ") == []


@pytest.mark.parametrize(
    "alt",
    ["IMG_20231106.jpg", "IMG-20231106-WA0012", "DSC01234", "apel pagi.JPEG", "foto-1", "image 3"],
)
def test_alt_text_that_is_a_file_name_is_found(alt):
    assert found(file_name_as_alt, "", photo_alts=(alt,)) == [(alt, "")]


@pytest.mark.parametrize(
    "alt",
    [
        "Kepala Diskominfo memegang dua piagam.",
        "Foto 3 anggota KIM Samaan",
        "P3K dan tenda di alun-alun",
        "Logo berkas .jpg pada layar",
    ],
)
def test_words_for_a_picture_are_left_in_peace(alt):
    assert found(file_name_as_alt, "", photo_alts=(alt,)) == []
