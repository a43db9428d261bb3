import pytest

from malangnews.news.checks.names import initials_of_nobody, misspelt_names
from malangnews.news.checks.spelling import distance, nearest
from tests.news.checks.manuscripts import found


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("Warga Kelurahan Saman, Kecamatan Klojen.", "Saman", "Samaan"),
        ("Warga Kelurahan Smaaan Kecamatan Klojen.", "Smaaan", "Samaan"),
        ("Warga Kelurahan Tulus Rejo.", "Tulus Rejo", "Tulusrejo"),
        ("Prestasi KIM Samaam tahun ini.", "Samaam", "Samaan"),
        ("Kelompok Informasi Masyarakat (KIM) Saman.", "Saman", "Samaan"),
        ("KIM Lestari Tunjungseker juara.", "Lestari Tunjungseker", "Lestari Tunjungsekar"),
        ("Warga Tunjungseker juara.", "Tunjungseker", "Tunjungsekar"),
    ],
)
def test_misspelt_name_is_found(text, words, mend):
    assert found(misspelt_names, text) == [(words, mend)]


@pytest.mark.parametrize(
    "text",
    [
        "KIM Samaan dan KIM Purwoagung dari Kelurahan Purwantoro.",
        "Kelurahan Rampal Celaket, Kelurahan Rampalcelaket, Kelurahan Oro-Oro Dowo.",
        "Warga KELURAHAN SAMAAN dan Kelurahan SAMAAN.",
        "Juara III KIM Hackathon 2023 dan KIM Award 2020; KIM Harus Menyatu.",
        "KIM Tunjungsekar dan KIM Tulusrejo.",
        "Kelurahan Saman di Kota Pasuruan.",
        "Pemerintah Kementerian Komunikasi Widianto Penanggungjawab.",
    ],
)
def test_known_and_foreign_names_are_left_in_peace(text):
    assert found(misspelt_names, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Selesai,” pungkasnya. (say/yan)", ["yan"]),
        ("Selesai. (abc/xyz)", ["abc", "xyz"]),
        ("Selesai. (sya)", ["sya"]),
    ],
)
def test_initials_of_nobody_are_found(text, words):
    assert found(initials_of_nobody, text) == [(word, "") for word in words]


@pytest.mark.parametrize(
    "text", ["Selesai. (say/yon)", "Selesai. (yon)\n", "Ia tertawa (haha)", "(abc/xyz) Mulai."]
)
def test_known_initials_are_left_in_peace(text):
    assert found(initials_of_nobody, text) == []


def test_swapped_neighbours_are_one_step():
    assert distance("samaan", "smaaan") == 1
    assert distance("kasin", "kasin") == 0
    assert distance("", "abc") == 3
    assert distance("ca", "abc") == 3


def test_nearest_is_silent_between_two_equally_near():
    assert nearest("Arjosaro", ["Arjosari", "Arjosara"]) == ""
    assert nearest("Arjosaro", ["Arjosari"]) == "Arjosari"
    assert nearest("Arjosari", ["Arjosari"]) == ""
    assert nearest("Orjosari", ["Arjosari"]) == ""
