"""Preview: the form as a page without saving, and links for people without an account."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from malangnews.news.models import Article, PreviewLink, Revision, WorkingCopy
from malangnews.news.previews import address_of
from tests import factories as make
from tests.news.test_admin import inlines, story
from tests.news.test_history import as_role

pytestmark = pytest.mark.django_db
DESK = "/admin/news/article"


def preview(client, article=None, **fields):
    where = f"{DESK}/{article.pk}/pratinjau/" if article else f"{DESK}/pratinjau/"
    if article:
        fields = {"rubric": article.rubric_id, "desk_version": article.version, **fields}
    return client.post(where, story(**fields) | inlines())


def make_link(article, **fields):
    fields = {"expires_at": timezone.now() + dt.timedelta(days=1), **fields}
    fields.setdefault("created_by", make.make_user())
    return PreviewLink.objects.create(article=article, label="Ketua KIM Samaan", **fields)


@pytest.mark.parametrize("stored", [True, False])
def test_a_preview_shows_what_was_typed_and_saves_nothing(client, stored):
    article = make.make_article(title="Judul lama") if stored else None
    rubric = article.rubric if stored else make.make_rubric()
    as_role(client, "Penulis")
    before = Article.objects.count()
    answer = preview(client, article, title="Judul di layar", rubric=rubric.pk)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    shell = client.get(answer.url)
    assert "frame-src 'self'" in shell.headers["Content-Security-Policy"]
    page = client.get(f"{answer.url}isi/")
    assert "Judul di layar" in page.content.decode()
    assert "belum disimpan" in page.content.decode()
    assert page.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in page.headers["Cache-Control"]
    assert Article.objects.count() == before and not Revision.objects.exists()
    assert not LogEntry.objects.exists()
    assert not stored or Article.objects.get().title == "Judul lama"


def test_a_preview_is_its_writers_own(client):
    article = make.make_article()
    as_role(client, "Penulis")
    address = preview(client, article).url
    client.force_login(make.make_user("lain", group="Penyunting"))
    assert client.get(address).status_code == client.get(f"{address}isi/").status_code == 404


def test_an_invalid_form_is_told_in_words(client):
    article = make.make_article()
    as_role(client, "Penulis")
    answer = preview(client, article, title="")
    assert "Belum dapat ditampilkan" in answer.content.decode()
    assert not WorkingCopy.objects.exists()


def test_a_visitor_reads_the_saved_story_by_link(client):
    article = make.make_article(title="Naskah rahasia")
    answer = client.get(address_of(make_link(article)))
    text = answer.content.decode()
    assert answer.status_code == 200 and "Naskah rahasia" in text
    assert article.get_absolute_url() not in text
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("field", ["revoked_at", "expires_at"])
def test_a_link_that_is_over_says_so(client, field):
    past = timezone.now() - dt.timedelta(minutes=1)
    link = make_link(make.make_article(title="Naskah rahasia"))
    PreviewLink.objects.filter(pk=link.pk).update(**{field: past})
    answer = client.get(address_of(link))
    assert answer.status_code == 410 and "Naskah rahasia" not in answer.content.decode()


@pytest.mark.parametrize("token", ["x", "1-", "1-" + "0" * 32, "9" * 40 + "-a", "²-a", "1-é", "-"])
def test_a_junk_token_is_not_found(client, token):
    make_link(make.make_article())
    assert client.get(f"/berita/pratinjau/{token}/").status_code == 404


def test_a_link_to_a_public_story_leads_there(client):
    article = make.make_article(published=True)
    answer = client.get(address_of(make_link(article)))
    assert answer.status_code == 302 and answer.url == article.get_absolute_url()


def test_a_link_is_made_and_revoked(client):
    article = make.make_article()
    as_role(client, "Penulis")
    client.post(f"{DESK}/{article.pk}/tautan/", {"label": "Ketua KIM", "days": "3"})
    link = PreviewLink.objects.get()
    assert client.get(address_of(link)).status_code == 200
    client.post(f"{DESK}/{article.pk}/tautan/{link.pk}/cabut/")
    assert client.get(address_of(link)).status_code == 410
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("group", ["Pengelola Penghargaan", "Pembina KIM", ""])
def test_who_may_not_change_a_story_previews_nothing(client, group):
    article = make.make_article()
    client.force_login(make.make_user("tamu", group=group))
    assert preview(client, article).status_code == 403
    assert preview(client).status_code == 403
    assert client.post(f"{DESK}/{article.pk}/tautan/", {}).status_code == 403
