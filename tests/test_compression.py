"""Brotli for readers without a session, gzip for everybody else, nothing for who takes neither."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from malangnews.compression import CompressionMiddleware
from tests import factories as make

WORDS = "Berita Kota Malang. " * 100


def answer(accept: str = "gzip, deflate, br", response=None, cookies=None) -> HttpResponse:
    request = RequestFactory().get("/", headers={"accept-encoding": accept})
    request.COOKIES.update(cookies or {})
    made = HttpResponse(WORDS) if response is None else response
    return CompressionMiddleware(lambda _: made)(request)


def test_reader_gets_brotli_of_the_same_words():
    response = answer()
    assert response.headers["Content-Encoding"] == "br"
    assert brotli.decompress(response.content).decode() == WORDS
    assert response.headers["Content-Length"] == str(len(response.content))
    assert "Accept-Encoding" in response.headers["Vary"]


@pytest.mark.parametrize("accept", ["gzip", "gzip, br;q=0", "gzip, br; q=0.0", "gzip, brotli"])
def test_who_does_not_take_brotli_gets_gzip(accept):
    response = answer(accept)
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == WORDS


@pytest.mark.parametrize("accept", ["", "identity"])
def test_who_takes_neither_gets_plain_words(accept):
    response = answer(accept)
    assert "Content-Encoding" not in response.headers
    assert response.content.decode() == WORDS


def test_what_may_hold_secrets_stays_with_gzip():
    assert answer(cookies={"sessionid": "x"}).headers["Content-Encoding"] == "gzip"
    setting = HttpResponse(WORDS)
    setting.set_cookie("csrftoken", "x")
    assert answer(response=setting).headers["Content-Encoding"] == "gzip"


def test_short_streamed_and_compressed_answers_are_left_alone():
    assert "Content-Encoding" not in answer(response=HttpResponse("pendek")).headers
    streamed = answer(response=StreamingHttpResponse([WORDS.encode()]))
    assert streamed.headers["Content-Encoding"] == "gzip"
    packed = HttpResponse(WORDS, headers={"Content-Encoding": "zstd"})
    assert answer(response=packed).content.decode() == WORDS


def test_pictures_are_not_brotlis_business():
    picture = HttpResponse(WORDS.encode(), content_type="image/png")
    assert answer(response=picture).headers.get("Content-Encoding") != "br"


def test_strong_tag_becomes_a_weak_one():
    assert answer(response=HttpResponse(WORDS, headers={"ETag": '"a"'})).headers["ETag"] == 'W/"a"'


@pytest.mark.django_db
def test_page_is_sent_by_brotli_and_known_again(client):
    make.make_article(published=True)
    first = client.get("/berita/", headers={"accept-encoding": "br"})
    assert first.headers["Content-Encoding"] == "br"
    again = {"accept-encoding": "br", "if-none-match": first.headers["ETag"]}
    assert client.get("/berita/", headers=again).status_code == 304
