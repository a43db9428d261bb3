"""The API keeps what its document promises: Schemathesis asks for anything that it allows or
forbids, and looks at every answer."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from malangnews.wsgi import application

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("full_portal"),
    pytest.mark.xdist_group("contract"),
]
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
EXAMPLES = 12
# Without a server between, nobody would unpack what is sent packed.
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture(autouse=True)
def _connection_stays_open():
    """A server lets go of its connection after each answer; here it holds the whole portal."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_answers_are_as_the_document_says(case):
    case.call_and_validate(headers=PLAIN)
