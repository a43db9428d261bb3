"""kim/map_views.py: the geographic map, only where boundaries were loaded."""

import datetime as dt
import re

import pytest
from django.core.management import call_command

from tests.factories import kelurahan, make_kim
from tests.kim.squares import as_text, collection

pytestmark = pytest.mark.django_db


@pytest.fixture
def boundaries(tmp_path):
    file = tmp_path / "batas.geojson"
    file.write_text(as_text(collection()), encoding="utf-8")
    call_command(
        "load_boundaries", str(file), source_name="Peta uji", source_url="https://peta.example/"
    )


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_kim_map_without_boundaries_is_not_found_and_nothing_leads_there(client):
    assert client.get("/kim/peta/").status_code == 404
    for address in ("/kim/", "/kim/kelurahan/samaan/"):
        assert "/kim/peta/" not in get(client, address)
        assert "Batas wilayah" not in get(client, address)


def test_kim_map_has_a_link_with_name_and_state_for_every_kelurahan(client, boundaries):
    make_kim(published=True, name="KIM Samaan", kelurahan=kelurahan("Samaan"))
    make_kim(name="KIM Rahasia", kelurahan=kelurahan("Kasin"))
    page = get(client, "/kim/peta/")
    places = re.findall(r'<a href="(/kim/kelurahan/[^"]+)" class="hex kec-\w+ is-(\w+)"', page)
    assert len({address for address, _ in places}) == len(places) == 57
    assert dict(places)["/kim/kelurahan/samaan/"] == "active"
    assert dict(places)["/kim/kelurahan/kasin/"] == "none"
    assert 'aria-label="Samaan, Kecamatan Klojen: KIM Samaan (terbentuk)"' in page
    assert 'aria-label="Kasin, Kecamatan Klojen: belum tercatat"' in page
    assert "KIM Rahasia" not in page
    assert 'href="https://peta.example/"' in page


def test_kim_map_marks_every_state_by_more_than_colour(client, boundaries):
    day = dt.date(2020, 1, 1)
    for name, kind in (("Samaan", "dormant"), ("Kasin", "proposed"), ("Jodipan", "dissolved")):
        make_kim(published=True, kelurahan=kelurahan(name), milestones=[(kind, day)])
    page = get(client, "/kim/peta/")
    assert 'class="hatched"' in page and "<circle" in page
    assert re.search(r'is-dissolved".*?class="cross"', page)


def test_kim_map_shows_the_day_asked_for(client, boundaries):
    make_kim(
        published=True,
        kelurahan=kelurahan("Samaan"),
        milestones=[("formed", dt.date(2021, 5, 1))],
    )
    assert "is-active" not in get(client, "/kim/peta/?pada=2021-04-30").split("</svg>")[2]
    page = get(client, "/kim/peta/?pada=2021-05-01")
    assert re.search(r'/samaan/" class="hex kec-klojen is-active"', page)
    assert "1 Mei 2021" in page
    assert 'href="/kim/?pada=2021-05-01"' in page
    assert "/kim/peta/?pada=2021-12-31" in page


@pytest.mark.parametrize("value", ["x", "²", "9" * 300, "2999-01-01"])
def test_kim_map_answers_nonsense_with_a_notice(client, boundaries, value):
    assert "Yang tampil adalah keadaan hari ini" in get(client, f"/kim/peta/?pada={value}")


def test_kim_map_costs_few_queries_and_takes_no_post(
    client, boundaries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        get(client, "/kim/peta/")
    assert client.post("/kim/peta/").status_code == 405


def test_atlas_and_kelurahan_lead_to_the_map_once_it_is_there(client, boundaries):
    assert 'href="/kim/peta/"' in get(client, "/kim/")
    assert 'href="/kim/peta/?pada=2021-05-01"' in get(client, "/kim/?pada=2021-05-01")
    page = get(client, "/kim/kelurahan/samaan/")
    assert "Garis batas Kelurahan Samaan" in page
    assert 'href="/kim/peta/"' in page
    assert "Garis skala 200 meter" in page
    assert "Peta uji" in page
