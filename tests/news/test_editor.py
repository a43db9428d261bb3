"""What the editor of a story stands on: its text area, and the lists it offers."""

import pytest
from django.urls import reverse

from tests.factories import make_article, make_award, make_kim, make_photo, make_user

pytestmark = pytest.mark.django_db

PHOTOS, RECORDS = "/admin/news/article/foto/", "/admin/news/article/kaitan/"


@pytest.fixture
def writer(client):
    client.force_login(make_user("dina", group="Penulis"))
    return client


def test_form_names_the_engine_and_the_lists(writer):
    text = writer.get("/admin/news/article/add/").content.decode()
    assert 'data-story-editor="/static/django_prose_editor/editor.js"' in text
    assert f'data-photos="{PHOTOS}"' in text and f'data-records="{RECORDS}"' in text
    assert "js/editor-story.js" in text


def test_policy_stays_strict_in_the_admin(writer):
    policy = writer.get("/admin/news/article/add/").headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy and "style-src 'self';" in policy


def test_plain_text_stays_as_typed_without_a_script(writer):
    article = make_article(body="Satu.\nDua.")
    text = writer.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    assert "Satu.\nDua.</textarea>" in text


def test_photos_are_listed_newest_first_and_searched(writer):
    old, new = make_photo(alt="Balai Kota pagi hari"), make_photo(alt="Gerabah Penanggungan")
    listed = writer.get(PHOTOS).json()
    assert [one["id"] for one in listed["results"]] == [new.pk, old.pk]
    assert listed["results"][0]["src"] == new.small_url and listed["next"] is None
    found = writer.get(PHOTOS, {"q": "gerabah"}).json()["results"]
    assert [one["alt"] for one in found] == ["Gerabah Penanggungan"]


def test_photo_leads_to_its_small_picture(writer):
    photo = make_photo()
    answer = writer.get(f"{PHOTOS}{photo.pk}/")
    assert answer.status_code == 302 and answer.url == photo.small_url


@pytest.mark.parametrize("key", ["0", "999999", "9" * 40, "x", "-1", "1.5", "²"])
def test_junk_photo_is_not_found(writer, key):
    assert writer.get(f"{PHOTOS}{key}/").status_code == 404


@pytest.mark.parametrize("query", ["x" * 5000, "(", "'", "\ud7ff", "a " * 500])
@pytest.mark.parametrize("address", [PHOTOS, RECORDS])
def test_junk_search_is_an_empty_list(writer, address, query):
    make_kim()
    assert writer.get(address, {"q": query, "hal": query}).status_code == 200


@pytest.mark.parametrize("address", [f"{PHOTOS}?q=%00", f"{RECORDS}?q=%00", f"{PHOTOS}%00/"])
def test_null_characters_are_refused(writer, address):
    assert writer.get(address).status_code == 400


@pytest.mark.parametrize("address", [PHOTOS, RECORDS, f"{PHOTOS}1/"])
def test_pickers_are_only_read(writer, address):
    assert writer.post(address).status_code == 405


def test_records_say_what_is_not_published(writer):
    kim, out = make_kim(name="KIM Samaan"), make_kim(name="KIM Purwo Agung", published=True)
    award = make_award()
    results = {one["record"]: one for one in writer.get(RECORDS).json()["results"]}
    assert results[f"kim:{kim.pk}"]["note"] == "KIM (belum terbit)"
    assert results[f"kim:{out.pk}"] == {
        "record": f"kim:{out.pk}",
        "words": "KIM Purwo Agung",
        "note": "KIM",
    }
    assert f"award:{award.pk}" in results


def test_records_are_searched(writer):
    make_kim(name="KIM Samaan"), make_kim(name="KIM Purwo Agung")
    found = writer.get(RECORDS, {"q": "purwo"}).json()["results"]
    assert [one["words"] for one in found] == ["KIM Purwo Agung"]


@pytest.mark.parametrize("address", [PHOTOS, RECORDS, f"{PHOTOS}1/"])
def test_pickers_are_closed_to_strangers(client, address):
    assert client.get(address).status_code == 302
    client.force_login(make_user("tamu", is_staff=False))
    assert client.get(address).status_code == 302
    client.force_login(make_user("baru"))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("group", ["Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM"])
def test_pickers_ask_for_the_right_to_see_stories(client, group):
    user = make_user("ayu", group=group)
    client.force_login(user)
    sees = user.has_perm("news.view_article") or user.has_perm("news.change_article")
    assert client.get(RECORDS).status_code == (200 if sees else 403)
