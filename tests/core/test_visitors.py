import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from malangnews.core.visitors import keep_private, reader


@pytest.fixture
def request_():
    request = RequestFactory().get("/")
    request.user = object()
    return request


def test_reader_without_a_session_is_anonymous_and_costs_nothing():
    request = RequestFactory().get("/")  # no user attribute: touching it would fail
    assert reader(request).is_anonymous


def test_reader_with_a_session_is_the_user(request_):
    request_.COOKIES["sessionid"] = "x" * 32
    assert reader(request_) is request_.user


def test_other_cookies_make_no_session(request_):
    request_.COOKIES["tema"] = "gelap"
    assert reader(request_).is_anonymous


def test_private_page_is_kept_by_nobody():
    response = keep_private(HttpResponse())
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
