"""JSON Feed 1.1, the lead picture in every form, the hub, and feeds of KIM and initials."""

import json
import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse

from tests.factories import (
    bring_to,
    kelurahan,
    make_article,
    make_byline,
    make_correction,
    make_kim,
    make_photo,
    make_rubric,
)
from tests.news.test_feeds import ATOM, HIDDEN, make_entry

pytestmark = pytest.mark.django_db
FORMS = ["rss", "atom", "json"]
ROOMS = {
    "article": [],
    "rubric": ["prestasi"],
    "tag": ["pasar"],
    "kelurahan": ["dinoyo"],
    "initial": ["say"],
    "correction": [],
}


def read(client, name: str, *args: str) -> dict:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/feed+json"
    return json.loads(response.content)


def test_json_feed_says_what_it_is_and_where(client):
    make_entry()
    feed = read(client, "news:rubric_json", "prestasi")
    items = feed.pop("items")
    assert len(items) == 1
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "malangnews: Prestasi",
        "home_page_url": "http://testserver/berita/rubrik/prestasi/",
        "feed_url": "http://testserver/berita/rubrik/prestasi/feed.json",
        "description": "Berita terbaru di rubrik Prestasi.",
        "language": "id",
        "authors": [{"name": "Diskominfo Kota Malang"}],
    }


def test_json_feed_holds_the_full_text_of_a_story(client):
    article = make_entry(title="Kabar & tanda", summary="Ringkas <saja>.")
    (item,) = read(client, "news:article_json")["items"]
    content = item.pop("content_html")
    assert "Klojen (malangnews)" in content
    assert "<p>Alinea kedua berita uji.</p>" in content
    assert item == {
        "id": f"tag:malangkota.go.id,2023:malangnews/berita/{article.pk}",
        "url": f"http://testserver{article.get_absolute_url()}",
        "title": "Kabar & tanda",
        "summary": "Ringkas <saja>.",
        "date_published": "2023-11-06T01:00:00+00:00",
        "date_modified": "2023-11-06T01:00:00+00:00",
        "authors": [{"name": "say/yon"}],
        "tags": ["Prestasi", "pasar"],
    }


def test_json_feed_without_stories_has_an_empty_list(client):
    assert read(client, "news:article_json")["items"] == []


def test_json_feed_of_notes_has_their_words_as_text(client):
    make_correction(make_article(published=True), text="Bukan 5 < 6, tetapi 7.")
    (item,) = read(client, "news:correction_json")["items"]
    assert item["content_text"].startswith("Bukan 5 < 6, tetapi 7.")
    assert "content_html" not in item


def test_every_form_gives_the_lead_picture_with_size_and_kind(client):
    photo = make_photo()
    make_entry(lead_photo=photo)
    kind = {"jpg": "image/jpeg", "png": "image/png"}[photo.file.name.rpartition(".")[2]]
    wanted = (f"http://testserver{photo.file.url}", str(photo.file.size), kind)
    assert photo.file.size > 0
    rss = ET.fromstring(client.get("/berita/rss.xml").content)  # noqa: S314 - our own feed
    element = rss.find("channel/item/enclosure")
    assert (element.get("url"), element.get("length"), element.get("type")) == wanted
    atom = ET.fromstring(client.get("/berita/atom.xml").content)  # noqa: S314 - our own feed
    (link,) = [
        link for link in atom.findall(f"{ATOM}entry/{ATOM}link") if link.get("rel") == "enclosure"
    ]
    assert (link.get("href"), link.get("length"), link.get("type")) == wanted
    (item,) = read(client, "news:article_json")["items"]
    (file,) = item["attachments"]
    assert (file["url"], str(file["size_in_bytes"]), file["mime_type"]) == wanted
    assert item["image"] == wanted[0]
    assert client.get(file["url"]).status_code == 200


@pytest.mark.parametrize("form", FORMS)
def test_feeds_stand_when_the_file_of_a_picture_is_lost(client, form):
    photo = make_photo()
    make_entry(lead_photo=photo, title="Tetap terbaca")
    photo.file.storage.delete(photo.file.name)
    response = client.get(reverse(f"news:article_{form}"))
    assert response.status_code == 200
    assert "Tetap terbaca" in response.content.decode()
    assert b"enclosure" not in response.content
    assert b"attachments" not in response.content


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("form", FORMS)
def test_every_feed_names_its_own_address(client, name, form):
    make_entry()
    address = reverse(f"news:{name}_{form}", args=ROOMS[name])
    assert f'"http://testserver{address}"'.encode() in client.get(address).content


@pytest.mark.parametrize("name", ROOMS)
def test_json_feeds_answer_304_to_whoever_has_them(client, name):
    make_entry()
    address = reverse(f"news:{name}_json", args=ROOMS[name])
    first = client.get(address)
    for header, value in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        again = client.get(address, headers={value: first.headers[header]})
        assert (again.status_code, again.content) == (304, b"")
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("form", FORMS)
def test_feeds_name_a_hub_only_where_there_is_one(client, settings, form):
    make_entry()
    address = reverse(f"news:article_{form}")
    assert b"hub" not in client.get(address).content
    settings.FEED_HUB = "https://hub.example.org/?a=1&b=2"
    words = client.get(address).content
    if form == "json":
        hubs = [{"type": "WebSub", "url": settings.FEED_HUB}]
        assert json.loads(words)["hubs"] == hubs
        return
    links = ET.fromstring(words).iter(f"{ATOM}link")  # noqa: S314 - our own feed
    assert [link.get("href") for link in links if link.get("rel") == "hub"] == [settings.FEED_HUB]


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("name", ROOMS)
def test_json_feeds_hold_nothing_that_is_not_public(client, name, state):
    public = make_entry()
    make_entry(state=state, rubric=public.rubric, title="Belum untuk umum")
    words = client.get(reverse(f"news:{name}_json", args=ROOMS[name])).content
    assert b"Belum untuk umum" not in words


@pytest.mark.parametrize("form", FORMS)
def test_feed_of_a_kim_holds_stories_on_it_and_by_it_once_each(client, form):
    kim = make_kim(published=True, name="KIM Samaan")
    told = make_article(published=True, title="Tentang KIM", kims=[kim])
    make_byline(told, "contributor", kim=kim)
    make_byline(make_article(published=True, title="Oleh KIM"), "writer", kim=kim)
    make_article(published=True, title="Kiriman KIM", sent_by=kim)
    make_article(published=True, title="Kabar lain")
    make_article(title="Rancangan KIM", kims=[kim])
    words = client.get(reverse(f"news:kim_{form}", args=[kim.slug])).content.decode()
    for title in ("Tentang KIM", "Oleh KIM", "Kiriman KIM"):
        quoted = f'"title":"{title}"' if form == "json" else f"<title>{title}</title>"
        assert words.count(quoted) == 1
    assert "Kabar lain" not in words
    assert "Rancangan KIM" not in words
    assert "Berita terbaru dari dan tentang KIM Samaan." in words


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("state", HIDDEN)
def test_kim_that_is_not_public_has_no_feed(client, form, state):
    kim = bring_to(make_kim(name="KIM Samaan"), state)
    make_article(published=True, kims=[kim])
    assert client.get(reverse(f"news:kim_{form}", args=[kim.slug])).status_code == 404
    assert client.get(reverse(f"news:kim_{form}", args=["entah"])).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_feed_of_initials_holds_their_stories_and_no_name_behind_them(client, form):
    article = make_entry(title="Berita say")
    initial = article.bylines.get(initial__initials="say").initial
    initial.full_name = "Nama Kantor"
    initial.save()
    make_article(published=True, title="Berita orang lain")
    words = client.get(reverse(f"news:initial_{form}", args=["say"])).content.decode()
    assert "Berita say" in words
    assert "Berita orang lain" not in words
    assert "Nama Kantor" not in words


@pytest.mark.parametrize("form", FORMS)
def test_initials_without_a_public_story_have_no_feed(client, form):
    make_entry(state="draft")
    make_article(published=True)
    assert client.get(reverse(f"news:initial_{form}", args=["say"])).status_code == 404


@pytest.mark.parametrize(("name", "queries"), [("article", 3), ("kim", 4), ("initial", 4)])
def test_json_feeds_cost_the_same_for_one_story_and_for_many(
    client, name, queries, django_assert_num_queries
):
    kim, rubric, photo = make_kim(published=True), make_rubric(name="Prestasi"), make_photo()
    args = {"article": [], "kim": [kim.slug], "initial": ["say"]}[name]
    for count in (1, 12):
        for _ in range(count):
            make_entry(rubric=rubric, kims=[kim], lead_photo=photo)
        with django_assert_num_queries(queries):
            read(client, f"news:{name}_json", *args)


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/berita/", "/berita/feed.json"),
        ("/berita/rubrik/prestasi/", "/berita/rubrik/prestasi/feed.json"),
        ("/berita/tag/pasar/", "/berita/tag/pasar/feed.json"),
        ("/berita/inisial/say/", "/berita/inisial/say/feed.json"),
        ("/kim/kelurahan/dinoyo/", "/berita/kelurahan/dinoyo/feed.json"),
        ("/kim/kim-samaan/", "/berita/kim/kim-samaan/feed.json"),
        ("/ralat/", "/ralat/feed.json"),
        ("/penghargaan/", "/penghargaan/feed.json"),
    ],
)
def test_pages_tell_readers_of_their_feeds(client, page, feed):
    make_kim(published=True, name="KIM Samaan", kelurahan=kelurahan("Samaan"))
    make_entry()
    words = client.get(page).content.decode()
    for kind, address in (
        ("feed+json", feed),
        ("rss+xml", feed.replace("feed.json", "rss.xml")),
        ("atom+xml", feed.replace("feed.json", "atom.xml")),
    ):
        head = words.partition("</head>")[0]
        assert f'type="application/{kind}"' in head
        assert f'href="{address}">' in head
