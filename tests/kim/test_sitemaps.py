"""kim/sitemaps.py: what search engines are told of the room."""

import pytest
from django.utils.timezone import localdate

from tests.factories import make_kim, make_potential

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
