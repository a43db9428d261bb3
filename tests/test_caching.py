import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from malangnews.caching import ERROR, PRIVATE, PUBLIC, CacheControlMiddleware

SESSION = {"sessionid": "x" * 32}


def answer(response=None, method="get", cookies=()):
    request = getattr(RequestFactory(), method)("/")
    request.COOKIES.update(cookies)
    made = response or HttpResponse("isi")
    return CacheControlMiddleware(lambda _: made)(request)["Cache-Control"]


def test_page_for_everybody_may_be_kept_for_a_minute():
    assert answer() == answer(method="head") == PUBLIC
    assert "s-maxage=60" in PUBLIC


@pytest.mark.parametrize("status", [400, 404, 410, 500, 503])
def test_error_is_kept_for_seconds_only(status):
    assert answer(HttpResponse(status=status)) == ERROR


@pytest.mark.parametrize("status", [200, 404])
def test_page_made_for_a_session_is_not_shared(status):
    assert answer(HttpResponse(status=status), cookies=SESSION) == PRIVATE


def test_other_cookies_change_nothing():
    assert answer(cookies={"tema": "gelap"}) == PUBLIC


def test_page_that_sets_a_cookie_is_not_shared():
    response = HttpResponse()
    response.set_cookie("apa", "saja")
    assert answer(response) == PRIVATE


def test_answer_to_a_form_is_not_shared():
    assert answer(method="post") == PRIVATE


def test_view_keeps_what_it_said_itself():
    assert (
        answer(HttpResponse(headers={"Cache-Control": "no-store"}), cookies=SESSION) == "no-store"
    )


def test_health_is_never_kept(client):
    assert client.get("/healthz")["Cache-Control"] == "no-store"


def test_unchanged_page_is_not_sent_again(client):
    first = client.get("/robots.txt")
    assert first["Cache-Control"] == PUBLIC
    again = client.get("/robots.txt", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == PUBLIC


@pytest.mark.django_db
def test_login_page_is_kept_by_nobody(client):
    control = client.get("/admin/login/")["Cache-Control"]
    assert "public" not in control
    assert "no-store" in control or "private" in control
