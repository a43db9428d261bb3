"""kim/days.py: the day that an address asks for."""

import datetime as dt

import pytest

from kim.days import asked_day, walk_of, year_links

TODAY = dt.date(2023, 11, 6)


@pytest.mark.parametrize("text", ["", "  ", "2023-11-06"])
def test_asked_day_is_today_without_a_notice(text):
    asked = asked_day(text, TODAY)
    assert (asked.day, asked.notice, asked.is_today) == (TODAY, "", True)


def test_asked_day_takes_a_day_of_the_past():
    asked = asked_day(" 2022-12-07 ", TODAY)
    assert asked.day == dt.date(2022, 12, 7)
    assert not asked.is_today
    assert not asked.notice


@pytest.mark.parametrize(
    "text",
    [
        "kemarin",
        "2022-13-01",
        "2023-02-29",
        "07/12/2022",
        "2022-12-7",
        "²022-12-07",
        "-1",
        "9" * 99,
    ],
)
def test_asked_day_that_makes_no_sense_gives_today_and_says_how_to_write_it(text):
    asked = asked_day(text, TODAY)
    assert asked.day == TODAY
    assert "tidak terbaca" in asked.notice
    assert "2022-12-07" in asked.notice


def test_asked_day_in_the_future_gives_today_and_says_so():
    asked = asked_day("2023-11-07", TODAY)
    assert asked.day == TODAY
    assert asked.notice.startswith("7 November 2023 belum tiba")


def test_year_links_offer_the_ends_of_past_years_and_today():
    links = year_links([2014, 2022, 2023], asked_day("2022-12-31", TODAY))
    assert [(link["label"], link["selected"]) for link in links] == [
        ("2014", False),
        ("2022", True),
        ("Hari ini", False),
    ]
    assert links[0]["url"] == "/kim/?pada=2014-12-31"
    assert links[-1]["url"] == "/kim/"


def test_asked_day_is_asked_again_by_its_query():
    assert asked_day("", TODAY).query == ""
    assert asked_day("2022-12-07", TODAY).query == "?pada=2022-12-07"


def days(*texts):
    return [dt.date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("", "?pada=2022-12-07", ""),
        ("2022-12-07", "?pada=2014-03-12", "?pada=2023-11-06"),
        ("2020-01-01", "?pada=2014-03-12", "?pada=2022-12-07"),
        ("2000-01-01", "", "?pada=2014-03-12"),
    ],
)
def test_walk_leads_to_the_changes_before_and_after(asked, before, after):
    walk = walk_of(days("2014-03-12", "2022-12-07"), asked_day(asked, TODAY))
    assert walk.before_url == (before and f"/kim/{before}")
    assert walk.after_url == (after and f"/kim/{after}")
    assert walk.words == "2014-03-12 2022-12-07 2023-11-06"


def test_walk_stops_at_today_however_far_the_record_reaches():
    walk = walk_of(days("2023-11-06", "2024-01-01"), asked_day("", TODAY))
    assert walk.words == "2023-11-06"
    assert (walk.before_url, walk.after_url) == ("", "")
