"""Whatever is chosen: the list, its order and every count are what a count by hand gives."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awards.facets import facets
from awards.figures import listed_figures
from awards.filters import LABELS, read_filters
from awards.models import Award
from awards.nearest import wider_choices
from awards.survey import Survey
from malangnews.demo.series import analyze
from tests.awards import ledger
from tests.factories import make_stated_award_figure

pytestmark = pytest.mark.django_db

# Most states have few filters, as readers choose them; some have all.
states = st.fixed_dictionaries(
    {
        name: st.one_of(st.just(""), st.just(""), st.sampled_from(values))
        for name, values in ledger.CHOICES.items()
    }
)
orders = st.sampled_from(ledger.ORDERS)
several = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=[1, 2])
def facts(request):
    written = ledger.write(seed=request.param)
    analyze()  # else PostgreSQL plans for the empty tables that the last test left
    return written


def read(chosen: dict[str, str], order: str = ""):
    query = QueryDict(mutable=True)
    query.update({**chosen, "urut": order})
    return read_filters(query)


def chosen_of(state: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in state.items() if value}


def chosen_at(address: str) -> dict[str, str]:
    return {n: v[0] for n, v in parse_qs(urlsplit(address).query).items() if n in LABELS}


@several
@given(state=states, order=orders)
def test_list_and_its_order_equal_those_by_hand(facts, state, order):
    chosen = chosen_of(state)
    filters = read(chosen, order)
    assert filters.notices == []
    expected = ledger.in_order(facts, chosen, order)
    rows = filters.ordered(filters.narrow(Award.objects.published()))
    assert list(rows.values_list("pk", flat=True)) == expected
    listed = Survey(filters).listed()
    assert listed.count() == len(expected)
    step = max(len(expected) // 5, 7)
    pages = [listed[start : start + step] for start in range(0, len(expected), step)]
    assert [award.pk for page in pages for award in page] == expected


@several
@given(state=states)
def test_every_count_equals_a_count_by_hand(facts, state):
    chosen = chosen_of(state)
    survey = Survey(read(chosen))
    assert survey.total == ledger.count(facts, chosen)
    seen = set()
    for facet in facets(survey):
        name, seen = facet["name"], seen | {facet["name"]}
        counts = ledger.count_values(facts, chosen, name)
        offered = {}
        for option in (*facet["options"], *facet["more"]):
            target = chosen_at(option["url"])
            value = chosen[name] if option["selected"] else target[name]
            assert option["selected"] == (chosen.get(name) == value)
            assert {**target, name: ""} == {**chosen, name: ""}
            offered[value] = option["count"]
        assert offered == {value: counts[value] for value in offered}
        assert len(offered) == len(facet["options"]) + len(facet["more"])
        if name != "peringkat":  # a scheme of one place stands once, not twice
            missing = counts.keys() - offered.keys()
            assert len(missing) == facet["left"]
    absent = set(ledger.CHOICES) - {"q"} - seen
    assert not any(ledger.count_values(facts, chosen, name) for name in absent)


@several
@given(state=states)
def test_every_figure_equals_a_count_by_hand_of_the_list_it_leads_to(facts, state):
    chosen = chosen_of(state)
    for figure in listed_figures(Survey(read(chosen))):
        assert figure["value"] == ledger.count(facts, chosen_at(figure["url"]))


@several
@given(state=states)
def test_empty_list_leads_to_the_nearest_ones_that_hold_something(facts, state):
    chosen = chosen_of(state)
    wider = wider_choices(Survey(read(chosen)))
    if ledger.count(facts, chosen) or not chosen:
        assert wider == []
        return
    for keep in (False, True):
        lists = [{n: v for n, v in chosen.items() if (n == name) == keep} for name in chosen]
        counts = sorted(n for n in (ledger.count(facts, left) for left in lists) if n)
        if counts:
            break
    assert [choice.count for choice in wider] == counts
    for choice in wider:
        assert choice.count == ledger.count(facts, chosen_at(choice.url))


@several
@given(state=states, order=orders)
def test_no_state_needs_more_than_ten_queries(facts, state, order, django_assert_max_num_queries):
    make_stated_award_figure(year=2022)
    address = read(chosen_of(state), order).address()
    with django_assert_max_num_queries(10):
        assert Client().get(address).status_code == 200
