import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone

from malangnews.news.models import Article, Proposal, WorkingCopy
from tests.factories import make_article, make_rubric, make_user

pytestmark = pytest.mark.django_db
TITLES = [
    "Simpanan otomatis saya",
    "Tanpa kaitan penghargaan atau KIM",
    "Rubrik mingguan tanpa potensi",
    "Setahun tidak ditinjau",
    "Rentetan rubrik",
    "Foto belum lengkap",
]


def front(user) -> str:
    client = Client()
    client.force_login(user)
    return client.get("/admin/").content.decode()


def propose(story):
    return Proposal.objects.create(article=story, base_version=1, snapshot={})


def test_editor_sees_what_the_newsroom_waits_for():
    editor = make_user(group="Penyunting")
    story = make_article(published=True, rubric=make_rubric(name="UMKM", cadence="weekly"))
    Article.objects.filter(pk=story.pk).update(updated_at=timezone.now() - dt.timedelta(days=400))
    propose(story)
    WorkingCopy.objects.create(user=editor, data={"title": ["x"]}, kept_at=timezone.now())
    html = front(editor)
    for title in [*TITLES, "Usulan menunggu keputusan"]:
        assert f"<h2>{title}</h2>" in html
    for query in ("kaitan=tanpa", "kaitan=potensi", "lama=setahun"):
        assert query in html
    assert "Naskah baru" in html and "berturut-turut" in html


def test_writer_sees_no_proposals_and_no_copies_of_others():
    copy = {"data": {"title": ["x"]}, "kept_at": timezone.now()}
    WorkingCopy.objects.create(user=make_user("lain"), **copy)
    propose(make_article(published=True))
    html = front(make_user(group="Penulis"))
    assert "Usulan menunggu keputusan" not in html
    assert "Naskah baru" not in html


def test_staff_without_rights_sees_no_list_of_the_newsroom():
    html = front(make_user("tamu", is_staff=True))
    assert not any(title in html for title in TITLES if title != "Setahun tidak ditinjau")
    assert AnonymousUser().is_anonymous and Client().get("/admin/").status_code == 302


def test_empty_lists_say_what_to_do():
    html = front(make_user(group="Penyunting"))
    assert "Kaitan diisi pada formulir berita." in html
    assert "Atur “Irama terbit” pada rubriknya." in html


def test_first_screen_costs_the_same_for_many_rows(django_assert_max_num_queries):
    editor, client = make_user(group="Penyunting"), Client()
    client.force_login(editor)
    for _ in range(6):
        propose(make_article(published=True, rubric=make_rubric(cadence="weekly")))
    with django_assert_max_num_queries(75):
        client.get("/admin/")


@pytest.mark.parametrize(
    ("query", "found"),
    [("kaitan=tanpa", True), ("kaitan=potensi", False), ("lama=setahun", False), ("lama=x", True)],
)
def test_filters_of_the_first_screen(query, found):
    story, client = make_article(), Client()
    client.force_login(make_user(group="Penyunting"))
    page = client.get(f"/admin/news/article/?{query}")
    assert (story.title in page.content.decode()) == found
