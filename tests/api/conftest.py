"""A whole portal, made once for each file of tests that only reads it."""

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.house import world


@pytest.fixture(scope="module")
def full_portal(django_db_setup, django_db_blocker) -> world.World:
    """Two of everything public, and everything hidden beside and below it."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        made = world.World()
        world.add_public(made, 2)
        world.add_hidden(made)
        yield made
        transaction.set_rollback(True)
