import datetime as dt
import json
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from tests.factories import make_award, make_edition, make_kim, make_organization, make_programme

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("awards:award_rss", "awards:award_atom", "awards:award_json")


def fetch(client, name):
    response = client.get(reverse(name))
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed


@pytest.fixture
def award():
    programme = make_programme(name="Anugerah Media Humas", level="nasional")
    edition = make_edition(programme=programme, year=2023, conferred_on=dt.date(2023, 10, 30))
    return make_award(
        published=True,
        edition=edition,
        category="Media & Audiovisual",
        rank_label="Terbaik I",
        recipients=[
            make_organization(name="Diskominfo Kota Malang"),
            make_kim(published=True, name="KIM Samaan"),
        ],
    )


def test_award_rss_tells_the_award_in_one_sentence(client, award):
    channel = fetch(client, "awards:award_rss").find("channel")
    assert channel.findtext("language") == "id"
    assert channel.findtext("ttl") == "60"
    (item,) = channel.findall("item")
    assert item.findtext("title") == "Terbaik I: Anugerah Media Humas 2023 · Media & Audiovisual"
    assert item.findtext("description") == (
        "Diskominfo Kota Malang dan KIM Samaan meraih Terbaik I pada "
        "Anugerah Media Humas 2023 · Media &amp; Audiovisual, tingkat nasional, "
        "dianugerahkan 30 Oktober 2023."
    )
    assert item.findtext("link").endswith(award.get_absolute_url())
    assert item.find("guid").get("isPermaLink") == "false"
    assert [c.text for c in item.findall("category")] == ["Anugerah Media Humas", "Nasional"]


def test_award_atom_has_author_dates_and_its_own_address(client, award):
    feed = fetch(client, "awards:award_atom")
    assert feed.find(f"{ATOM}author/{ATOM}name").text == "Diskominfo Kota Malang"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith("/penghargaan/atom.xml")
    entry = feed.find(f"{ATOM}entry")
    assert (
        entry.findtext(f"{ATOM}id")
        == f"tag:malangkota.go.id,2023:malangnews/penghargaan/{award.pk}"
    )
    assert entry.findtext(f"{ATOM}published").startswith("2023-11-06T")
    assert entry.findtext(f"{ATOM}updated") >= entry.findtext(f"{ATOM}published")


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_award_feeds_hold_only_what_is_public(client, name, state):
    make_award(state=state, category="Rahasia")
    assert "Rahasia" not in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", FEEDS)
def test_award_feeds_are_the_same_twice_and_answer_304(client, name):
    first = client.get(reverse(name))
    again = client.get(reverse(name), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", FEEDS)
def test_award_feeds_survive_control_characters(client, name):
    make_award(published=True, category="Video\x0bKreatif")
    assert "VideoKreatif" in client.get(reverse(name)).content.decode()


@pytest.mark.parametrize("name", FEEDS)
def test_award_feeds_refuse_to_be_written(client, name):
    assert client.post(reverse(name)).status_code == 405


@pytest.mark.parametrize("name", FEEDS)
def test_award_feeds_cost_the_same_for_one_and_for_ten(
    client, name, award, django_assert_num_queries
):
    for count in (0, 9):
        for _ in range(count):
            make_award(published=True)
        with django_assert_num_queries(2):
            client.get(reverse(name))


def test_award_json_feed_tells_each_award_as_text(client, award):
    response = client.get("/penghargaan/feed.json")
    assert response.headers["Content-Type"] == "application/feed+json"
    feed = json.loads(response.content)
    assert feed["feed_url"] == "http://testserver/penghargaan/feed.json"
    (item,) = feed["items"]
    assert item["title"] == "Terbaik I: Anugerah Media Humas 2023 · Media & Audiovisual"
    assert "Anugerah Media Humas 2023 · Media & Audiovisual, tingkat" in item["content_text"]
    assert item["tags"] == ["Anugerah Media Humas", "Nasional"]


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_award_feed_holds_what_the_filters_leave(client, award, file):
    make_award(published=True, category="Kelurahan lain", rank_label="Harapan II")
    address = f"/penghargaan/{file}?penerima=kim-kim-samaan&urut=penerima"
    words = client.get(address).content.decode()
    assert "Media Humas" in words
    assert "Kelurahan lain" not in words
    assert "KIM Samaan" in words.partition("Terbaik I")[0]  # in the feed's own title
    assert f'"http://testserver/penghargaan/{file}?penerima=kim-kim-samaan"' in words


@pytest.mark.parametrize("file", ["rss.xml", "atom.xml", "feed.json"])
def test_award_feed_with_an_unknown_filter_is_empty_and_says_so(client, award, file):
    words = client.get(f"/penghargaan/{file}?kelurahan=entah").content.decode()
    assert "Media Humas" not in words
    assert "tidak dikenal, jadi umpan ini kosong" in words


def test_award_list_leads_to_the_feed_of_its_filters(client, award):
    words = client.get("/penghargaan/?penerima=kim-kim-samaan&tahun=2023").content.decode()
    for file in ("rss.xml", "atom.xml", "feed.json"):
        address = f'href="/penghargaan/{file}?tahun=2023&amp;penerima=kim-kim-samaan"'
        assert words.count(address) == 2  # in the head, and below the list
