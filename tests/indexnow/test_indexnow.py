"""malangnews/indexnow: off by default; what changed is told to an endpoint, and nothing hidden."""

import datetime as dt
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from tests.factories import make_article, make_kim

pytestmark = pytest.mark.django_db
KEY = "kunci-uji-0123456789"
SITE = "https://malangnews.contoh.id"


class Endpoint(BaseHTTPRequestHandler):
    """Takes what is sent and answers with the status of its server."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.taken.append((self.headers["Content-Type"], json.loads(body)))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def endpoint(settings):
    """A server of its own on this machine, named in the settings."""
    server = HTTPServer(("127.0.0.1", 0), Endpoint)
    server.taken, server.status = [], 200
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.INDEXNOW_KEY = KEY
    settings.INDEXNOW_ENDPOINT = f"http://127.0.0.1:{server.server_port}/indexnow"
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


def announce(*args, **options) -> str:
    out = StringIO()
    call_command("announce", *args, stdout=out, **{"site": SITE, **options})
    return out.getvalue()


def test_nothing_is_sent_and_no_key_is_shown_without_a_key(client, endpoint, settings):
    settings.INDEXNOW_KEY = ""
    make_article(published=True, published_at=timezone.now())
    assert "tidak ada yang dikirim" in announce()
    assert endpoint.taken == []
    for name in (KEY, "none", "x"):
        assert client.get(f"/{name}.txt").status_code == 404
    assert client.get("/robots.txt").status_code == 200


def test_key_is_shown_at_its_address_only(client, settings):
    settings.INDEXNOW_KEY = KEY
    answer = client.get(f"/{KEY}.txt")
    assert (answer.status_code, answer.content.decode()) == (200, KEY)
    assert answer["Content-Type"].startswith("text/plain")
    assert client.get(f"/{KEY.upper()}.txt").status_code == 404
    assert client.get("/lain.txt").status_code == 404


def test_public_pages_that_changed_are_announced(endpoint):
    now = timezone.now()
    fresh = make_article(published=True, published_at=now)
    old = make_article(published=True)
    hidden = [make_article(state=state) for state in ("draft", "review", "scheduled", "withdrawn")]
    hidden_kim = make_kim()
    kim = make_kim(published=True)
    assert "dikirim" in announce(hours=1)
    ((kind, told),) = endpoint.taken
    assert kind.startswith("application/json")
    assert told["host"] == "malangnews.contoh.id"
    assert (told["key"], told["keyLocation"]) == (KEY, f"{SITE}/{KEY}.txt")
    addresses = told["urlList"]
    for row in (fresh, kim, fresh.rubric):
        assert SITE + row.get_absolute_url() in addresses
    assert f"{SITE}/" in addresses
    for row in (old, hidden_kim, *hidden):
        assert SITE + row.get_absolute_url() not in addresses
    assert len(addresses) == len(set(addresses))
    assert all(address.startswith(f"{SITE}/") for address in addresses)


def test_nothing_new_sends_nothing(endpoint):
    make_article(published=True)
    assert "0 alamat" in announce(hours=1)
    assert endpoint.taken == []


def test_since_takes_a_moment(endpoint):
    article = make_article(published=True)
    announce(since="2023-11-01T00:00")
    assert SITE + article.get_absolute_url() in endpoint.taken[0][1]["urlList"]


def test_dry_run_shows_and_sends_nothing(endpoint):
    article = make_article(published=True)
    assert SITE + article.get_absolute_url() in announce(since="2023-11-01", dry_run=True)
    assert endpoint.taken == []


def test_refusal_is_told_in_words(endpoint):
    endpoint.status = 422
    make_article(published=True, published_at=timezone.now())
    with pytest.raises(CommandError, match="tidak diterima"):
        announce()


def test_endpoint_that_is_not_there_is_told_in_words(endpoint, settings):
    settings.INDEXNOW_ENDPOINT = "http://127.0.0.1:9/"
    make_article(published=True, published_at=timezone.now())
    with pytest.raises(CommandError, match="tidak diterima"):
        announce()


@pytest.mark.parametrize(
    ("options", "settings_", "words"),
    [
        ({"since": "kemarin"}, {}, "bukan waktu"),
        ({"site": "malang"}, {}, "bukan alamat portal"),
        ({"hours": 1e12}, {}, "terlalu besar"),
        ({}, {"INDEXNOW_KEY": "pendek"}, "INDEXNOW_KEY"),
        ({}, {"INDEXNOW_ENDPOINT": "file:///etc/passwd"}, "bukan alamat http"),
        ({"site": None}, {"ALLOWED_HOSTS": ["*"]}, "--site"),
    ],
)
def test_wrong_words_are_refused(endpoint, settings, options, settings_, words):
    for name, value in settings_.items():
        setattr(settings, name, value)
    make_article(published=True, published_at=timezone.now() - dt.timedelta(minutes=1))
    with pytest.raises(CommandError, match=words):
        announce(**options)
    assert endpoint.taken == []
