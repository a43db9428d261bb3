import datetime as dt
import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse

from malangnews.news.models import StaffInitial
from malangnews.news.syndication import absolute_links
from tests import factories
from tests.factories import bring_to, kelurahan, make_article, make_byline, make_kim

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]
NAMES = ["article", "rubric", "tag", "kelurahan"]


def make_entry(**fields):
    """A story in the rubric "Prestasi", tagged "pasar", of Kelurahan Dinoyo, by "say/yon"."""
    defaults = {
        "rubric": fields.pop("rubric", None) or factories.make_rubric(name="Prestasi"),
        "tags": ["pasar"],
        "kelurahan": [kelurahan("Dinoyo")],
    }
    state = fields.pop("state", "published")
    article = make_article(**{**defaults, **fields})
    for position, (role, initials) in enumerate([("writer", "say"), ("editor", "yon")]):
        initial, _ = StaffInitial.objects.get_or_create(initials=initials)
        make_byline(article, role, initial=initial, position=position)
    return bring_to(article, state)


def address(name: str, form: str) -> str:
    slugs = {"article": [], "rubric": ["prestasi"], "tag": ["pasar"], "kelurahan": ["dinoyo"]}
    return reverse(f"news:{name}_{form}", args=slugs[name])


def read(client, name: str, form: str) -> ET.Element:
    response = client.get(address(name, form))
    assert response.status_code == 200
    kind = "rss" if form == "rss" else "atom"
    assert response.headers["Content-Type"] == f"application/{kind}+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own feed


@pytest.mark.parametrize("name", NAMES)
def test_rss_holds_the_full_text_of_a_story(client, name):
    article = make_entry(title="Kabar & tanda", summary="Ringkas <saja>.")
    make_byline(article, "contributor", kim=make_kim(published=True, name="KIM Samaan"), position=3)
    channel = read(client, name, "rss").find("channel")
    assert channel.findtext("language") == "id"
    assert channel.findtext("ttl") == "15"
    assert channel.find(f"{ATOM}link").get("href") == f"http://testserver{address(name, 'rss')}"
    item = channel.find("item")
    assert item.findtext("title") == "Kabar & tanda"
    assert item.findtext("description") == "Ringkas &lt;saja&gt;."
    assert item.findtext("link") == f"http://testserver{article.get_absolute_url()}"
    assert item.findtext(CREATOR) == "say/yon, KIM Samaan"
    assert item.findtext("pubDate") == "Mon, 06 Nov 2023 01:00:00 +0000"
    assert [category.text for category in item.findall("category")] == ["Prestasi", "pasar"]
    assert '<span class="dateline">Klojen (malangnews)</span> – Alinea pertama' in item.findtext(
        CONTENT
    )
    assert "(say/yon)" in item.findtext(CONTENT)
    assert item.find("guid").get("isPermaLink") == "false"


@pytest.mark.parametrize("name", NAMES)
def test_atom_holds_the_full_text_of_a_story(client, name):
    article = make_entry()
    article.revised_at = dt.datetime(2023, 11, 8, tzinfo=dt.UTC)
    article.save()
    feed = read(client, name, "atom")
    assert feed.findtext(f"{ATOM}subtitle")
    assert feed.findtext(f"{ATOM}updated") == "2023-11-08T00:00:00+00:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Diskominfo Kota Malang"
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == "2023-11-06T01:00:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2023-11-08T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "say/yon"
    assert entry.find(f"{ATOM}content").get("type") == "html"
    assert "<p>Alinea kedua berita uji.</p>" in entry.findtext(f"{ATOM}content")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["rss", "atom"])
@pytest.mark.parametrize("state", HIDDEN)
def test_feeds_hold_nothing_that_is_not_public(client, name, form, state):
    public = make_entry()
    make_entry(state=state, rubric=public.rubric, title="Belum untuk umum")
    response = client.get(address(name, form))
    assert b"Belum untuk umum" not in response.content
    assert public.title.encode() in response.content


@pytest.mark.parametrize("name", ["rubric", "tag", "kelurahan"])
def test_feeds_hold_only_what_is_theirs(client, name):
    make_entry()
    make_article(published=True, title="Berita dari tempat lain")
    assert b"Berita dari tempat lain" not in client.get(address(name, "rss")).content


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_answer_304_to_whoever_has_them(client, name, form):
    make_entry()
    first = client.get(address(name, form))
    for header, value in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        again = client.get(address(name, form), headers={value: first.headers[header]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_without_stories_are_feeds_that_stay_the_same(client, form):
    first, second = (client.get(reverse(f"news:article_{form}")) for _ in range(2))
    assert first.status_code == 200
    assert first.headers["ETag"] == second.headers["ETag"]


@pytest.mark.parametrize("name", ["rubrik", "tag", "kelurahan"])
@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_of_what_is_unknown_are_not_found(client, name, form):
    assert client.get(f"/berita/{name}/entah/{form}.xml").status_code == 404


def test_feeds_keep_the_id_of_a_story_whose_title_changes(client):
    article = make_entry()
    before = read(client, "article", "atom").findtext(f"{ATOM}entry/{ATOM}id")
    article.title = "Judul lain"
    article.save()
    assert read(client, "article", "atom").findtext(f"{ATOM}entry/{ATOM}id") == before
    assert before.startswith("tag:")


def test_feeds_write_links_and_pictures_with_their_host(client):
    body = '<p><a href="/kim/">KIM</a> <a href="https://example.org/">luar</a></p>'
    photo = factories.make_photo()
    make_entry(body=body, lead_photo=photo)
    content = read(client, "article", "rss").findtext(f"channel/item/{CONTENT}")
    assert 'href="http://testserver/kim/"' in content
    assert 'href="https://example.org/"' in content
    assert f'src="http://testserver{photo.file.url}"' in content


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_leave_out_what_xml_cannot_hold(client, form):
    rubric = factories.make_rubric(name="Pres\x0btasi", slug="prestasi")
    make_entry(title="Judul\x0b \ufffebersih", body="Isi\x1f.", rubric=rubric, tags=["pas\x02ar"])
    for name in ("article", "rubric"):
        read(client, name, form)
    assert b"Judul bersih" in client.get(address("article", form)).content


def test_feeds_name_no_kim_that_is_not_public(client):
    article = make_entry()
    make_byline(article, "contributor", kim=make_kim(name="KIM Belum Umum"))
    assert b"KIM Belum Umum" not in client.get(address("article", "rss")).content


def test_feeds_cost_the_same_for_one_story_and_for_twenty(client, django_assert_num_queries):
    public = make_entry()
    client.get(address("article", "rss"))
    with django_assert_num_queries(3):
        client.get(address("article", "rss"))
    for _ in range(25):
        make_article(published=True, rubric=public.rubric, tags=["pasar"])
    with django_assert_num_queries(3):
        feed = read(client, "article", "rss")
    assert len(feed.findall("channel/item")) == 20


@pytest.mark.parametrize("address", ["//[x", "//\u2100.com"])
def test_feed_survives_words_that_look_like_a_broken_link(client, address):
    make_article(published=True, body=f'Tulis href="{address}" begini. <p>Baca</p>')
    for feed in ("rss", "atom"):
        assert client.get(f"/berita/{feed}.xml").status_code == 200


def test_links_in_a_feed_lead_to_the_portal():
    words = absolute_links('<p><a href="/kim/">x</a> href="/kata/"</p>', "https://contoh.id/a/")
    assert words == '<p><a href="https://contoh.id/kim/">x</a> href="/kata/"</p>'
