"""kim/naming.py: Kelompok until the regulation of 2024, Komunitas since."""

import datetime as dt

import pytest
from django.utils import timezone

from kim.naming import COMMUNITY, GROUP, long_name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2010, 6, 1), GROUP),
        (dt.date(2024, 9, 4), GROUP),
        (dt.date(2024, 9, 5), COMMUNITY),
        (dt.date(2026, 1, 1), COMMUNITY),
    ],
)
def test_long_name_changes_on_the_day_of_the_regulation(day, name):
    assert long_name(day) == name


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "name"), [("2022-12-07", GROUP), ("2024-09-05", COMMUNITY)])
def test_atlas_calls_kim_by_the_name_of_the_day(client, day, name):
    page = client.get(f"/kim/?pada={day}").content.decode()
    assert f"<h1>{name} menurut kelurahan</h1>" in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/berita/"])
def test_pages_of_today_call_kim_by_the_name_of_today(client, address):
    page = client.get(address).content.decode()
    assert long_name(timezone.localdate()) in page
    assert GROUP not in page
