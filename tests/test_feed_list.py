import pytest

from tests.factories import bring_to, make_article, make_byline, make_kim, make_rubric
from tests.news.test_feeds import make_entry

pytestmark = pytest.mark.django_db


def test_feed_list_has_every_feed_in_three_forms(client):
    make_entry(kims=[make_kim(published=True, name="KIM Samaan")])
    response = client.get("/umpan/")
    words = response.content.decode()
    addresses = [
        *("/berita/", "/ralat/", "/penghargaan/", "/berita/rubrik/prestasi/"),
        *("/berita/kelurahan/dinoyo/", "/berita/kim/kim-samaan/", "/berita/inisial/say/"),
    ]
    for address in addresses:
        for file in ("rss.xml", "atom.xml", "feed.json"):
            assert f'<a href="{address}{file}" aria-label="' in words
            assert client.get(address + file).status_code == 200
    rows = [row for _, district in response.context["districts"] for row in district]
    assert len(response.context["districts"]) == 5
    assert len({row.forms[0][1] for row in rows}) == 57


@pytest.mark.parametrize("way", ["kims", "sent_by", "byline"])
def test_feed_list_names_kim_with_public_stories_only(client, way):
    def link(kim, **fields):
        if way == "byline":
            return make_byline(make_article(**fields), "writer", kim=kim)
        return make_article(**{way: [kim] if way == "kims" else kim}, **fields)

    told, untold, hidden = (
        make_kim(published=True, name="KIM Bercerita"),
        make_kim(published=True, name="KIM Hening"),
        bring_to(make_kim(name="KIM Rancangan"), "draft"),
    )
    link(told, published=True)
    link(untold)
    link(hidden, published=True)
    words = client.get("/umpan/").content.decode()
    assert "KIM Bercerita" in words
    assert "KIM Hening" not in words
    assert "KIM Rancangan" not in words


def test_feed_list_costs_the_same_on_a_full_portal(client, django_assert_num_queries):
    make_entry(kims=[make_kim(published=True)])
    with django_assert_num_queries(4):
        client.get("/umpan/")
    for number in range(5):
        rubric = make_rubric(name=f"Rubrik {number}")
        make_article(published=True, rubric=rubric, kims=[make_kim(published=True)])
    with django_assert_num_queries(4):
        client.get("/umpan/")


def test_feed_list_stands_on_an_empty_portal(client):
    response = client.get("/umpan/")
    assert response.status_code == 200
    assert response.context["kims"] == []
    assert client.post("/umpan/").status_code == 405


def test_feed_list_speaks_of_a_hub_only_where_there_is_one(client, settings):
    assert "WebSub" not in client.get("/umpan/").content.decode()
    settings.FEED_HUB = "https://hub.example.org/"
    assert "WebSub" in client.get("/umpan/").content.decode()


def test_footer_leads_to_the_feed_list(client):
    foot = client.get("/").content.decode().partition('<footer class="foot">')[2]
    assert '<a href="/umpan/">Semua umpan</a>' in foot
