"""``/oembed/``: what a site is told that was given an address of the portal."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from awards.merging import merge
from kim.models import Kim
from malangnews.core.short import short_code
from malangnews.news.addresses import keep
from malangnews.sharing.asked import LARGEST, Limits, read_limits
from tests.factories import (
    image_file,
    kelurahan,
    make_article,
    make_award,
    make_byline,
    make_kim,
    make_photo,
    make_user,
)

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
HOSTILE = "A & B <i>\"dua\"</i> 'tiga'\x0b"


def ask(client, address: str, **query):
    return client.get("/oembed/", {"url": address, **query})


def told(client, row, **query) -> dict:
    response = ask(client, HOST + row.get_absolute_url(), **query)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return response.json()


def frame_in(said: dict) -> dict[str, str]:
    """The attributes of the one element that an answer gives."""
    (frame,) = etree.fromstring(said["html"], etree.HTMLParser())[0]
    return dict(frame.attrib)


def test_story_is_described_in_full(client):
    story = make_article(published=True, title="Guci naik kelas")
    assert told(client, story) == {
        "version": "1.0",
        "type": "rich",
        "title": "Guci naik kelas",
        "author_name": "Diskominfo Kota Malang",
        "author_url": HOST + story.get_absolute_url(),
        "provider_name": "malangnews",
        "provider_url": f"{HOST}/",
        "cache_age": 3600,
        "html": f'<iframe src="{HOST}/sematan/berita/{story.slug}/" title="Guci naik kelas" '
        'width="480" height="420" loading="lazy" style="border:0;max-width:100%"></iframe>',
        "width": 480,
        "height": 420,
        "thumbnail_url": f"{HOST}/gambar/berita/{story.slug}.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }


@pytest.mark.parametrize("maker", [make_article, make_award, make_kim, kelurahan])
def test_every_kind_names_a_card_that_is_there(client, maker):
    row = maker() if maker is kelurahan else maker(published=True)
    said = told(client, row)
    frame = frame_in(said)
    assert frame["title"] == said["title"]
    assert (frame["width"], frame["height"]) == (str(said["width"]), str(said["height"]))
    assert client.get(frame["src"].removeprefix(HOST)).status_code == 200


def test_kim_that_wrote_a_story_is_its_author(client):
    story = make_article(published=True)
    make_byline(story, "writer", kim=make_kim(published=True, name="KIM Gerabah"))
    assert told(client, story)["author_name"] == "KIM Gerabah"


# The picture


def assert_others_may_show(client, address: str) -> None:
    response = client.get(address.removeprefix(HOST))
    response.getvalue()  # a file is closed when it has been read
    assert response.status_code == 200
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_story_is_shown_by_the_largest_cover_that_fits(client):
    photo = make_photo(file=image_file(size=(1400, 800)))
    story = make_article(published=True, lead_photo=photo)
    said = told(client, story)
    assert (said["thumbnail_width"], said["thumbnail_height"]) == (720, 405)
    assert re.fullmatch(rf"{HOST}/media/foto/.*\.webp", said["thumbnail_url"])
    assert_others_may_show(client, said["thumbnail_url"])
    assert told(client, story, maxwidth="500")["thumbnail_width"] == 480
    assert told(client, story, maxheight="210")["thumbnail_width"] == 360
    assert "thumbnail_url" not in told(client, story, maxwidth="300")


@pytest.mark.parametrize("maker", [make_article, make_award, make_kim, kelurahan])
def test_what_has_no_photo_is_shown_by_its_card_where_that_fits(client, maker):
    row = maker() if maker is kelurahan else maker(published=True)
    said = told(client, row)
    assert (said["thumbnail_width"], said["thumbnail_height"]) == (1200, 630)
    assert_others_may_show(client, said["thumbnail_url"])
    assert "thumbnail_url" not in told(client, row, maxwidth="600")


# How much room there is


def test_frame_keeps_within_the_room_that_there_is(client):
    said = told(client, make_article(published=True), maxwidth="300", maxheight="200")
    assert (said["width"], said["height"]) == (300, 200)
    assert (frame_in(said)["width"], frame_in(said)["height"]) == ("300", "200")
    said = told(client, make_article(published=True), maxwidth="900", maxheight="")
    assert (said["width"], said["height"]) == (480, 420)


@pytest.mark.parametrize("size", ["0", "00", "-1", "abc", "1.5", "²", "1e3", " 5", "١"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_size_that_is_no_number_is_refused(client, name, size):
    address = HOST + make_article(published=True).get_absolute_url()
    assert ask(client, address, **{name: size}).status_code == 400


@pytest.mark.parametrize("digits", ["9" * 9, "9" * 10, "9" * 5000])
def test_size_beyond_measure_is_no_limit(digits):
    assert read_limits({"maxwidth": digits}) == Limits(LARGEST, LARGEST)


# Both forms


def test_xml_says_what_json_says(client):
    story = make_article(published=True, title=HOSTILE.strip("\x0b"))
    said = told(client, story)
    response = ask(client, HOST + story.get_absolute_url(), format="xml")
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {k: str(v) for k, v in said.items()}
    assert said["title"] == "A & B <i>\"dua\"</i> 'tiga'"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_hostile_title_stays_a_title(client, form):
    kim = make_kim(published=True)
    Kim.objects.filter(pk=kim.pk).update(name=HOSTILE)
    response = ask(client, HOST + kim.get_absolute_url(), format=form)
    if form == "json":
        said = response.json()
    else:
        said = {child.tag: child.text for child in etree.fromstring(response.content)}
    frame = frame_in(said)
    assert set(frame) == {"src", "title", "width", "height", "loading", "style"}
    assert frame["title"] == said["title"] == HOSTILE.strip("\x0b")


@pytest.mark.parametrize("form", ["", "yaml", "JSON", "xml\n", "x" * 900])
def test_unknown_form_is_not_implemented(client, form):
    address = HOST + make_article(published=True).get_absolute_url()
    assert ask(client, address, format=form).status_code == 501


# Which addresses


@pytest.mark.parametrize("more", ["", "?utm_source=wa&x=1", "#berita", "?a#b"])
@pytest.mark.parametrize("origin", [HOST, "https://testserver", "HTTP://TestServer"])
def test_query_fragment_scheme_and_case_of_the_host_do_not_matter(client, origin, more):
    path = make_article(published=True).get_absolute_url()
    assert ask(client, origin + path + more).status_code == 200
    assert ask(client, origin + path.rstrip("/") + more).status_code == 200
    assert ask(client, f" {origin}{path}{more} ").status_code == 200


def test_short_addresses_count_as_what_they_lead_to(client):
    for row in (make_award(published=True), make_kim(published=True), kelurahan()):
        said = ask(client, f"{HOST}/p/{short_code(row)}/").json()
        assert said == told(client, row)
    programme = make_award(published=True).edition.programme
    assert ask(client, f"{HOST}/p/{short_code(programme)}/").status_code == 404
    assert ask(client, f"{HOST}/p/a99999/").status_code == 404
    assert ask(client, f"{HOST}/p/zzz/").status_code == 404


def test_former_addresses_count_as_what_they_lead_to(client):
    story = make_article(published=True)
    keep(story, "alamat-lama")
    assert ask(client, f"{HOST}/berita/alamat-lama/").json() == told(client, story)
    kept, other = make_award(published=True), make_award(published=True)
    former, code = other.get_absolute_url(), short_code(other)
    merge(kept, other, make_user())
    assert ask(client, HOST + former).json() == told(client, kept)
    assert ask(client, f"{HOST}/p/{code}").json() == told(client, kept)


@pytest.mark.parametrize(
    "address",
    [
        "https://contoh.id{}",
        "http://testserver.contoh.id{}",
        "http://contoh.id@testserver{}",
        "http://testserver@contoh.id{}",
        "http://testserver:81{}",
        "http://testserver\\{}",
        "//testserver{}",
        "{}",
        "ftp://testserver{}",
        "javascript:alert(1)//testserver{}",
        "http://[testserver{}",
        "http://testserver{}lagi/",
        "http://testserver/penghargaan{}",
    ],
)
def test_other_sites_and_other_pages_are_not_found(client, address):
    path = make_article(published=True).get_absolute_url()
    response = ask(client, address.format(path))
    assert response.status_code == 404
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "tidak ada berita" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/", "/berita/", "/admin/", "/kim/", "/cari/?q=a", "/berita/%F0/", "/berita/%00/", "/umpan/"],
)
def test_pages_without_a_card_are_not_found(client, path):
    assert ask(client, HOST + path).status_code == 404


@pytest.mark.parametrize("query", ["", "?url=", "?url=" + "x" * 2001, "?uri=http://testserver/"])
def test_answer_without_an_address_is_refused(client, query):
    assert client.get(f"/oembed/{query}").status_code == 400


@pytest.mark.parametrize("query", ["url=%00", "url=a%00b", "format=%FF&url=x", "url=%ED%A0%80"])
def test_unreadable_bytes_are_refused(client, query):
    assert client.get(f"/oembed/?{query}").status_code == 400


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
@pytest.mark.parametrize("maker", [make_article, make_award, make_kim])
def test_what_is_not_public_is_not_found(client, maker, state):
    row = maker(state=state)
    client.force_login(make_user(is_superuser=True))
    addresses = [row.get_absolute_url()]
    if maker is not make_article:
        addresses.append(f"/p/{short_code(row)}/")
    for address in addresses:
        response = ask(client, HOST + address)
        assert response.status_code == 404
        assert row.slug not in response.content.decode()


# Who may read it, and at what cost


@pytest.mark.parametrize("query", ["", "?format=x", "?url=x"])
def test_every_answer_may_be_read_by_scripts_of_other_sites(client, query):
    response = client.get(f"/oembed/{query}")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


@pytest.mark.parametrize("maker", [make_article, make_award, make_kim, kelurahan])
def test_answer_costs_few_queries(client, maker):
    row = maker() if maker is kelurahan else maker(published=True)
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/oembed/?url={quote(HOST + row.get_absolute_url())}")
    assert len(asked) <= 6
