"""The demo content, as stories that should be clean."""

import pytest

from malangnews.demo.loading import load_all


@pytest.fixture
def demo(db) -> None:
    load_all()
