import pytest

from malangnews.news.checks.abbreviations import abbreviation_never_written_out
from tests.news.checks.manuscripts import found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acara di MCC, lalu MCC lagi.", "MCC"),
        ("Pada ajang AMH 2023 diraih juara.", "AMH"),
        ("Kepala DLH hadir (kemarin).", "DLH"),
    ],
)
def test_abbreviation_never_written_out_is_found_once(text, words):
    assert found(abbreviation_never_written_out, text) == [(words, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Di Malang Creative Center (MCC). MCC ramai.",
        "Anugerah Media Humas diadakan; AMH ramai.",
        "AMH (Anugerah Media Humas) ramai.",
        "Warga RT 3 RW 5, UMKM, KIM, PNS, dan ASN; Covid-19 dan COVID-19.",
        "Terbaik I, Juara II, Harapan III, peringkat XIV.",
        "Wahyu Hidayat, MM, dan M. Nur Widianto.",
        "Keputusan 188.45/ABC/2020, kendaraan N-ABC, JatimTIMES.",
        "Papan bertuliskan SELAMAT DATANG.",
    ],
)
def test_known_and_explained_abbreviations_are_left_in_peace(text):
    assert found(abbreviation_never_written_out, text) == []
