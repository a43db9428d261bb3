"""A list of ten costs what a list of one costs, and no page costs more than twelve queries."""

import pytest
from django.test import Client

from kim.models import Kim
from tests.house import walker, world

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]

BUDGET = 12


def costs(pages: dict[str, walker.Page]) -> dict[str, int]:
    return {address: page.queries for address, page in pages.items() if page.status == 200}


def over_budget(pages: dict[str, walker.Page]) -> dict[str, int]:
    return {address: cost for address, cost in costs(pages).items() if cost > BUDGET}


def grown(small: dict[str, walker.Page], large: dict[str, walker.Page]) -> dict[str, tuple]:
    """Return the pages that cost more on the larger portal."""
    before, after = costs(small), costs(large)
    return {
        address: (before[address], after[address])
        for address in before.keys() & after.keys()
        if after[address] > before[address]
    }


def measure() -> tuple[dict[str, walker.Page], dict[str, walker.Page]]:
    """Return the same pages with one of everything, and with ten."""
    made, client = world.World(), Client(raise_request_exception=False)
    world.add_public(made, 1)
    small = walker.walk(client, follow_queries=False)
    world.add_public(made, 9)
    return small, {address: walker.fetch(client, address) for address in costs(small)}


@pytest.fixture(scope="session")
def measured(rolled_back):
    return rolled_back(measure)


def test_no_page_is_over_budget(full, measured):
    assert over_budget(full.pages) == {}
    assert over_budget(measured[1]) == {}


def test_list_of_ten_costs_what_a_list_of_one_costs(measured):
    assert grown(*measured) == {}


def test_larger_portal_really_shows_more(measured):
    small, large = measured
    for address in ("/berita/", "/penghargaan/", "/kim/", "/kim/potensi/", "/sitemap-berita.xml"):
        assert len(large[address].body) > len(small[address].body), address


def test_query_for_each_row_would_be_seen(rolled_back, monkeypatch):
    """A name that asks the database, as a careless __str__ does, makes lists grow and dear."""

    def dear_name(kim):
        return type(kim).objects.values_list("name", flat=True).get(pk=kim.pk)

    monkeypatch.setattr(Kim, "__str__", dear_name)
    small, large = rolled_back(measure)
    assert len(grown(small, large)) > 5
    assert len(over_budget(large)) > 5
