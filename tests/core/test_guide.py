"""The guide is one click away from every screen, for staff only."""

import re

import pytest
from django.urls import reverse

from malangnews.core.desk.guide import FOLDER, PICTURE, chapters
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", [chapter.slug for chapter in chapters()])
def test_every_chapter_opens_for_staff(client, slug):
    client.force_login(make.make_user())
    page = client.get(reverse("admin:guide_chapter", args=[slug])).content.decode()
    chapter = next(chapter for chapter in chapters() if chapter.slug == slug)
    assert f"<h1>{chapter.title}</h1>" in page
    assert "gambar/" not in page, "pictures stand at their static address"


def test_the_guide_begins_with_writing_and_every_screen_leads_to_it(client):
    client.force_login(make.make_user())
    assert "<h1>Menulis berita</h1>" in client.get(reverse("admin:guide")).content.decode()
    link = f'href="{reverse("admin:guide")}"'
    assert link in client.get(reverse("admin:index")).content.decode()


def test_a_chapter_that_is_not_there_is_not_found(client):
    client.force_login(make.make_user())
    assert client.get(reverse("admin:guide_chapter", args=["bukan"])).status_code == 404


def test_visitors_are_asked_to_log_in(client):
    assert client.get(reverse("admin:guide")).status_code == 302


def test_html_in_a_chapter_would_stay_words():
    chapter = chapters()[0]._replace(source="# Judul\n\n<script>alert(1)</script>")
    assert "<script>" not in chapter.html


def test_every_picture_is_there_and_used():
    named = {name for chapter in chapters() for name in PICTURE.findall(chapter.source)}
    assert named == {path.name for path in (FOLDER / "gambar").glob("*")}
    described = [re.findall(r"!\[(.*?)\]", chapter.source) for chapter in chapters()]
    assert all(words for row in described for words in row)


def test_who_may_open_no_table_is_shown_no_list_of_tables(client):
    address = reverse("admin:guide_chapter", args=["kontributor-kim"])
    client.force_login(make.make_user(group="Kontributor KIM"))
    assert "nav-sidebar" not in client.get(address).content.decode()
    client.force_login(make.make_user(group="Penulis"))
    assert "nav-sidebar" in client.get(address).content.decode()
