import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory

from malangnews.headers import SecurityHeadersMiddleware, build_policy

ADDRESSES = ["/healthz", "/robots.txt", "/tidak-ada/", "/admin/login/"]
POLICY = "Content-Security-Policy"


def test_policy_is_written_as_browsers_read_it():
    policy = build_policy({"default-src": ["'none'"], "img-src": ["'self'", "data:"]})
    assert policy == "default-src 'none'; img-src 'self' data:"


@pytest.mark.parametrize("word", ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"])
def test_policy_opens_no_door(word):
    assert word not in build_policy(settings.SECURE_CSP)


def test_policy_begins_from_nothing():
    policy = settings.SECURE_CSP
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client, address):
    response = client.get(address)
    assert response[POLICY] == build_policy(settings.SECURE_CSP)
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_view_keeps_a_header_that_it_set_itself():
    own = HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})
    response = SecurityHeadersMiddleware(lambda request: own)(RequestFactory().get("/"))
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response[POLICY]


def test_refusal_at_the_edge_carries_the_policy_too(client):
    assert client.get("/%00")[POLICY] == build_policy(settings.SECURE_CSP)


def test_answer_behind_tls_is_for_tls_only(client):
    response = client.get("/healthz", secure=True)
    assert "max-age=63072000" in response["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in client.get("/healthz")
