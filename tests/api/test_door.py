"""How the API is entered: methods, other sites' scripts, unchanged answers, the limit."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from malangnews.api import rate
from malangnews.api.rate import client_address, seconds_to_wait
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/api/v1/potensi/"
ADDRESSES = [
    LIST,
    "/api/v1/",
    "/api/v1/openapi.json",
    "/api/v1/potensi/tidak-ada/",
    "/api/v1/tidak-ada/",
    "/api/v1/potensi/?apa=1",
    "/api/v2/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_scripts_of_every_site_may_read_every_answer(client, address):
    answer = client.get(address, HTTP_ORIGIN="https://contoh.id")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["X-Robots-Tag"] == "noindex"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "Access-Control-Allow-Credentials" not in answer
    assert not answer.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_browser_is_told_before_it_asks(client, address):
    answer = client.options(
        address,
        HTTP_ORIGIN="https://contoh.id",
        HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET",
        HTTP_ACCESS_CONTROL_REQUEST_HEADERS="if-none-match",
    )
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Headers"] == "*"


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_is_written(client, address, method):
    client.handler.enforce_csrf_checks = True
    answer = getattr(client, method)(address)
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["title"] == "Hanya untuk dibaca"
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_says_what_get_would(client, address):
    told, asked = client.get(address), client.head(address)
    assert (asked.status_code, asked.content) == (told.status_code, b"")
    for name in ("Content-Type", "Content-Length"):
        assert asked.get(name) == told.get(name), name
    assert asked.status_code != 200 or asked["ETag"] == told["ETag"]


def test_unchanged_list_is_not_sent_again(client):
    potential = factories.make_potential(published=True)
    tag = client.get(LIST)["ETag"]
    for method in (client.get, client.head):
        again = method(LIST, HTTP_IF_NONE_MATCH=tag)
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
    potential.summary = "Ringkasan lain."
    potential.save()
    assert client.get(LIST, HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_answers_may_be_kept_by_everybody(client):
    assert client.get(LIST)["Cache-Control"].startswith("public, max-age=30")


def test_downloads_may_be_read_by_scripts_and_pages_may_not(client):
    factories.make_award(published=True)
    files = ["/penghargaan/?format=csv", "/penghargaan/?format=json", "/kim/atlas.json"]
    files += ["/kim/atlas.csv", "/kim/tonggak.csv", "/kim/potensi.csv", "/kim/potensi.json"]
    for address in files:
        assert client.get(address)["Access-Control-Allow-Origin"] == "*", address
    for address in ("/", "/berita/", "/penghargaan/", "/data/", "/data/api/", "/admin/login/"):
        assert "Access-Control-Allow-Origin" not in client.get(address), address


def test_address_without_its_last_slash_leads_to_it(client):
    answer = client.get("/api/v1/kelurahan?per_halaman=2")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/kelurahan/?per_halaman=2"
    assert client.get("/api/v1/tidak-ada").status_code == 404


@pytest.mark.parametrize("address", ["/api/v1/berita/?tag=%00", "/api/v1/%00/", "/api/%ff"])
def test_what_cannot_be_read_is_refused_in_json(client, address):
    answer = client.get(address)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Access-Control-Allow-Origin"] == "*"


# The limit


@pytest.fixture
def one_minute(monkeypatch, settings):
    """Three requests a minute, in a minute that does not end while the test runs."""
    settings.API_REQUESTS_PER_MINUTE = 3
    monkeypatch.setattr(rate.time, "time", lambda: 1_800_000_015.5)


def test_too_many_are_told_when_to_come_back(client, one_minute):
    answers = [client.get(LIST) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    refused = answers[-1]
    assert refused["Retry-After"] == "45"
    assert "45 detik" in refused.json()["detail"]
    assert refused["Cache-Control"] == "no-store"
    assert refused["Access-Control-Allow-Origin"] == "*"


def test_every_address_of_the_api_counts_and_asking_whether_one_may_does_not(client, one_minute):
    client.head(LIST)
    client.get("/api/v1/openapi.json")
    client.get("/api/v1/tidak-ada/")
    assert client.options(LIST).status_code == 204
    assert client.get(LIST).status_code == 429
    assert client.get("/data/api/").status_code == 200


def test_another_reader_and_the_next_minute_are_free(client, one_minute, monkeypatch):
    for _ in range(4):
        last = client.get(LIST)
    assert last.status_code == 429
    assert client.get(LIST, REMOTE_ADDR="192.0.2.7").status_code == 200
    monkeypatch.setattr(rate.time, "time", lambda: 1_800_000_060.0)
    assert client.get(LIST).status_code == 200


def test_forged_header_gives_nobody_another_limit(client, one_minute):
    answers = [client.get(LIST, HTTP_X_FORWARDED_FOR=f"192.0.2.{n}") for n in range(4)]
    assert answers[-1].status_code == 429


@pytest.mark.parametrize(
    "hops, header, remote, wanted",
    [
        (0, "192.0.2.1", "198.51.100.1", "198.51.100.1"),
        (1, "192.0.2.1", "198.51.100.1", "192.0.2.1"),
        (1, "203.0.113.9, 192.0.2.1", "198.51.100.1", "192.0.2.1"),
        (2, "203.0.113.9, 192.0.2.1, 10.0.0.2", "10.0.0.1", "192.0.2.1"),
        (2, "192.0.2.1", "198.51.100.1", "198.51.100.1"),
        (1, "", "198.51.100.1", "198.51.100.1"),
        (1, "bukan alamat", "198.51.100.1", ""),
        (0, "", "", ""),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (0, "", "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
    ],
)
def test_who_asks(settings, hops, header, remote, wanted):
    settings.PROXY_HOPS = hops
    request = RequestFactory().get(LIST, HTTP_X_FORWARDED_FOR=header, REMOTE_ADDR=remote)
    assert client_address(request) == wanted


def test_nobody_is_held_up_without_a_cache(client, one_minute, monkeypatch):
    def away(*args, **kwargs):
        raise ConnectionError("away")

    monkeypatch.setattr(cache, "add", away)
    assert [client.get(LIST).status_code for _ in range(5)] == [200] * 5


def test_no_limit_is_possible(settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    request = RequestFactory().get(LIST)
    assert {seconds_to_wait(request) for _ in range(500)} == {0}
