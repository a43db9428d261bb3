import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from malangnews.edge import EdgeMiddleware, is_unreadable

LOGIN = "/admin/login/"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("raw", [b"\0", b"a\0b", b"\xff", b"\xf0", b"\xc0\x80", b"\xed\xa0\x80"])
def test_nul_and_broken_utf8_are_unreadable(raw):
    assert is_unreadable(raw)


@pytest.mark.parametrize("raw", [b"", b"/kim/", "ñ²漢🙂".encode(), b"%00"])
def test_honest_bytes_are_readable(raw):
    assert not is_unreadable(raw)


@given(st.text())
def test_text_is_readable_unless_it_holds_nul(text):
    raw = text.encode("utf-8", "surrogatepass")
    assert is_unreadable(raw) is ("\0" in text or any("\ud800" <= c <= "\udfff" for c in text))


@pytest.mark.parametrize(
    "address",
    ["/%00", "/kim/%00/", "/berita/%FF/", "/%C0%80", "/healthz?q=%00", "/healthz?page=%F0"]
    + ["/healthz?%00=1", "/healthz?a=1&b=%ED%A0%80", "/tidak/ada/%FF"],
)
def test_unreadable_address_is_a_bad_request(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "text/html" in response["Content-Type"]


def test_bad_request_still_carries_the_security_headers_or_no_script(client):
    response = client.get("/%00")
    assert b"<script>" not in response.content
    assert not response.cookies


@pytest.mark.parametrize(
    "address", ["/healthz?q=%C3%B1%C2%B2", "/healthz?q=%25%30%30", "/healthz?"]
)
def test_readable_address_gets_through(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "body",
    ["username=a%00b&password=x", "username=a&username=%00", "a%00b=c", "username=a\0b&password=x"],
)
def test_nul_in_a_form_is_a_bad_request(client, body):
    assert client.post(LOGIN, body, content_type=FORM).status_code == 400


@pytest.mark.django_db
def test_nul_in_a_multipart_form_is_a_bad_request(client):
    assert client.post(LOGIN, {"username": "a\0b", "password": "x"}).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"username=%FF%FE&password=%C0", FORM),
        (b"\xff\xfe\xfd", FORM),
        (b"\xff\xfe\xfd", "multipart/form-data; boundary=x"),
        (b"--x\r\n", "multipart/form-data; boundary="),
        (b"a=b", f"{FORM}; charset=tidak-ada"),
        (b"{", "application/json"),
        (b"a=1&" * 5000, FORM),
    ],
)
def test_odd_form_is_an_answer_and_no_failure(client, body, kind):
    assert client.generic("POST", LOGIN, body, kind).status_code < 500


@pytest.mark.django_db
@pytest.mark.parametrize(
    "value", ['"\\000aaaaaaaaaa"', "\xff\xfe" * 20, "x" * 3000, '"\\377aaaaaaaa"']
)
def test_odd_session_cookie_is_an_answer_and_no_failure(client, value):
    for address in (LOGIN, "/healthz", "/kim/tidak-ada/"):
        response = client.get(address, HTTP_COOKIE=f"sessionid={value}; csrftoken={value}")
        assert response.status_code < 500, address


def test_foreign_host_is_a_bad_request(client):
    assert client.get("/sitemap.xml", HTTP_HOST="evil.example").status_code == 400


def test_head_has_the_length_but_not_the_body(client):
    got, head = client.get("/robots.txt"), client.head("/robots.txt")
    assert head.status_code == 200
    assert head.content == b""
    assert int(head["Content-Length"]) == len(got.content)


def test_head_of_an_error_has_no_body_either(client):
    response = client.head("/%00")
    assert (response.status_code, response.content) == (400, b"")


def test_edge_refuses_before_anything_else_reads_the_request():
    def never(request):
        raise AssertionError("reached")

    request = RequestFactory().get("/", QUERY_STRING="q=%00")
    assert EdgeMiddleware(never)(request).status_code == 400
