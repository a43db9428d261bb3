"""The document is valid OpenAPI 3.1, in Indonesian, and tells of every answer."""

import json

import pytest
from django.urls import get_resolver
from schemathesis.specs.openapi import definitions

from malangnews.api.catalogue import RESOURCES
from malangnews.api.document import document

METHODS = {"get"}
TOLD = {"200", "304", "422", "429"}


@pytest.fixture
def told() -> dict:
    return json.loads(json.dumps(document()))


def operations(told):
    return [(path, one) for path, methods in told["paths"].items() for one in methods.values()]


def test_document_is_valid_openapi_31(told):
    assert told["openapi"].startswith("3.1")
    assert list(definitions.OPENAPI_31_VALIDATOR.iter_errors(told)) == []


def test_fault_in_the_document_would_be_seen(told):
    del told["info"]["title"]
    told["paths"]["/api/v1/kim/"]["get"]["parameters"][0]["in"] = "kuki"
    assert list(definitions.OPENAPI_31_VALIDATOR.iter_errors(told)) != []


def test_document_is_served(client, told):
    answer = client.get("/api/v1/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == told


def test_every_address_of_the_api_is_in_the_document(told):
    entries = get_resolver("malangnews.api.urls").url_patterns
    routes = [f"/{entry.pattern}".replace("<slug>", "{slug}") for entry in entries]
    known = {"/api/v1/", "/api/v1/openapi.json", "/api/<path:rest>"}
    wanted = {route for route in routes if route.startswith("/api/")} - known
    assert set(told["paths"]) == wanted
    assert len(wanted) == 2 * len(RESOURCES) - 1


def test_only_reading_is_offered(told):
    assert {method for methods in told["paths"].values() for method in methods} == METHODS
    assert "requestBody" not in json.dumps(told)


def test_every_operation_says_what_it_does_and_what_may_go_wrong(told):
    names = [one["operationId"] for _, one in operations(told)]
    assert len(names) == len(set(names))
    for path, one in operations(told):
        assert one["summary"] and one["description"] and one["tags"], path
        assert set(one["responses"]) >= TOLD, path
        assert ("404" in one["responses"]) is True, path
        assert one["responses"]["429"]["headers"]["Retry-After"], path
        for status, answer in one["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, status)


def test_every_parameter_and_field_is_explained(told):
    for path, one in operations(told):
        for parameter in one["parameters"]:
            assert parameter["description"], (path, parameter["name"])
    for name, schema in told["components"]["schemas"].items():
        for field, words in schema["properties"].items():
            assert words.get("description"), (name, field)


def test_licence_is_named_and_nobody_is(told):
    assert told["info"]["license"]["name"] == "CC BY 4.0"
    assert "contact" not in told["info"]
    assert "security" not in told
    assert "testserver" not in json.dumps(told)
