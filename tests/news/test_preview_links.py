"""Links to an unpublished story: what they show, to whom, and when they end."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from malangnews.news.models import PreviewLink, WorkingCopy
from malangnews.news.previews import address_of
from tests import factories as make
from tests.news.test_admin import inlines, story

pytestmark = pytest.mark.django_db


def link(article=None, **fields):
    ends = fields.pop("expires_at", timezone.now() + dt.timedelta(days=1))
    article = article or make.make_article(title="Judul rahasia")
    return PreviewLink.objects.create(article=article, label="Ketua KIM", expires_at=ends, **fields)


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_a_visitor_reads_the_saved_story_and_nobody_keeps_it(client, state):
    page = client.get(address_of(link(make.make_article(title="Judul rahasia", state=state))))
    assert page.status_code == 200
    assert "Judul rahasia" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "no-referrer"
    assert not page.cookies


def test_a_link_shows_only_public_rows_beside_the_story(client):
    hidden, shown = (
        make.make_kim(name="KIM Rahasia"),
        make.make_kim(name="KIM Umum", published=True),
    )
    page = client.get(address_of(link(make.make_article(kims=[hidden, shown])))).content.decode()
    assert "KIM Umum" in page
    assert "KIM Rahasia" not in page


@pytest.mark.parametrize("over", ["expires_at", "revoked_at"])
def test_a_link_ends_by_time_and_by_hand(client, over):
    page = client.get(address_of(link(**{over: timezone.now() - dt.timedelta(minutes=1)})))
    assert page.status_code == 410
    assert "Judul rahasia" not in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_link_to_what_was_withdrawn_leads_nowhere(client):
    gone = link(make.make_article(state="withdrawn", title="Judul rahasia"))
    page = client.get(address_of(gone))
    assert page.status_code == 410
    assert "Judul rahasia" not in page.content.decode()


def test_the_seal_of_another_link_opens_nothing(client):
    made, other = link(), link()
    seal = address_of(other).rstrip("/").rsplit("-", 1)[1]
    for token in (f"{made.pk}-{seal}", f"{made.pk}-", f"{made.pk}", "9" * 40, "²-1"):
        assert client.get(f"/berita/pratinjau/{token}/").status_code == 404


def test_only_its_maker_or_a_publisher_revokes_a_link(client):
    made = link(created_by=make.make_user())
    revoke = reverse("admin:news_article_revoke", args=[made.article_id, made.pk])
    client.force_login(make.make_user(group="Penulis"))
    assert client.post(revoke).status_code == 403
    assert client.get(revoke).status_code == 405
    client.force_login(make.make_user(group="Penyunting"))
    assert client.post(revoke).status_code == 302
    made.refresh_from_db()
    assert made.revoked_at


def test_a_preview_of_the_form_is_no_unsaved_work(client):
    client.force_login(make.make_user(group="Penulis"))
    page = reverse("admin:news_article_preview_new")
    assert client.post(page, story() | inlines()).status_code == 302
    assert WorkingCopy.objects.exists()
    assert not WorkingCopy.objects.unsaved().exists()
    add = client.get(reverse("admin:news_article_add")).content.decode()
    assert "Lanjutkan menyunting" not in add
