"""The desk's reader while somebody writes: reads the form as it stands, saves nothing."""

import pytest
from django.urls import reverse

from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
NEW = "/admin/news/article/periksa/"
SLIP = "Diserahkan pada Selasa (6/11/2023) di Balai Kota."


@pytest.fixture
def dina(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    return client


def found(client, address=NEW, **fields):
    answer = client.post(address, {"title": "", "body": "", **fields})
    assert answer.status_code == 200
    return answer.json()["findings"]


def test_a_slip_is_pointed_at_with_its_mend_before_anything_is_saved(dina):
    (finding,) = found(dina, body=f"<p>Rapat.</p><p>{SLIP}</p>")
    assert (finding["part"], finding["words"]) == ("body", "Selasa (6/11/2023)")
    assert finding["mend"] == "Senin (6/11/2023)"
    assert finding["occurrence"] == 0
    assert not Article.objects.exists()


def test_title_and_summary_are_read_too(dina):
    parts = [finding["part"] for finding in found(dina, title=SLIP, summary=SLIP)]
    assert parts == ["title", "summary"]


def test_a_clean_text_is_met_with_silence(dina):
    assert found(dina, body="<p>Diserahkan pada Senin (6/11/2023).</p>") == []


def test_what_the_text_points_at_counts_as_linked(dina):
    kim = make.make_kim(name="KIM Samaan", published=True)
    named = "<p>Dihadiri KIM Samaan.</p>"
    assert [one["rule"] for one in found(dina, body=named)] == ["kim-belum-ditautkan"]
    assert found(dina, body=named, kims=[kim.pk]) == []
    chip = f'<p>Dihadiri <a data-record="kim:{kim.pk}">KIM Samaan</a>.</p>'
    assert found(dina, body=chip) == []


def test_a_stored_story_is_read_as_the_form_has_it(dina):
    article = make.make_article(body="Bersih.")
    address = reverse("admin:news_article_read", args=[article.pk])
    assert [one["words"] for one in found(dina, address, body=SLIP)] == ["Selasa (6/11/2023)"]
    article.refresh_from_db()
    assert article.body == "Bersih."


@pytest.mark.parametrize(
    "fields",
    [
        {"event_on": "2023-99-99", "published_at": "bukan waktu"},
        {"published_at": "0001-01-01T00:00"},
        {"lead_photo": "x", "kims": ["x", "9" * 40], "awards": ["-1"]},
        {"body": "<p>" * 500},
    ],
)
def test_junk_in_the_form_is_read_all_the_same(dina, fields):
    slips = found(dina, title=SLIP, **fields)
    assert slips[0]["part"] == "title"


def test_what_is_too_long_is_refused_in_words(dina):
    answer = dina.post(NEW, {"body": "a" * 200_001})
    assert answer.status_code == 413
    assert "terlalu panjang" in answer.json()["words"]
    assert dina.get(NEW).status_code == 405


def test_a_long_text_costs_no_more_queries_than_a_short_one(dina, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        found(dina, body=SLIP)
    with django_assert_max_num_queries(14):
        found(dina, body=SLIP * 200)


@pytest.mark.parametrize("group", ["Pembina KIM", "Pengelola Penghargaan", ""])
def test_who_may_not_write_has_nothing_read(client, group):
    client.force_login(make.make_user(group=group))
    assert client.post(NEW, {"body": SLIP}).status_code == 403
