"""What the editor of a story stands on: its text area, and the lists it offers."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from malangnews.news.models import Article
from tests.factories import (
    make_article,
    make_award,
    make_initial,
    make_kim,
    make_photo,
    make_rubric,
    make_user,
    permission,
)
from tests.news.test_admin import inlines, story

pytestmark = pytest.mark.django_db

PHOTOS, RECORDS = "/admin/news/article/foto/", "/admin/news/article/kaitan/"
MARKS = "/admin/news/article/tanda/"


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


@pytest.mark.parametrize("address", [PHOTOS, RECORDS, f"{PHOTOS}1/", MARKS])
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


@pytest.mark.parametrize("address", [PHOTOS, RECORDS, f"{PHOTOS}1/", MARKS])
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
    assert client.get(MARKS).status_code == (200 if sees else 403)


def test_marks_are_told_by_their_names_of_today(writer):
    kim, out = make_kim(name="KIM Lama"), make_kim(name="KIM Purwo Agung", published=True)
    award, photo = make_award(published=True), make_photo(caption="Rak penuh", credit="")
    kim.name = "KIM Baru"
    kim.save()
    asked = f"kim:{kim.pk},kim:{out.pk},award:{award.pk},photo:{photo.pk},kim:99999"
    marks = writer.get(MARKS, {"m": asked}).json()["marks"]
    assert marks[f"kim:{kim.pk}"] == {"words": "KIM Baru", "public": False, "note": "belum terbit"}
    assert marks[f"kim:{out.pk}"]["public"] is True
    assert marks[f"award:{award.pk}"]["words"]
    told = marks[f"photo:{photo.pk}"]
    assert (told["caption"], told["credit"]) == ("Rak penuh", "")
    assert "kredit" in told["lacks"][0]
    assert "kim:99999" not in marks


def test_many_marks_cost_as_much_as_one_of_each(writer, django_assert_max_num_queries):
    rows = [(make_kim(), make_award(), make_photo()) for _ in range(4)]
    asked = ",".join(f"kim:{k.pk},award:{a.pk},photo:{p.pk}" for k, a, p in rows)
    with django_assert_max_num_queries(12):
        assert len(writer.get(MARKS, {"m": asked}).json()["marks"]) == 12


@pytest.mark.parametrize("asked", ["", "kim:", ":", "user:1", "kim:x,photo:²", "kim:1," * 9000])
def test_junk_marks_are_none(writer, asked):
    assert writer.get(MARKS, {"m": asked[:5000]}).json() == {"marks": {}}


def test_marks_that_one_may_not_see_are_not_told(client):
    user = make_user("ayu")
    user.user_permissions.set([permission("news.view_article"), permission("media.view_photo")])
    client.force_login(user)
    kim, photo = make_kim(name="KIM Rahasia"), make_photo()
    marks = client.get(MARKS, {"m": f"kim:{kim.pk},photo:{photo.pk}"}).json()["marks"]
    assert list(marks) == [f"photo:{photo.pk}"]


@pytest.fixture
def looker(client):
    """Somebody who may see stories, and change none."""
    client.force_login(make_user("ayu", group="Pembina KIM"))
    return client


def test_who_may_only_look_sees_the_text_as_readers_do(looker):
    kim, photo = make_kim(name="KIM Baru", published=True), make_photo(credit="Diskominfo")
    body = (
        f'<h2>Rak</h2><p>Oleh <a data-record="kim:{kim.pk}">KIM Lama</a>.</p>'
        f'<figure data-photo="{photo.pk}"></figure><script>x()</script>'
    )
    article = make_article(body=body)
    text = looker.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    shown = text.split('<div class="story-shown">')[1].split("</div>")[0]
    assert "<h2>Rak</h2>" in shown and ">KIM Baru</a>" in shown and "Foto: Diskominfo" in shown
    assert "x()" not in shown and "data-record" not in text
    assert "data-story-editor" not in text


def test_an_empty_text_is_told_to_be_empty(looker):
    article = make_article(body="")
    text = looker.get(reverse("admin:news_article_change", args=[article.pk])).content.decode()
    assert "Belum ada isi." in text


@pytest.mark.parametrize(
    "quoted", ['"https://vimeo.com/1"', "'javascript:alert(1)'", "https://evil.example/x"]
)
def test_a_video_that_would_be_dropped_is_refused_and_stays_in_the_form(writer, quoted):
    body = f"<p>Alinea.</p><figure data-video={quoted}></figure>"
    answer = writer.post("/admin/news/article/add/", story(body=body) | inlines())
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "tidak dikenal. Pakai alamat video YouTube" in text
    assert "&lt;figure data-video=" in text
    assert not Article.objects.exists()


def test_a_video_copied_from_a_phone_is_kept_in_its_usual_form(writer):
    body = '<p>A.</p><figure data-video="https://youtu.be/dQw4w9WgXcQ?si=x"></figure>'
    writer.post("/admin/news/article/add/", story(body=body) | inlines())
    assert (
        'data-video="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'
        in Article.objects.get().body_html
    )


def test_a_new_story_begins_with_ones_own_initials_and_last_rubric(client):
    user = make_user("dina", group="Penulis")
    initial, rubric = make_initial(user=user), make_rubric()
    make_article(rubric=make_rubric()), make_article(rubric=rubric, created_by=user)
    client.force_login(user)
    form = client.get("/admin/news/article/add/").context["adminform"].form
    assert form.initial["rubric"] == rubric.pk
    rows = client.get("/admin/news/article/add/").context["inline_admin_formsets"][0].formset
    assert [one.initial for one in rows.forms] == [{"role": "writer", "initial": initial.pk}]
    row = {"role": "writer", "initial": initial.pk, "position": 1}
    client.post("/admin/news/article/add/", story() | inlines(bylines=[row]))
    assert Article.objects.order_by("pk").last().sign_off == initial.initials


@pytest.mark.parametrize("count", [0, 2])
def test_nobodys_initials_are_guessed(writer, count):
    user = User.objects.get(username="dina")
    for _ in range(count):
        make_initial(user=user)
    make_initial(user=user, is_active=False)
    rows = writer.get("/admin/news/article/add/").context["inline_admin_formsets"][0].formset
    assert rows.forms == []
    article = make_article()
    page = writer.get(reverse("admin:news_article_change", args=[article.pk]))
    assert page.context["inline_admin_formsets"][0].formset.forms == []
