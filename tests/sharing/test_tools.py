"""What readers may do with a page, and what the page tells other sites of its card."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import etree

from malangnews.core.frames import SIZES, frame_line, list_size, size_of
from tests.factories import kelurahan, make_article, make_award, make_kim, make_user

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
MAKERS = [make_article, make_award, make_kim, kelurahan]


def made(maker):
    return maker() if maker is kelurahan else maker(published=True)


def page_of(client, row) -> str:
    response = client.get(row.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def copied(page: str, name: str) -> str:
    """The words on a page that a button copies."""
    return html.unescape(re.search(rf'(?:data-copy|id)="{name}">(.*?)</', page)[1])


@pytest.mark.parametrize("maker", MAKERS)
def test_page_offers_to_share_and_print(client, maker):
    row = made(maker)
    page = page_of(client, row)
    assert copied(page, "tautan-halaman") == HOST + row.get_absolute_url()
    link = html.unescape(re.search(r'href="(https://wa\.me/[^"]*)"', page)[1])
    assert parse_qs(urlsplit(link).query)["text"][0].endswith(HOST + row.get_absolute_url())
    assert re.search(r"<button [^>]*data-print hidden>Cetak</button>", page)
    assert page.count("js/page-tools.js") == 1


@pytest.mark.parametrize("maker", MAKERS)
def test_page_gives_one_line_that_shows_its_card(client, maker):
    line = copied(page_of(client, made(maker)), "baris HTML")
    assert "\n" not in line
    (frame,) = etree.fromstring(line, etree.HTMLParser())[0]
    assert frame.tag == "iframe"
    assert frame.get("title")
    assert frame.get("loading") == "lazy"
    assert client.get(frame.get("src").removeprefix(HOST)).status_code == 200


@pytest.mark.parametrize("maker", MAKERS)
def test_page_names_both_answers_on_it(client, maker):
    head = page_of(client, made(maker)).partition("</head>")[0]
    found = dict(re.findall(r'type="(application/json|text/xml)\+oembed"[^>]*href="([^"]*)"', head))
    assert set(found) == {"application/json", "text/xml"}
    for kind, address in found.items():
        assert address.startswith(f"{HOST}/oembed/?url=http%3A%2F%2Ftestserver%2F")
        response = client.get(html.unescape(address).removeprefix(HOST))
        assert response.status_code == 200
        assert response["Content-Type"].startswith(kind)


@pytest.mark.parametrize("maker", [make_article, make_award, make_kim])
def test_draft_is_not_shared(client, maker):
    client.force_login(make_user(is_superuser=True))
    page = page_of(client, maker())
    for words in ("wa.me", "oembed", "/sematan/"):
        assert words not in page


def test_page_far_down_a_list_shares_its_own_address(client):
    page = client.get("/kim/kelurahan/samaan/?page=3").content.decode()
    assert copied(page, "tautan-halaman") == f"{HOST}/kim/kelurahan/samaan/"


def test_hostile_title_breaks_nothing(client):
    title = "\"></a><script>x</script> & '"
    page = page_of(client, make_article(published=True, title=title))
    assert "<script>x" not in page
    assert (
        etree.fromstring(copied(page, "baris HTML"), etree.HTMLParser())[0][0].get("title") == title
    )
    link = html.unescape(re.search(r'href="(https://wa\.me/[^"]*)"', page)[1])
    assert parse_qs(urlsplit(link).query)["text"][0].startswith(title)


# The guide for those who keep other sites


def test_embed_guide_explains_and_is_linked(client):
    page = client.get("/sematan/").content.decode()
    assert f"{HOST}/oembed/?url={{alamat halaman}}&amp;format=json" in page
    for size in (*SIZES.values(), list_size()):
        assert f"tinggi {size.height} piksel" in page
    assert "<iframe" not in page
    assert 'href="/sematan/"' in client.get("/umpan/").content.decode()
    assert 'href="/sematan/"' in client.get("/kim/kelurahan/samaan/").content.decode()


def test_embed_guide_makes_the_line_for_a_kelurahan(client):
    response = client.get("/sematan/?kelurahan=samaan&jumlah=3")
    page = response.content.decode()
    height = list_size(3).height
    address = f"{HOST}/sematan/kelurahan/samaan/?jumlah=3"
    assert copied(page, "baris HTML") == frame_line(
        address, "Berita Kelurahan Samaan", "100%", height
    )
    (shown,) = etree.fromstring(page, etree.HTMLParser()).iter("iframe")
    assert shown.get("src") == "/sematan/kelurahan/samaan/?jumlah=3"
    assert (shown.get("title"), shown.get("height")) == ("Berita Kelurahan Samaan", str(height))
    assert '<option value="samaan" selected>' in page
    assert '<option value="3" selected>' in page
    assert "frame-src 'self'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "query", ["?kelurahan=tidak-ada", "?kelurahan=%22%3E%3Cx&jumlah=%22%3E%3Cx"]
)
def test_embed_guide_takes_nonsense_for_nothing_chosen(client, query):
    response = client.get(f"/sematan/{query}")
    assert response.status_code == 200
    assert b"<x" not in response.content
    assert b"<iframe" not in response.content
    assert "frame-src" not in response["Content-Security-Policy"]


def test_sizes_are_told_for_every_kind():
    assert {size_of(kind).width for kind in ("story", "award", "kim", "kelurahan")} == {480}
    assert size_of("kelurahan") == list_size(5)
    assert list_size(10).height > list_size(1).height
