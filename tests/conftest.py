"""What every test may lean on. A test that needs the database says so itself."""

import pytest
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings

# The same examples at every run, on a machine as slow as it likes.
hypothesis_settings.register_profile("house", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("house")


@pytest.fixture(autouse=True)
def _empty_cache():
    """No test reads what another left in the cache."""
    cache.clear()
    yield
    cache.clear()
