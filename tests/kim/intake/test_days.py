"""Dates as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kim.intake.days import read_day, read_exact, read_past
from kim.months import Dated

TODAY = dt.date(2024, 3, 10)


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2020", "2020-12-31", "year"),
        ("2020-02", "2020-02-29", "month"),
        ("02/2020", "2020-02-29", "month"),
        ("Februari 2020", "2020-02-29", "month"),
        ("feb 2020", "2020-02-29", "month"),
        ("2020-01-14", "2020-01-14", "day"),
        ("2020-01-14 00:00:00", "2020-01-14", "day"),
        ("14/01/2020", "2020-01-14", "day"),
        ("14/1/2020", "2020-01-14", "day"),
        ("14-01-2020", "2020-01-14", "day"),
        ("14.01.2020", "2020-01-14", "day"),
        ("14  Januari\n2020", "2020-01-14", "day"),
        ("5 Nopember 2019", "2019-11-05", "day"),
        ("5 Agt. 2019", "2019-08-05", "day"),
        ("1990", "1990-12-31", "year"),
    ],
)
def test_dates_are_read_with_their_precision(text, day, precision):
    assert read_day(text) == Dated(dt.date.fromisoformat(day), precision)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2020", "31 Februari 2020 tidak ada di kalender"),
        ("29 Februari 2023", "29 Februari 2023 tidak ada di kalender"),
        ("2020-00-10", "Bulan 0 tidak ada"),
        ("01/13/2020", "Bulan 13 tidak ada. Urutannya tanggal, bulan, tahun"),
        ("0/01/2020", "0 Januari 2020 tidak ada"),
        ("1989", "Tahun 1989 tidak mungkin"),
        ("14/01/9999", "Tahun 9999 tidak mungkin: harus antara 1990 dan 2099"),
        ("0000", "Tahun 0 tidak mungkin"),
        ("14/01/20", "Tulis tahunnya dengan empat angka"),
        ("14 Brumaire 2020", "“Brumaire” bukan nama bulan"),
        ("43904", "“43904” bukan tanggal. Tulis seperti 14/01/2020"),
        ("kemarin", "“kemarin” bukan tanggal"),
        ("٢٠٢٠", "bukan tanggal"),
    ],
)
def test_impossible_dates_are_told_why(text, words):
    with pytest.raises(ValueError, match=words):
        read_day(text)


def test_what_is_still_to_come_has_not_happened():
    assert read_past("2024", TODAY).precision == "year"
    assert read_past("Maret 2024", TODAY).day == dt.date(2024, 3, 31)
    for text in ("11/03/2024", "April 2024", "2025"):
        with pytest.raises(ValueError, match="belum tiba"):
            read_past(text, TODAY)


def test_an_exact_date_is_known_by_the_day():
    assert read_exact("10/03/2024", TODAY) == TODAY
    with pytest.raises(ValueError, match="Tulis tanggal lengkap"):
        read_exact("2020", TODAY)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_a_date_is_read_back_as_it_is_shown(day):
    assert read_day(str(Dated(day))).day == day
    assert read_day(day.strftime("%d/%m/%Y")).day == day
    assert read_day(day.isoformat()).day == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        assert read_day(text).day.year >= 1990
    except ValueError as error:
        assert str(error)
