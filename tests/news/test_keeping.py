"""Nobody loses a word, nobody saves over another unseen: the desk's side of it."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from malangnews.news.models import Article, WorkingCopy
from tests import factories as make
from tests.news.test_admin import inlines, story

pytestmark = pytest.mark.django_db
KEEP = "admin:news_article_keep"


def change(article):
    return reverse("admin:news_article_change", args=[article.pk])


@pytest.fixture
def dina(client):
    user = make.make_user("dina", group="Penyunting", first_name="Dina")
    client.force_login(user)
    return user


def form(article=None, **fields):
    version = article.version if article else 0
    rubric = {"rubric": article.rubric_id} if article else {}
    return story(desk_version=version, desk_copy=str(uuid.uuid4()), **rubric, **fields) | inlines()


def keep(client, article=None, **fields):
    return client.post(keeping(article), form(article, **fields))


def keeping(article=None):
    return reverse(KEEP) + (f"?berita={article.pk}" if article else "")


# Two people


def test_the_second_to_save_gets_a_comparison_and_nothing_is_overwritten(client, dina):
    article = make.make_article(title="Judul asli")
    first, second = form(article, title="Judul Rina"), form(article, title="Judul Dina")
    assert client.post(change(article), first).status_code == 302
    answer = client.post(change(article), second)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Judul " in page
    assert "[dihapus: </span>Rina" in page
    assert "[ditambahkan: </span>Dina" in page
    article.refresh_from_db()
    assert article.title == "Judul Rina"
    assert article.revisions.count() == 2


def test_she_may_save_hers_after_seeing_the_other(client, dina):
    article = make.make_article()
    old = form(article, title="Judul Dina", body="Semua kata saya.")
    client.post(change(article), form(article, title="Judul Rina"))
    article.refresh_from_db()
    chosen = old | {"desk_version": article.version}
    assert client.post(change(article), chosen).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.body) == ("Judul Dina", "Semua kata saya.")


def test_she_may_go_on_editing_hers(client, dina):
    article = make.make_article(title="Judul asli")
    again = form(article, title="Judul Dina") | {"_edit_again": "1"}
    answer = client.post(change(article), again)
    assert answer.status_code == 200
    assert 'value="Judul Dina"' in answer.content.decode()
    article.refresh_from_db()
    assert article.title == "Judul asli"


@pytest.mark.parametrize("button", ["_publish", "_submit", "_continue"])
def test_no_button_of_the_form_gets_past(client, dina, button):
    article = make.make_article(title="Judul asli")
    stale = form(article, title="Lain") | {button: "1", "desk_version": article.version - 1}
    assert client.post(change(article), stale).status_code == 409
    article.refresh_from_db()
    assert (article.title, article.status) == ("Judul asli", "draft")


def test_a_form_without_a_version_has_seen_nothing(client, dina):
    article = make.make_article()
    data = {name: value for name, value in form(article).items() if name != "desk_version"}
    assert client.post(change(article), data).status_code == 409


def test_a_stale_form_with_mistakes_shows_both(client, dina):
    article = make.make_article()
    stale = form(article, title="") | {"desk_version": 0}
    page = client.post(change(article), stale).content.decode()
    assert "sesudah Anda membukanya" in page
    assert "errornote" in page
    assert f'name="desk_version" value="{article.version}"' in page


@pytest.mark.parametrize("action", ["publish_rows", "submit_rows"])
def test_the_list_acts_only_on_what_it_shows(client, dina, action):
    article = make.make_article()
    rows = {"action": action, "_selected_action": [article.pk]}
    rows[f"desk_version-{article.pk}"] = article.version - 1
    page = client.post(reverse("admin:news_article_changelist"), rows, follow=True)
    assert "berubah sejak daftar ini dibuka" in page.content.decode()
    article.refresh_from_db()
    assert article.status == "draft"
    shown = client.get(reverse("admin:news_article_changelist")).content.decode()
    assert f'name="desk_version-{article.pk}" value="{article.version}"' in shown


def test_a_reason_is_asked_for_the_version_that_is_shown(client, dina):
    article = make.make_article(published=True)
    page = reverse("admin:news_article_withdraw", args=[article.pk])
    assert f'name="desk_version-{article.pk}"' in client.get(page).content.decode()
    answer = client.post(page, {"reason": "Keliru.", f"desk_version-{article.pk}": 1})
    assert "sesudah halaman ini dibuka" in answer.content.decode()
    assert "Keliru." in answer.content.decode(), "the reason is not lost"
    article.refresh_from_db()
    assert article.is_public
    client.post(page, {"reason": "Keliru.", f"desk_version-{article.pk}": article.version})
    assert Article.objects.withdrawn().count() == 1


def test_ticked_rows_that_did_not_change_are_not_held_up_by_those_that_did(client, dina):
    old, fresh = make.make_article(), make.make_article()
    rows = {"action": "submit_rows", "_selected_action": [old.pk, fresh.pk]}
    rows |= {f"desk_version-{old.pk}": 0, f"desk_version-{fresh.pk}": fresh.version}
    client.post(reverse("admin:news_article_changelist"), rows)
    assert list(Article.objects.in_review()) == [fresh]


def test_the_whole_form_goes_through_the_comparison(client, dina):
    article, kim = make.make_article(), make.make_kim()
    initial = make.make_initial()
    data = form(article, kims=[kim.pk], body="Alinea satu.\r\n\r\nAlinea “dua” & <tiga>.")
    data |= inlines(bylines=[{"role": "writer", "initial": initial.pk, "position": 1}])
    page = client.post(change(article), data | {"desk_version": 0, "_continue": "1"})
    sent = page.context["fields"]
    again = {}
    for name, value in sent:
        again.setdefault(name, []).append(value)
    assert client.post(change(article), again | {page.context["pressed"]: "1"}).status_code == 302
    article.refresh_from_db()
    assert article.body == data["body"]
    assert list(article.kims.all()) == [kim]
    assert article.bylines.get().initial == initial


def test_who_may_not_change_a_story_learns_nothing_from_a_conflict(client):
    article = make.make_article(published=True, title="Judul terbit")
    client.force_login(make.make_user(group="Pembina KIM"))
    assert client.post(change(article), form(article) | {"desk_version": 0}).status_code == 403


# What is typed


def test_what_is_typed_is_kept_and_given_back_word_for_word(client, dina):
    article = make.make_article(title="Judul asli")
    answer = keep(client, article, title="Judul setengah jadi", body="Kata demi kata.")
    assert answer.status_code == 200
    assert answer.json()["kept_at"]
    copy = WorkingCopy.objects.get()
    page = client.get(change(article)).content.decode()
    assert "Ada tulisan yang belum disimpan" in page
    assert "Judul asli" in page
    page = client.get(change(article), {"lanjutkan": copy.key}).content.decode()
    assert 'value="Judul setengah jadi"' in page
    assert "Kata demi kata." in page
    assert f'name="desk_copy" value="{copy.key}"' in page
    article.refresh_from_db()
    assert article.title == "Judul asli"


def test_a_new_story_is_kept_too_and_forgotten_when_saved(client, dina):
    keep(client, title="Belum punya nomor")
    copy = WorkingCopy.objects.get()
    add = reverse("admin:news_article_add")
    assert "Ada tulisan yang belum disimpan" in client.get(add).content.decode()
    page = client.get(add, {"lanjutkan": copy.key}).content.decode()
    assert 'value="Belum punya nomor"' in page
    data = form() | {"desk_copy": str(copy.key), "rubric": make.make_rubric().pk}
    assert client.post(add, data).status_code == 302
    copy.refresh_from_db()
    assert copy.is_closed
    assert copy.article == Article.objects.get()
    assert "Ada tulisan yang belum disimpan" not in client.get(add).content.decode()


def test_what_arrives_after_the_save_is_not_kept_as_unsaved(client, dina):
    article = make.make_article()
    data = form(article, title="Sudah disimpan")
    client.post(keeping(article), data)
    client.post(change(article), data)
    assert client.post(keeping(article), data).json() == {"closed": True}
    assert not WorkingCopy.objects.unsaved().exists()
    asked = {"salinan": data["desk_copy"]}
    answer = client.get(reverse("admin:news_article_session"), asked).json()
    assert answer["closed"] == [data["desk_copy"]]


def test_a_copy_remembers_which_version_it_began_from(client, dina):
    article = make.make_article()
    keep(client, article, title="Milik Dina")
    copy = WorkingCopy.objects.get()
    client.post(change(article), form(article, title="Milik Rina"))
    page = client.get(change(article), {"lanjutkan": copy.key}).content.decode()
    assert "kedua naskah dibandingkan dahulu" in page
    assert f'name="desk_version" value="{copy.base_version}"' in page


def test_discarding_is_asked_for_and_reaches_only_ones_own(client, dina):
    article = make.make_article()
    keep(client, article)
    mine = WorkingCopy.objects.get()
    now = timezone.now()
    other = WorkingCopy.objects.create(
        user=make.make_user(), article=article, data={"a": ["b"]}, kept_at=now
    )
    page = reverse("admin:news_article_discard")
    assert client.get(page).status_code == 405
    assert client.post(page, {"salinan": mine.key}).status_code == 302
    assert client.post(page, {"salinan": other.key}).status_code == 404
    assert client.post(page, {"salinan": "bukan-kunci"}).status_code == 404
    assert list(WorkingCopy.objects.unsaved()) == [other]


def test_the_copy_of_another_is_neither_shown_nor_taken(client, dina):
    article = make.make_article(title="Judul asli")
    other = WorkingCopy.objects.create(
        user=make.make_user(), article=article, data={"title": ["Rahasia"]}, kept_at=timezone.now()
    )
    page = client.get(change(article), {"lanjutkan": other.key}).content.decode()
    assert "Rahasia" not in page
    assert "belum disimpan" not in page
    data = form(article, title="Direbut") | {"desk_copy": other.key}
    assert client.post(keeping(article), data).status_code == 404
    assert client.post(keeping(article), data | {"desk_beat": "1"}).status_code == 404
    assert client.post(keeping(), data).status_code == 404
    other.refresh_from_db()
    assert other.data == {"title": ["Rahasia"]}


def test_both_are_told_while_both_are_editing(client, dina):
    article = make.make_article()
    rina = make.make_user("rina", first_name="Rina")
    opened = {"desk_opened": ["1700000000"]}
    open_form = WorkingCopy.objects.create(user=rina, article=article, data=opened)
    since = "15 November 2023 pukul 05.13"
    assert keep(client, article).json()["others"] == [{"name": "Rina", "since": since}]
    page = client.get(change(article)).content.decode()
    assert f"<b>Rina</b> sedang menyunting berita ini sejak {since}." in page
    WorkingCopy.objects.filter(pk=open_form.pk).update(
        seen_at=timezone.now() - dt.timedelta(minutes=2)
    )
    assert keep(client, article).json()["others"] == []


def test_forms_of_long_ago_are_swept_away(client, dina):
    old = WorkingCopy.objects.create(user=dina, data={"title": ["x"]})
    long_ago = timezone.now() - dt.timedelta(days=31)
    WorkingCopy.objects.filter(pk=old.pk).update(seen_at=long_ago, kept_at=long_ago)
    client.get(reverse("admin:news_article_add"))
    assert not WorkingCopy.objects.exists()


# Who may


def test_a_lost_session_is_said_in_a_way_that_a_script_understands(client):
    assert keep(client).status_code == 401
    assert client.get(reverse("admin:news_article_session")).status_code == 401


def test_the_session_gives_its_own_user_a_fresh_token(client, dina):
    answer = client.get(reverse("admin:news_article_session"))
    assert answer.json()["user"] == str(dina.pk)
    assert answer.json()["csrf"]
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("group", ["Pembina KIM", "Pengelola Penghargaan", ""])
def test_who_may_change_no_story_keeps_nothing(client, group):
    article = make.make_article(published=True)
    client.force_login(make.make_user(group=group))
    for story_or_new in (article, None):
        assert keep(client, story_or_new).status_code == 403
    assert not WorkingCopy.objects.exists()


def test_a_writer_keeps_words_for_a_story_that_others_publish(client):
    article = make.make_article(published=True)
    client.force_login(make.make_user(group="Penulis"))
    assert keep(client, article).status_code == 200


@pytest.mark.parametrize("is_staff", [True, False])
def test_discarding_needs_a_session_of_the_desk(client, is_staff):
    copy = WorkingCopy.objects.create(user=make.make_user(), data={"a": ["b"]})
    if not is_staff:
        client.force_login(make.make_user(is_staff=False))
    answer = client.post(reverse("admin:news_article_discard"), {"salinan": copy.key})
    assert answer.status_code == 302
    assert reverse("admin:login") in answer["Location"]
    copy.refresh_from_db()
    assert not copy.is_closed


def test_who_only_reads_a_story_gets_no_form_that_is_kept(client):
    article = make.make_article()
    client.force_login(make.make_user(group="Pembina KIM"))
    page = client.get(change(article))
    if page.status_code == 200:
        assert "desk_copy" not in page.content.decode()
    resumed = client.get(change(article), {"lanjutkan": str(uuid.uuid4())})
    assert resumed.status_code == page.status_code


def test_the_token_is_asked_for(dina):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(dina)
    assert strict.post(reverse(KEEP), form()).status_code == 403
    csrf = strict.get(reverse("admin:news_article_session")).json()["csrf"]
    answer = strict.post(reverse(KEEP), form(), headers={"x-csrftoken": csrf})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("query", "fields", "status"),
    [
        ("", {"desk_copy": "bukan-kunci"}, 404),
        ("", {"desk_copy": ""}, 404),
        ("?berita=99999999", {}, 404),
        ("?berita=x", {}, 404),
        ("?berita=" + "9" * 30, {}, 404),
        ("", {"desk_version": "9" * 50}, 200),
        ("", {"desk_version": "-1"}, 200),
        ("", {"desk_opened": "x", "desk_beat": "1"}, 200),
        ("", {"body": "a" * 1_000_001}, 413),
        ("", {"body": "a\0b"}, 400),
    ],
)
def test_junk_gets_a_plain_answer(client, dina, query, fields, status):
    assert client.post(reverse(KEEP) + query, form() | fields).status_code == status
    assert client.get(reverse(KEEP)).status_code == 405
    assert client.post(reverse("admin:news_article_session")).status_code == 405
    page = client.get(reverse("admin:news_article_add"), {"lanjutkan": "bukan-kunci"})
    assert page.status_code == 200
    assert not Article.objects.exists()
