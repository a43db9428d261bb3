import datetime as dt

import pytest

from malangnews.news.sitemaps import ArticleSitemap
from tests import factories
from tests.factories import make_article

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
    assert "<lastmod>2023-11-06</lastmod>" in xml
    assert "<lastmod>2024-01-02</lastmod>" in xml
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
    assert f"{article.rubric.get_absolute_url()}</loc><lastmod>2023-11-06</lastmod>" in xml
    assert xml.count("<url>") == 1


def test_sitemap_lists_each_tag_with_an_address_once(client):
    for _ in range(2):
        make_article(published=True, tags=["Kayutangan Heritage", "???"])
    xml = read(client, "tag")
    assert "/berita/tag/kayutangan-heritage/</loc>" in xml
    assert xml.count("<url>") == 1


def test_sitemap_lists_the_months_of_the_archive(client):
    make_article(published=True)
    assert "/berita/arsip/2023/11/</loc><lastmod>2023-11-06</lastmod>" in read(client, "arsip")


def test_sitemap_lists_the_front_page_and_the_newsroom(client):
    make_article(published=True)
    xml = read(client, "halaman")
    for path in ("/", "/berita/", "/berita/arsip/"):
        assert f"<loc>http://testserver{path}</loc><lastmod>2023-11-06</lastmod>" in xml


def test_sitemap_parts_many_stories_and_the_index_names_the_parts(client, monkeypatch):
    monkeypatch.setattr(ArticleSitemap, "limit", 2)
    for _ in range(3):
        make_article(published=True)
    index = client.get("/sitemap.xml").content.decode()
    assert "/sitemap-berita.xml?p=2</loc>" in index
    assert read(client, "berita", p=2).count("<url>") == 1


@pytest.mark.parametrize("page", ["²", "-1", "0", "9" * 30, "x", "99"])
def test_sitemap_has_no_page_that_is_not_there(client, page):
    assert client.get("/sitemap-berita.xml", {"p": page}).status_code == 404


def test_sitemap_answers_304_to_whoever_has_it(client):
    make_article(published=True)
    first = client.get("/sitemap-berita.xml")
    again = client.get("/sitemap-berita.xml", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
