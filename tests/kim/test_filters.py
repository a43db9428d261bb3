"""kim/filters.py: filters of the potentials, with counts that hold."""

import itertools

import pytest
from django.http import QueryDict

from kim.filters import KINDS, OPEN_PLACES, kind_address, read_filter
from kim.models import Kelurahan, Potential
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
    "query",
    [
        "",
        "jenis=kuliner",
        "kecamatan=klojen",
        "jenis=kuliner&kecamatan=klojen",
        "kelurahan=kasin",
        "jenis=kuliner&kelurahan=kasin",
        "kecamatan=klojen&kelurahan=kasin",
    ],
)
def test_every_count_is_what_its_link_shows(potentials, query):
    rows = Potential.objects.published()
    for facet in read_filter(QueryDict(query)).facets(rows):
        for option in facet["options"] + facet.get("more", []):
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
    chosen = read_filter(QueryDict("jenis=craft&kecamatan=surabaya&kelurahan=gubeng"))
    assert (chosen.kind, chosen.kecamatan, chosen.kelurahan) == ("", "", "")
    assert not chosen.is_narrowed
    assert len(chosen.notices) == 3
    assert chosen.query == ""


def test_the_kelurahan_with_the_most_stand_open_and_the_chosen_one_with_them():
    names = [row.name for row in Kelurahan.objects.order_by("name")[: OPEN_PLACES + 2]]
    for number, name in enumerate(names):
        for _ in range(2 if number else 1):
            make_potential(published=True, kelurahan=kelurahan(name))
    facet = read_filter(QueryDict("")).facets(Potential.objects.published())[2]
    assert [option["label"] for option in facet["options"]] == names[1 : OPEN_PLACES + 1]
    assert [option["label"] for option in facet["more"]] == [names[0], names[-1]]
    chosen = QueryDict(f"kelurahan={kelurahan(names[0]).slug}")
    facet = read_filter(chosen).facets(Potential.objects.published())[2]
    (selected,) = [option for option in facet["options"] if option["selected"]]
    assert (selected["label"], selected["count"]) == (names[0], 1)


def test_words_and_address_say_all_that_was_chosen():
    chosen = read_filter(QueryDict("jenis=kuliner&kecamatan=klojen&kelurahan=kasin"))
    assert chosen.words == "Kuliner, Kecamatan Klojen, Kelurahan Kasin"
    assert chosen.query == "?jenis=kuliner&kecamatan=klojen&kelurahan=kasin"
