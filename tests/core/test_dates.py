import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.models import Award
from malangnews.core.dates import (
    Precision,
    format_date,
    format_weekday,
    machine_date,
    parse_day,
    period_end,
    settle_dates,
)
from tests import factories

DAY = dt.date(2023, 11, 6)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31))


@pytest.mark.parametrize(
    ("precision", "words", "machine", "end"),
    [
        ("day", "6 November 2023", "2023-11-06", DAY),
        ("month", "November 2023", "2023-11", dt.date(2023, 11, 30)),
        ("year", "2023", "2023", dt.date(2023, 12, 31)),
    ],
)
def test_date_is_written_as_exactly_as_it_is_known(precision, words, machine, end):
    assert format_date(DAY, precision) == words
    assert machine_date(DAY, precision) == machine
    assert period_end(DAY, precision) == end


def test_no_date_is_no_words():
    assert format_date(None) == ""
    assert machine_date(None, "year") == ""


def test_weekday_is_written_in_indonesian():
    assert format_weekday(DAY) == "Senin, 6 November 2023"
    assert format_weekday(dt.date(2026, 5, 1)) == "Jumat, 1 Mei 2026"


@pytest.mark.parametrize(("year", "last"), [(2023, 28), (2024, 29), (1900, 28), (2000, 29)])
def test_month_of_february_ends_on_its_last_day(year, last):
    assert period_end(dt.date(year, 2, 1), "month") == dt.date(year, 2, last)


@given(dates, st.sampled_from(Precision.values))
def test_end_of_a_period_is_in_it_and_stays_where_it_is(day, precision):
    end = period_end(day, precision)
    assert end >= day
    assert period_end(end, precision) == end
    assert format_date(end, precision) == format_date(day, precision)
    assert machine_date(end, precision) == machine_date(day, precision)


@given(dates)
def test_day_is_read_back_from_its_address(day):
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023",
        "2023-02-29",
        "2023-13-01",
        "2023-00-10",
        "2023-1-1",
        "0000-01-01",
        "1899-12-31",
        "3000-01-01",
        "9999-12-31",
        "10000-01-01",
        "-2023-01-01",
        "2023-01-01T00:00",
        "2023-01-01\n",
        " 2023-01-01",
        "２０２３-01-01",
        "²023-01-01",
        "06/11/2023",
        "kemarin",
    ],
)
def test_anything_but_a_plain_day_is_no_day(text):
    assert parse_day(text) is None


@given(st.text())
def test_no_text_breaks_the_reading_of_a_day(text):
    assert parse_day(text) is None or len(text) == 10


def test_settling_moves_dates_to_the_end_of_their_periods():
    award = Award(decided_on=dt.date(2023, 2, 10), decided_on_precision="month")
    settle_dates(award, "decided_on", "conferred_on")
    assert award.decided_on == dt.date(2023, 2, 28)
    assert award.conferred_on is None


@pytest.mark.django_db
def test_saved_fact_stands_at_the_end_of_its_period_and_stays_there():
    figure = factories.make_stated_kim_figure(as_of=dt.date(2022, 5, 3), as_of_precision="year")
    for _ in range(2):
        figure.refresh_from_db()
        assert figure.as_of == dt.date(2022, 12, 31)
        figure.save()


@pytest.mark.django_db
def test_date_may_be_given_as_text_too():
    figure = factories.make_stated_kim_figure(as_of="2022-05-03", as_of_precision="month")
    figure.refresh_from_db()
    assert figure.as_of == dt.date(2022, 5, 31)
