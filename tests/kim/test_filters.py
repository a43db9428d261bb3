"""kim/filters.py: filters of the potentials, with counts that hold."""

import itertools

import pytest
from django.http import QueryDict

from kim.filters import KINDS, kind_address, read_filter
from kim.models import Potential
from tests.factories import kelurahan, make_potential

pytestmark = pytest.mark.django_db


@pytest.fixture
def potentials():
    places = [kelurahan(name) for name in ("Samaan", "Kasin", "Polowijen")]
    for number, (place, kind) in enumerate(itertools.product(places, ["food", "arts"])):
        for copy in range(number % 3):
            make_potential(
                published=True, name=f"{kind} {number} {copy}", kelurahan=place, kind=kind
            )
    make_potential(kelurahan=places[0], kind="umkm")


@pytest.mark.parametrize(
    "query", ["", "jenis=kuliner", "kecamatan=klojen", "jenis=kuliner&kecamatan=klojen"]
)
def test_every_count_is_what_its_link_shows(potentials, query):
    rows = Potential.objects.published()
    for facet in read_filter(QueryDict(query)).facets(rows):
        for option in facet["options"]:
            address = option["url"].partition("?")[2]
            if option["selected"]:
                address = query
            assert read_filter(QueryDict(address)).apply(rows).count() == option["count"]


def test_a_chosen_option_leads_back_and_stays_listed_without_rows(potentials):
    chosen = read_filter(QueryDict("jenis=pendidikan"))
    (option,) = [
        o for o in chosen.facets(Potential.objects.published())[0]["options"] if o["selected"]
    ]
    assert (option["label"], option["count"], option["url"]) == ("Pendidikan", 0, "/kim/potensi/")


def test_kinds_have_indonesian_addresses():
    assert kind_address("heritage") == "/kim/potensi/?jenis=cagar-budaya-dan-wisata"
    assert set(KINDS.values()) == set(Potential.Kind)


def test_unknown_filters_are_ignored_with_a_notice():
    chosen = read_filter(QueryDict("jenis=craft&kecamatan=surabaya"))
    assert (chosen.kind, chosen.kecamatan, chosen.is_narrowed) == ("", "", False)
    assert len(chosen.notices) == 2
