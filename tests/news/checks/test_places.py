import pytest

from malangnews.news.checks.places import dateline_in_body, kelurahan_in_kecamatan
from tests.news.checks.manuscripts import found


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("Warga Kelurahan Samaan, Kecamatan Sukun.", "Kecamatan Sukun", "Kecamatan Klojen"),
        ("Warga Samaan di Kecamatan Sukun.", "Kecamatan Sukun", "Kecamatan Klojen"),
        ("Kelurahan Rampal Celaket (Kec. Blimbing)", "Kec. Blimbing", "Kec. Klojen"),
        ("Kelurahan Sukun, Kecamatan Klojen", "Kecamatan Klojen", "Kecamatan Sukun"),
        ("KIM Lestari Tunjungsekar, Kecamatan Klojen", "Kecamatan Klojen", "Kecamatan Lowokwaru"),
    ],
)
def test_wrong_kecamatan_is_found(text, words, mend):
    assert found(kelurahan_in_kecamatan, text) == [(words, mend)]


@pytest.mark.parametrize(
    "text",
    [
        "Warga Kelurahan Samaan, Kecamatan Klojen.",
        "Oro-Oro Dowo (Kecamatan Klojen) dan Kotalama di Kecamatan Kedungkandang.",
        "Di Kecamatan Klojen, Kecamatan Sukun, dan Kecamatan Blimbing.",
        "Kelurahan Tunjungsekar dan Samaan, Kecamatan Lowokwaru dan Klojen.",
        "Warga Samaan dan Kecamatan Sukun.",
    ],
)
def test_right_kecamatan_is_left_in_peace(text):
    assert found(kelurahan_in_kecamatan, text) == []


def test_without_known_places_nothing_is_said():
    assert found(kelurahan_in_kecamatan, "Samaan, Kecamatan Sukun", kelurahan=()) == []


def test_dateline_of_the_text_that_is_not_the_field_is_found():
    text = "Lowokwaru (malangkota.go.id) – Sebelum apel pagi."
    assert found(dateline_in_body, text) == [("Lowokwaru", "Klojen")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Klojen (malangkota.go.id) – Sebelum apel.", "Klojen"),
        ("KLOJEN, (malangnews) - Sebelum apel.", "Klojen"),
        ("Lowokwaru (malangnews) – Sebelum apel.", ""),
        ("Sebelum apel pagi (yang ramai) – seperti biasa.", "Klojen"),
    ],
)
def test_dateline_as_in_the_field_is_left_in_peace(text, place):
    assert found(dateline_in_body, text, dateline_place=place) == []
