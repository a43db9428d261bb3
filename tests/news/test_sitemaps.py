import datetime as dt
import re

import pytest
from django.utils import timezone
from lxml import etree

from malangnews.news.sitemaps import ArticleSitemap
from tests import factories
from tests.factories import make_article, make_photo

pytestmark = pytest.mark.django_db
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]


def read(client, section: str, **query) -> str:
    response = client.get(f"/sitemap-{section}.xml", query)
    assert response.status_code == 200
    return response.content.decode()


def test_sitemap_lists_stories_with_the_day_they_were_published_or_revised(client):
    old = make_article(published=True)
    revised = make_article(published=True)
    revised.revised_at = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
    revised.save()
    xml = read(client, "berita")
    assert f"<loc>http://testserver{old.get_absolute_url()}</loc>" in xml
    assert "<lastmod>2023-11-06T" in xml
    assert "<lastmod>2024-01-02T" in xml
    assert xml.count("<url>") == 2


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("section", ["berita", "rubrik", "tag", "arsip"])
def test_sitemaps_list_nothing_that_is_not_public(client, section, state):
    make_article(state=state, tags=["rahasia"])
    assert "<url>" not in read(client, section)


def test_sitemap_lists_rubrics_with_stories(client):
    article = make_article(published=True)
    factories.make_rubric(name="Kosong")
    xml = read(client, "rubrik")
    assert f"{article.rubric.get_absolute_url()}</loc><lastmod>2023-11-06T" in xml
    assert xml.count("<url>") == 1


def test_sitemap_lists_each_tag_with_an_address_once(client):
    for _ in range(2):
        make_article(published=True, tags=["Kayutangan Heritage", "???"])
    xml = read(client, "tag")
    assert "/berita/tag/kayutangan-heritage/</loc>" in xml
    assert xml.count("<url>") == 1


def test_sitemap_lists_the_months_of_the_archive(client):
    make_article(published=True)
    assert "/berita/arsip/2023/11/</loc><lastmod>2023-11-06T" in read(client, "arsip")


def test_sitemap_lists_the_front_page_and_the_newsroom(client):
    make_article(published=True)
    xml = read(client, "halaman")
    for path in ("/", "/berita/", "/berita/arsip/"):
        assert f"<loc>http://testserver{path}</loc><lastmod>2023-11-06T" in xml


def parts_of(client) -> dict[str, str]:
    """Return {address: lastmod} of the index."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    found = re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", response.content.decode())
    return dict(found)


def test_part_holds_the_stories_of_its_keys_and_has_their_own_date(client, monkeypatch):
    monkeypatch.setattr(ArticleSitemap, "size", 2)
    first = make_article(published=True)
    for _ in range(4):
        last = make_article(published=True)
    last.revised_at = dt.datetime(2024, 1, 2, tzinfo=dt.UTC)
    last.save()
    parts = {
        address: lastmod
        for address, lastmod in parts_of(client).items()
        if "-berita.xml" in address
    }
    old, new = ((story.pk - 1) // 2 + 1 for story in (first, last))
    assert set(parts) == {
        f"http://testserver/sitemap-berita.xml{f'?p={part}' if part > 1 else ''}"
        for part in range(old, new + 1)
    }
    dates = list(parts.values())
    assert dates[0].startswith("2023-11-06T")
    assert dates[-1].startswith("2024-01-02T")
    assert last.get_absolute_url() in read(client, "berita", p=new)
    assert first.get_absolute_url() in read(client, "berita", p=old)
    assert first.get_absolute_url() not in read(client, "berita", p=new)
    found = sum(read(client, "berita", p=part).count("<url>") for part in range(old, new + 1))
    assert found == 5


def test_index_costs_the_same_however_much_there_is(client, django_assert_max_num_queries):
    for _ in range(3):
        make_article(published=True, tags=["Satu"])
    with django_assert_max_num_queries(8):
        assert len(parts_of(client)) > 5


def test_index_leaves_out_what_is_empty(client):
    assert not [address for address in parts_of(client) if "-berita" in address]
    make_article(state="draft", tags=["rahasia"])
    assert not [address for address in parts_of(client) if re.search("-(berita|tag)", address)]


def test_sitemap_lists_the_photos_of_a_story_once_each(client):
    lead, inside = make_photo(), make_photo()
    article = make_article(published=True, lead_photo=lead)
    article.photos.add(lead, inside)
    images = re.findall("<image:loc>(.*?)</image:loc>", read(client, "berita"))
    assert images == [f"http://testserver{photo.file.url}" for photo in (lead, inside)]


def news(client) -> str:
    response = client.get("/sitemap-kabar.xml")
    assert response.status_code == 200
    return response.content.decode()


def test_news_sitemap_holds_the_stories_of_two_days(client):
    now = timezone.now()
    fresh = make_article(published=True, title="Pasar & taman", published_at=now)
    late = now - dt.timedelta(days=2, minutes=1)
    old = make_article(published=True, published_at=late)
    hidden = [make_article(state=state) for state in HIDDEN]
    xml = news(client)
    assert f"<loc>http://testserver{fresh.get_absolute_url()}</loc>" in xml
    assert "<news:name>malangnews</news:name><news:language>id</news:language>" in xml
    assert "<news:title>Pasar &amp; taman</news:title>" in xml
    assert re.search(r"<news:publication_date>\d{4}-\d\d-\d\dT[\d:.]+\+07:00<", xml)
    for story in (old, *hidden):
        assert story.get_absolute_url() not in xml
    etree.fromstring(xml.encode())
    assert "http://testserver/sitemap-kabar.xml" in parts_of(client)


def test_index_names_the_news_sitemap_only_while_there_is_news(client):
    make_article(published=True)
    assert "http://testserver/sitemap-kabar.xml" not in parts_of(client)


def test_sitemap_knows_the_years_of_the_archive_and_the_list_of_feeds(client):
    make_article(published=True)
    assert "/berita/arsip/2023/</loc><lastmod>2023-11-06T" in read(client, "arsip")
    for path in ("/umpan/", "/data/", "/data/api/", "/sematan/"):
        assert f"{path}</loc><lastmod>2023-11-06T" in read(client, "portal"), path


@pytest.mark.parametrize("page", ["²", "-1", "0", "9" * 30, "x", "99"])
def test_sitemap_has_no_page_that_is_not_there(client, page):
    assert client.get("/sitemap-berita.xml", {"p": page}).status_code == 404


def test_sitemap_answers_304_to_whoever_has_it(client):
    make_article(published=True)
    first = client.get("/sitemap-berita.xml")
    again = client.get("/sitemap-berita.xml", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
