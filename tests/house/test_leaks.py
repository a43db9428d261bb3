"""No draft, nothing in review, scheduled or withdrawn is on any public page, feed or sitemap."""

import pytest
from django.apps import apps
from django.test import Client

from kim.querysets import ConsentedQuerySet
from malangnews.core.models import Publishable
from malangnews.core.querysets import PublishableQuerySet
from malangnews.search.index import rebuild
from tests.house import walker, world
from tests.house.leaks import leaks, open_doors, probes

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("house")]


def test_walker_finds_the_public_pages(full):
    for row in full.world.public.values():
        if hasattr(row, "get_absolute_url"):
            assert full.pages[row.get_absolute_url()].status == 200, row
    served = [page for page in full.pages.values() if page.status == 200]
    kinds = {page.headers["Content-Type"].split(";")[0] for page in served}
    assert {"text/html", "text/plain", "application/xml", "image/jpeg"} <= kinds
    assert {"application/rss+xml", "application/atom+xml"} <= kinds


def test_world_holds_every_publishable_model_in_every_state(full):
    models = [model for model in apps.get_models() if issubclass(model, Publishable)]
    assert set(models) == set(world.PUBLISHABLES)
    names = {hidden.name for hidden in full.world.hidden}
    for model in models:
        for state in world.HIDDEN_STATES:
            assert f"{model._meta.model_name} {state}" in names


def test_nothing_hidden_is_shown(full):
    assert leaks(full.world, full.pages) == []


def test_addresses_of_hidden_things_are_closed(full):
    assert open_doors(full.world, full.pages) == []


@pytest.fixture(scope="session")
def gate_open(rolled_back):
    """The same walk with the gates taken off their hinges."""

    def walk():
        made = world.World()
        world.add_public(made)
        world.add_hidden(made)
        with pytest.MonkeyPatch.context() as patch:
            for queryset in (PublishableQuerySet, ConsentedQuerySet):
                patch.setattr(queryset, "published", lambda rows, at=None: rows.all())
            rebuild()
            client = Client(raise_request_exception=False)
            return made, walker.walk(client, probes(made), follow_queries=False)

    return rolled_back(walk)


@pytest.mark.parametrize("state", world.HIDDEN_STATES)
@pytest.mark.parametrize("model", world.PUBLISHABLES)
def test_leak_would_be_seen(gate_open, model, state):
    made, pages = gate_open
    name = f"{model._meta.model_name} {state}"
    assert any(line.endswith(f"shows {name}") for line in leaks(made, pages))
    assert any(line.startswith(f"{name}: ") for line in open_doors(made, pages))


def test_leak_of_a_name_without_consent_would_be_seen(gate_open):
    assert any(line.endswith("shows member without consent") for line in leaks(*gate_open))
