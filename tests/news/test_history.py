"""History, comparison and restore at the desk: what is kept, and who may use it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from malangnews.news.models import Article
from malangnews.news.revisions.record import KIND, record
from tests import factories as make
from tests.news.test_admin import inlines, story

pytestmark = pytest.mark.django_db


def address(page, article, *more):
    return reverse(f"admin:news_article_{page}", args=[article.pk, *more])


def as_role(client, group):
    user = make.make_user(group=group)
    client.force_login(user)
    return user


def save(client, article, **fields):
    article.refresh_from_db()
    data = story(rubric=article.rubric_id, desk_version=article.version, **fields) | inlines()
    answer = client.post(address("change", article), data)
    assert answer.status_code == 302, answer.content.decode()[:2000]


def kinds(article):
    return list(article.revisions.order_by("number").values_list("kind", flat=True))


def test_every_save_is_kept_and_the_first_edit_can_be_compared(client):
    user = as_role(client, "Penyunting")
    article = make.make_article(title="Judul lama")
    save(client, article, title="Judul baru")
    assert kinds(article) == [KIND.CREATED, KIND.SAVED]
    assert article.revisions.first().by == user
    page = client.get(address("compare", article), {"dari": 1, "ke": 2}).content.decode()
    assert "lama" in page
    assert "[ditambahkan: " in page
    assert "Pulihkan versi 1" in page


def test_a_button_that_does_more_is_still_one_save(client):
    as_role(client, "Penyunting")
    article = make.make_article()
    save(client, article, _publish="1")
    assert kinds(article) == [KIND.CREATED, KIND.PUBLISHED]


def test_a_new_story_begins_its_history(client):
    as_role(client, "Penulis")
    data = story(rubric=make.make_rubric().pk, desk_version=0) | inlines()
    client.post(reverse("admin:news_article_add"), data)
    assert kinds(Article.objects.get()) == [KIND.CREATED]


def test_verbs_of_the_list_and_of_their_own_pages_are_kept(client):
    as_role(client, "Penyunting")
    article = make.make_article(state="review")
    rows = {"action": "publish_rows", "_selected_action": [article.pk]}
    client.post(reverse("admin:news_article_changelist"), rows)
    article.refresh_from_db()
    reason = {"reason": "Angkanya keliru.", "desk_version": article.version}
    client.post(address("withdraw", article), reason)
    assert kinds(article)[-2:] == [KIND.PUBLISHED, KIND.WITHDRAWN]
    assert article.revisions.first().note == "Angkanya keliru."


def restore(client, article, number, version=None, **fields):
    article.refresh_from_db()
    data = {"desk_version": article.version if version is None else version, **fields}
    return client.post(address("restore", article, number), data, follow=True)


def test_one_click_restores(client):
    as_role(client, "Penyunting")
    article = make.make_article(title="Judul lama", tags=["satu"])
    save(client, article, title="Judul baru")
    answer = restore(client, article, 1)
    assert "Dipulihkan dari versi 1." in answer.content.decode()
    article.refresh_from_db()
    assert article.title == "Judul lama"
    assert [tag.name for tag in article.tags.all()] == ["satu"]
    assert kinds(article) == [KIND.CREATED, KIND.SAVED, KIND.RESTORED]


def test_restoring_what_readers_saw_may_tell_them(client):
    as_role(client, "Penyunting")
    article = make.make_article(published=True, title="Judul lama")
    save(client, article, title="Judul baru")
    told = {"change_size": "major", "note_kind": "update", "note_text": "Judul semula kembali."}
    page = restore(client, article, 1, **told | {"note_text": ""}).content.decode()
    assert "pembaca akan membacanya" in page
    assert "Pulihkan versi 1" in page
    restore(client, article, 1, **told)
    article.refresh_from_db()
    assert article.title == "Judul lama"
    assert article.corrections.get().noted_at == article.revised_at


def test_refused_restore_tells_readers_nothing(client):
    as_role(client, "Penyunting")
    article = make.make_article(summary="")
    save(client, article)
    save(client, article, _publish="1")
    told = {"change_size": "major", "note_kind": "update", "note_text": "Kembali."}
    assert "Tidak ada yang diubah" in restore(client, article, 1, **told).content.decode()
    article.refresh_from_db()
    assert article.revised_at is None
    assert not article.corrections.exists()


def test_a_draft_is_restored_without_a_word_to_readers(client):
    as_role(client, "Penyunting")
    article = make.make_article(title="Judul lama")
    save(client, article, title="Judul baru")
    page = client.get(address("compare", article), {"dari": 1}).content.decode()
    assert "Pulihkan versi 1" in page
    assert "change_size" not in page


def test_review_compares_with_what_was_first_sent(client):
    article = make.make_article(title="Judul lama")
    as_role(client, "Penulis")
    save(client, article, _submit="1")
    as_role(client, "Penyunting")
    assert "dikirim semula" not in client.get(address("change", article)).content.decode()
    save(client, article, title="Judul baru")
    assert "dikirim semula" in client.get(address("change", article)).content.decode()


def test_restore_refuses_who_has_not_seen_the_latest(client):
    as_role(client, "Penyunting")
    article = make.make_article(title="Judul lama")
    save(client, article, title="Judul baru")
    for version in (article.version - 1, "", "x"):
        answer = restore(client, article, 1, version)
        assert "Tidak ada yang diubah" in answer.content.decode()
    article.refresh_from_db()
    assert article.title == "Judul baru"


def test_a_released_story_is_not_restored_to_something_incomplete(client):
    as_role(client, "Penyunting")
    article = make.make_article(summary="")
    save(client, article)
    save(client, article, _publish="1")
    answer = restore(client, article, 1)
    assert "Tidak ada yang diubah" in answer.content.decode()
    article.refresh_from_db()
    assert article.summary
    assert KIND.RESTORED not in kinds(article)


@pytest.mark.parametrize("group", ["Penulis", "Pembina KIM", "Pengelola Penghargaan", ""])
def test_who_may_not_change_a_released_story_may_not_restore_it(client, group):
    article = make.make_article(published=True)
    record(article, KIND.SAVED, None)
    as_role(client, group)
    assert restore(client, article, 1).status_code == 403
    assert kinds(article) == [KIND.SAVED]


@pytest.mark.parametrize("page", ["history", "compare"])
def test_history_is_for_who_sees_stories_at_the_desk(client, page):
    article = make.make_article()
    record(article, KIND.SAVED, None)
    query = {"dari": 1}
    assert client.get(address(page, article), query).status_code == 302
    as_role(client, "Pembina KIM")
    assert client.get(address(page, article), query).status_code == 200
    as_role(client, "")
    assert client.get(address(page, article), query).status_code == 403


@pytest.mark.parametrize(
    "query", ["", "dari=9", "dari=x&ke=1", "ke=sekarang", "dari=1&ke=99", "dari=" + "9" * 40]
)
def test_junk_in_a_comparison_is_not_found(client, query):
    as_role(client, "Penyunting")
    article = make.make_article()
    record(article, KIND.SAVED, None)
    assert client.get(f"{address('compare', article)}?{query}").status_code == 404


def test_junk_addresses_are_not_found(client):
    as_role(client, "Penyunting")
    article = make.make_article()
    assert restore(client, article, 7).status_code == 404
    assert client.get(address("restore", article, 7)).status_code == 404
    for junk in ("0", "x", "9" * 30):
        assert client.get(f"/admin/news/article/{junk}/history/").status_code == 404


def queries_of_all_pages(client, article):
    """How many queries the form, the history, a comparison and a restore take."""
    article.refresh_from_db()
    steps = (
        lambda: client.get(address("change", article)),
        lambda: client.get(address("history", article)),
        lambda: client.get(address("compare", article), {"dari": 1, "ke": 2}),
        lambda: restore(client, article, 1),
    )
    counts = []
    for step in steps:
        with CaptureQueriesContext(connection) as queries:
            assert step().status_code == 200
        counts.append(len(queries))
    return counts


def test_a_hundred_saves_cost_what_two_cost(client):
    as_role(client, "Penyunting")
    counts = []
    for saves in (2, 100):
        article = make.make_article(body="Alinea. " * 300)
        for _ in range(saves):
            record(article, KIND.SAVED, None)
        counts.append(queries_of_all_pages(client, article))
    assert counts[0] == counts[1]


def test_who_reviews_is_told_what_to_compare_with(client):
    as_role(client, "Penyunting")
    new = make.make_article(state="review")
    assert "Naskah baru" in client.get(address("change", new)).content.decode()
    again = make.make_article()
    record(again, KIND.RETURNED, None)
    page = client.get(address("change", again)).content.decode()
    assert "Bandingkan dengan yang dikembalikan" in page
    record(again, KIND.PUBLISHED, None)
    page = client.get(address("change", again)).content.decode()
    assert "Bandingkan dengan yang terakhir terbit" in page
    assert "?dari=2&amp;ke=sekarang" in page
    as_role(client, "Penulis")
    assert "Naskah baru" not in client.get(address("change", new)).content.decode()


def test_the_history_of_a_draft_goes_with_it(client):
    as_role(client, "Penyunting")
    article = make.make_article()
    record(article, KIND.SAVED, None)
    client.post(address("delete", article), {"post": "yes"})
    assert not Article.objects.filter(pk=article.pk).exists()
