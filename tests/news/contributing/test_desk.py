"""What the desk sees of a contributor, and what a contributor sees of the desk."""

import pytest

from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db


def text_of(answer):
    return answer.content.decode()


def test_contributor_begins_at_her_own_desk(phone):
    assert phone.get("/admin/").url == "/admin/tulis/"


def test_editor_who_also_writes_for_a_kim_stays_at_the_desk(client, kim):
    editor = make.make_user(group="Penyunting")
    make.make_contributor(kim, editor)
    client.force_login(editor)
    words = text_of(client.get("/admin/"))
    assert "Saya menulis untuk" in words and 'href="/admin/tulis/"' in words


def test_editor_is_told_what_kim_sent(client, draft):
    client.force_login(make.make_user(group="Penyunting"))
    assert "Kiriman KIM menunggu tinjauan" in text_of(client.get("/admin/"))
    assert draft.title not in text_of(client.get("/admin/"))
    Article.objects.filter(pk=draft.pk).submit()
    assert draft.title in text_of(client.get("/admin/"))
    other = make.make_article(title="Berita kantor", state="review")
    listed = text_of(client.get("/admin/news/article/?kiriman=kim"))
    assert draft.title in listed and other.title not in listed
    panel = text_of(client.get(f"/admin/news/article/{draft.pk}/change/"))
    assert "Kiriman <b>KIM Samaan</b> oleh Sari" in panel
    assert "Kiriman <b>" not in text_of(client.get(f"/admin/news/article/{other.pk}/change/"))


def test_writer_of_the_office_is_not_asked_to_review(client, draft):
    client.force_login(make.make_user(group="Penulis"))
    assert "Kiriman KIM menunggu tinjauan" not in text_of(client.get("/admin/"))
