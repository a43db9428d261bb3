import datetime as dt

import pytest

from malangnews.news.checks.dates import future_told_as_past, weekday_of_date
from tests.news.checks.manuscripts import found


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("Apel pagi, Selasa (6/11/2023).", "Selasa (6/11/2023)", "Senin (6/11/2023)"),
        ("Apel, Minggu, 6 November 2023.", "Minggu, 6 November 2023", "Senin, 6 November 2023"),
        ("Apel Ahad 6 November 2023.", "Ahad 6 November 2023", "Senin 6 November 2023"),
        ("Jum'at (6/11/2023)", "Jum'at (6/11/2023)", "Senin (6/11/2023)"),
        ("Apel, Selasa (6/11), ramai.", "Selasa (6/11)", "Senin (6/11)"),
        ("Rapat, Rabu (31/11/2023).", "Rabu (31/11/2023)", ""),
        ("Rapat pada 30 Februari 2024.", "30 Februari 2024", ""),
    ],
)
def test_wrong_weekday_or_day_is_found(text, words, mend):
    assert found(weekday_of_date, text) == [(words, mend)]


@pytest.mark.parametrize(
    "text",
    [
        "Apel pagi, Senin (6/11/2023).",
        "Apel pagi, Senin, 6 November 2023.",
        "Apel pagi, Senin (6/11).",
        "Pada hari Jum’at (3/11/2023) dan Jumat (10/11/2023).",
        "Sabtu dan Minggu (11-12/11/2023).",
        "Setiap Selasa ada pasar. Pada 6 November 2023 pasar tutup.",
        "Keputusan 188.45/31/11/2023 dan 99/45/2020.",
        "Selama dua minggu 6 November 2023 diperingati.",
        "Selasa (6/3).",
    ],
)
def test_right_weekday_is_left_in_peace(text):
    assert found(weekday_of_date, text) == []


def test_date_without_year_needs_a_day_to_be_told_from():
    assert found(weekday_of_date, "Selasa (6/11).", event_on=None, published_on=None) == []


def test_future_told_as_past_is_found():
    text = "Wali kota telah menyerahkan piagam pada Senin (13/11/2023). Kemarin cerah."
    assert found(future_told_as_past, text) == [("Senin (13/11/2023)", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Wali kota telah menyerahkan piagam, Senin (6/11/2023).",
        "Panitia mengatakan lomba akan digelar Senin (13/11/2023).",
        "Lomba digelar Senin (13/11/2023). Peserta sudah mendaftar.",
        "Panitia sudah membuka pendaftaran hingga 1 Desember 2023.",
    ],
)
def test_past_and_announced_days_are_left_in_peace(text):
    assert found(future_told_as_past, text) == []


def test_future_is_counted_from_the_day_of_publication():
    text = "Ia telah menyerahkan piagam, Senin (13/11/2023)."
    assert found(future_told_as_past, text, published_on=dt.date(2023, 11, 14)) == []
    assert len(found(future_told_as_past, text, published_on=None)) == 1
    assert found(future_told_as_past, text, published_on=None, event_on=None) == []
