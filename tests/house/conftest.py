"""The full portal, walked once for all house tests of a process."""

from collections import namedtuple
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from malangnews.search.index import rebuild
from tests.house import leaks, walker, world

Walked = namedtuple("Walked", "world pages posted")


@pytest.fixture(scope="session")
def rolled_back(django_db_setup, django_db_blocker) -> Callable:
    """Return a function that runs another against the database and leaves no row behind."""

    def run(function: Callable):
        with django_db_blocker.unblock(), transaction.atomic():
            cache.clear()
            try:
                return function()
            finally:
                transaction.set_rollback(True)

    return run


def walk_full() -> Walked:
    made = world.World()
    world.add_public(made, 2)
    world.add_hidden(made)
    rebuild()
    client = Client(raise_request_exception=False)
    pages = walker.walk(client, leaks.probes(made))
    posted = {
        address: walker.fetch(client, address, "post")
        for address, page in pages.items()
        if page.status == 200 and "?" not in address
    }
    return Walked(made, pages, posted)


@pytest.fixture(scope="session")
def full(rolled_back) -> Walked:
    """Every page of a portal with two of everything public, and everything hidden."""
    return rolled_back(walk_full)


@pytest.fixture(scope="session")
def empty(rolled_back) -> dict[str, walker.Page]:
    """Every page of a portal just set up."""
    return rolled_back(lambda: walker.walk(Client(raise_request_exception=False)))
