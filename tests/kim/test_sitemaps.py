"""kim/sitemaps.py: what search engines are told of the room."""

import re

import pytest
from django.utils.timezone import localdate

from kim.models import Kelurahan
from tests.factories import make_article, make_kim, make_potential

pytestmark = pytest.mark.django_db


def addresses(client, section: str) -> str:
    response = client.get(f"/sitemap-{section}.xml")
    assert response.status_code == 200
    return response.content.decode()


def test_sitemap_of_kim_lists_public_groups_with_their_last_change(client):
    kim = make_kim(published=True)
    hidden = [make_kim(state=state) for state in ("draft", "review", "scheduled", "withdrawn")]
    page = addresses(client, "kim")
    assert f"{kim.get_absolute_url()}</loc><lastmod>{localdate(kim.updated_at):%Y-%m-%d}" in page
    for other in hidden:
        assert other.get_absolute_url() not in page


def test_sitemap_of_potentials_lists_public_ones(client):
    potential = make_potential(published=True)
    hidden = make_potential()
    page = addresses(client, "potensi")
    assert potential.get_absolute_url() in page
    assert hidden.get_absolute_url() not in page


def test_sitemap_lists_all_places_and_the_ways_in(client):
    assert addresses(client, "kelurahan").count("<loc>") == 57
    assert addresses(client, "kecamatan").count("<loc>") == 5
    assert addresses(client, "atlas").count("<loc>") == 2


def lastmods(client, section: str) -> dict[str, str]:
    found = re.findall(r"testserver(\S+?)</loc>(?:<lastmod>(\S{10}))?", addresses(client, section))
    return dict(found)


def test_places_without_anything_claim_no_date(client):
    assert set(lastmods(client, "kelurahan").values()) == {""}


def test_place_is_as_young_as_what_its_page_shows(client):
    told, other = Kelurahan.objects.all()[:2]
    story = make_article(published=True)
    story.kelurahan.add(told)
    dates = lastmods(client, "kelurahan")
    assert dates[told.get_absolute_url()] == "2023-11-06"
    assert dates[other.get_absolute_url()] == ""
    assert lastmods(client, "kecamatan")[told.kecamatan.get_absolute_url()] == "2023-11-06"
    make_potential(published=True, kelurahan=other)
    assert lastmods(client, "kelurahan")[other.get_absolute_url()] == f"{localdate():%Y-%m-%d}"


def test_every_place_is_as_young_as_the_atlas(client):
    kim = make_kim(published=True)
    dates = set(lastmods(client, "kelurahan").values())
    assert dates == {f"{localdate(kim.updated_at):%Y-%m-%d}"}
