"""Coming to the desk in a role."""

import pytest

from tests.core.desks import user_of


@pytest.fixture
def enter(client):
    """Log in as a role and return the client."""

    def log_in(role):
        client.force_login(user_of(role))
        return client

    return log_in
