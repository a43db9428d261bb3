"""Cards for frames on other sites: what they show, to whom, and what they must not."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.merging import merge
from malangnews.core.policy import build_policy
from malangnews.news.addresses import keep
from tests.factories import (
    bring_to,
    kelurahan,
    make_article,
    make_award,
    make_byline,
    make_kim,
    make_photo,
    make_rubric,
    make_user,
)

pytestmark = pytest.mark.django_db
POLICY = "Content-Security-Policy"
LIST = "/sematan/kelurahan/samaan/"
HOSTILE = "<script>alert(1)</script>\"'><img src=x>&amp;"


def embed_of(row) -> str:
    """The address of the card of a row."""
    rooms = {"article": "berita", "award": "penghargaan", "kim": "kim"}
    return f"/sematan/{rooms[row._meta.model_name]}/{row.slug}/"


def shown(client, row) -> str:
    response = client.get(embed_of(row))
    assert response.status_code == 200
    return response.content.decode()


MAKERS = [make_article, make_award, make_kim]


def test_story_embed_shows_the_story_and_its_source(client):
    story = make_article(
        published=True,
        title="Perajin Penanggungan berpameran",
        rubric=make_rubric(name="Potensi"),
        lead_photo=make_photo(alt="Guci di atas meja."),
    )
    make_byline(story, "writer", kim=make_kim(published=True, name="KIM Gerabah"))
    body = shown(client, story)
    assert "Perajin Penanggungan berpameran</a></h1>" in body
    assert 'alt="Guci di atas meja."' in body
    for words in (
        "Potensi",
        "6 November 2023",
        "Ditulis oleh KIM Gerabah",
        "Diskominfo Kota Malang",
    ):
        assert words in body
    assert f'<link rel="canonical" href="http://testserver{story.get_absolute_url()}">' in body


def test_story_without_a_photo_has_its_cloth(client):
    assert 'class="batik"' in shown(client, make_article(published=True))


def test_award_embed_shows_rank_and_recipient(client):
    kim = make_kim(published=True, name="KIM Juara")
    award = make_award(published=True, rank_label="Terbaik II", recipients=[kim])
    body = shown(client, award)
    for words in ("Terbaik II", "KIM Juara", award.edition.programme.name, "roundel-silver"):
        assert words in body
    assert f'href="http://testserver{award.get_absolute_url()}"' in body


def test_kim_embed_shows_kelurahan_and_state(client):
    body = shown(client, make_kim(published=True, name="KIM Samaan Jaya"))
    for words in ("KIM Samaan Jaya", "Kelurahan Samaan, Kecamatan Klojen", "Terbentuk"):
        assert words in body
    assert 'class="placing"' in body


def test_kelurahan_embed_lists_the_stories_of_its_page(client):
    for number in range(12):
        make_article(published=True, title=f"Berita ke-{number}", kelurahan=[kelurahan()])
    make_article(published=True, title="Berita Kasin", kelurahan=[kelurahan("Kasin")])
    body = client.get(LIST).content.decode()
    assert re.findall(r"Berita ke-\d+", body) == [f"Berita ke-{n}" for n in (11, 10, 9, 8, 7)]
    assert "Berita Kelurahan Samaan</h1>" in body
    assert "Kasin" not in body
    assert '<link rel="canonical" href="http://testserver/kim/kelurahan/samaan/">' in body
    assert client.get(f"{LIST}?jumlah=10").content.decode().count("<li>") == 10
    assert client.get(f"{LIST}?jumlah=1").content.decode().count("<li>") == 1


@pytest.mark.parametrize("asked", ["0", "-1", "11", "²", "1e1", "banyak", "", "9" * 400])
def test_unknown_number_of_stories_is_five(client, asked):
    for _ in range(7):
        make_article(published=True, kelurahan=[kelurahan()])
    response = client.get(LIST, {"jumlah": asked})
    assert response.status_code == 200
    assert response.content.decode().count("<li>") == 5


def test_kelurahan_without_stories_says_so(client):
    assert "Belum ada berita tentang kelurahan ini." in client.get(LIST).content.decode()


# Who may frame it, and what it may do there


@pytest.mark.parametrize("maker", MAKERS)
def test_card_may_stand_in_every_frame_and_open_no_door(client, maker):
    response = client.get(embed_of(maker(published=True)))
    wanted = build_policy({**settings.SECURE_CSP, "frame-ancestors": ["*"]})
    assert response[POLICY] == wanted
    assert "X-Frame-Options" not in response
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert "ookie" not in response.get("Vary", "")
    assert b"<nav" not in response.content
    assert b"<form" not in response.content


@pytest.mark.parametrize("maker", MAKERS)
def test_page_itself_may_not_be_framed(client, maker):
    page = client.get(maker(published=True).get_absolute_url())
    assert page[POLICY] == build_policy(settings.SECURE_CSP)
    assert page["X-Frame-Options"] == "DENY"
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("maker", MAKERS)
def test_card_asks_for_nothing_but_its_sheet_its_script_and_its_picture(client, maker):
    body = shown(client, maker(published=True))
    asked = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*>', body)
    files = [re.search(r'(?:href|src)="([^"]*)"', tag)[1] for tag in asked]
    assert files == [
        "/static/img/favicon.svg",
        "/static/css/page-sharing-card.css",
        "/static/js/sharing-frame.js",
    ]
    assert all("crossorigin" in tag for tag in asked[1:])


@pytest.mark.parametrize("maker", MAKERS)
def test_every_link_of_a_card_opens_in_the_whole_window(client, maker):
    links = re.findall(r"<a [^>]*>", shown(client, maker(published=True)))
    assert len(links) >= 2
    assert all('target="_top"' in link for link in links)


def test_list_opens_its_links_in_the_whole_window(client):
    make_article(published=True, kelurahan=[kelurahan()])
    links = re.findall(r"<a [^>]*>", client.get(LIST).content.decode())
    assert len(links) == 3
    assert all('target="_top"' in link for link in links)


@pytest.mark.parametrize("address", [LIST, "/sematan/", "/sematan/kim/x/", "/oembed/"])
def test_what_goes_out_takes_no_post(client, address):
    assert client.post(address).status_code == 405


# What is not public


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_what_is_not_out_has_no_card_even_for_editors(client, maker, state):
    row = maker(state=state)
    client.force_login(make_user(is_superuser=True))
    response = client.get(embed_of(row))
    assert response.status_code == 404
    assert "Tidak ditemukan" in response.content.decode()
    assert str(row) not in response.content.decode()
    assert "X-Frame-Options" not in response
    assert "frame-ancestors *" in response[POLICY]


@pytest.mark.parametrize("maker", MAKERS)
def test_what_was_withdrawn_is_a_readable_card_without_its_words(client, maker):
    row = maker(state="withdrawn")
    response = client.get(embed_of(row))
    body = response.content.decode()
    assert response.status_code == 410
    assert "Tidak tersedia lagi" in body
    assert str(row) not in body
    assert 'rel="canonical"' not in body
    assert "frame-ancestors *" in response[POLICY]
    assert "X-Frame-Options" not in response


def test_list_of_a_kelurahan_leaves_out_what_is_not_public(client):
    for state in ("draft", "review", "scheduled", "withdrawn"):
        make_article(state=state, title=f"Berita {state}", kelurahan=[kelurahan()])
    assert "<li>" not in client.get(LIST).content.decode()


def test_hidden_kim_is_not_named_as_a_writer(client):
    kim = make_kim(published=True, name="KIM Gerabah")
    story = make_article(published=True)
    make_byline(story, "writer", kim=kim)
    bring_to(kim, "withdrawn")
    assert "KIM Gerabah" not in shown(client, story)


@pytest.mark.parametrize("address", ["berita/x/", "penghargaan/x/", "kim/x/", "kelurahan/x/"])
def test_unknown_card_is_not_found_but_readable(client, address):
    response = client.get(f"/sematan/{address}")
    assert response.status_code == 404
    assert "frame-ancestors *" in response[POLICY]
    assert "Tidak ditemukan" in response.content.decode()


# Addresses that moved, hostile words, cost


def test_former_address_of_a_story_leads_to_its_card(client):
    story = make_article(published=True)
    keep(story, "alamat-lama")
    response = client.get("/sematan/berita/alamat-lama/")
    assert (response.status_code, response.headers["Location"]) == (301, embed_of(story))


def test_address_of_a_merged_award_leads_to_the_card_of_what_it_became(client):
    kept, other = make_award(published=True), make_award(published=True)
    former = embed_of(other)
    merge(kept, other, make_user())
    response = client.get(former)
    assert (response.status_code, response.headers["Location"]) == (301, embed_of(kept))


def test_hostile_words_stay_words(client):
    story = make_article(published=True, title=HOSTILE, kelurahan=[kelurahan()])
    kim = make_kim(published=True, name=HOSTILE[:60])
    award = make_award(published=True, category=HOSTILE, recipients=[kim])
    pages = [shown(client, row) for row in (story, kim, award)]
    pages.append(client.get(LIST).content.decode())
    for body in pages:
        assert "<script>alert" not in body
        assert "<img src=x" not in body
        assert "&lt;script&gt;" in body


@pytest.mark.parametrize("maker", [*MAKERS, None])
def test_card_costs_at_most_three_queries_however_much_there_is(client, maker):
    address = embed_of(maker(published=True)) if maker else LIST
    costs = []
    for count in (1, 8):
        for _ in range(count):
            make_article(published=True, kelurahan=[kelurahan()], lead_photo=make_photo())
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 3
