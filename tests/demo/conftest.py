"""The demo content, loaded for a test."""

import pytest

from malangnews.demo.loading import load_all
from malangnews.demo.tally import Tally


@pytest.fixture
def demo(db) -> Tally:
    return load_all()
