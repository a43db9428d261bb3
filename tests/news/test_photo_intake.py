"""A new photo from the form of a story: kept with its words, or refused and nothing left."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from malangnews.media.models import Photo
from tests import factories as make
from tests.media.test_uploads import iptc, jpeg

pytestmark = pytest.mark.django_db
WORDS = {"alt": "Dua jaring penuh lele.", "credit": "Diskominfo Kota Malang"}


@pytest.fixture
def writer(client):
    client.force_login(make.make_user("dina", group="Penulis"))
    return client


def send(client, **fields):
    data = {"file": make.image_file(size=(20, 10)), **WORDS, **fields}
    return client.post(
        reverse("admin:news_article_intake"), {name: one for name, one in data.items() if one}
    )


def test_a_photo_is_kept_with_its_words(writer):
    answer = send(writer, caption="Panen pertama.")
    photo = Photo.objects.get()
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    card = answer.json()["photo"]
    assert (card["id"], card["src"]) == (photo.pk, photo.small_url)
    assert (photo.alt, photo.credit, photo.caption) == (*WORDS.values(), "Panen pertama.")
    assert card["lacks"] == []
    assert photo.uploaded_by.username == "dina"
    assert LogEntry.objects.get().object_id == str(photo.pk)


def test_what_publication_needs_is_asked_for_beside_its_field(writer):
    errors = send(writer, alt="", credit="").json()["errors"]
    assert set(errors) == {"alt", "credit"}
    errors = send(writer, alt="IMG_0001.jpg").json()["errors"]
    assert set(errors) == {"alt"}
    assert not Photo.objects.exists()


def test_a_credit_in_the_file_is_enough(writer):
    file = jpeg(iptc(b"Panen lele", b"Diskominfo Kota Malang"))
    assert send(writer, file=file, credit="").status_code == 200
    assert Photo.objects.get().credit == "Diskominfo Kota Malang"


def test_a_picture_that_the_library_has_is_offered_instead(writer):
    there = make.make_photo(file=make.image_file(size=(20, 10)), alt="Sudah ada.")
    answer = send(writer)
    assert answer.status_code == 400
    assert "sudah ada di pustaka" in answer.json()["errors"]["file"][0]
    assert answer.json()["twin"]["id"] == there.pk
    assert Photo.objects.count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"file": None},
        {"file": SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>", "image/svg+xml")},
        {"file": SimpleUploadedFile("x.png", b"\x89PNG\r\n\x1a\n", "image/png")},
        {"file": SimpleUploadedFile("x.png", b"", "image/png")},
        {"alt": "a" * 251},
        {"credit": "a\ud7ffb" * 120},
    ],
)
def test_what_cannot_be_kept_is_told_and_leaves_nothing(writer, fields):
    answer = send(writer, **fields)
    assert answer.status_code == 400
    assert answer.json()["errors"]
    assert not Photo.objects.exists()


def test_it_is_only_sent_to(writer):
    assert writer.get(reverse("admin:news_article_intake")).status_code == 405


@pytest.mark.parametrize(
    ("group", "status"),
    [("Penulis", 200), ("Penyunting", 200), ("Pengelola Penghargaan", 403), ("Pembina KIM", 403)],
)
def test_who_writes_stories_may_send_photos(client, group, status):
    client.force_login(make.make_user(group=group))
    assert send(client).status_code == status
    assert Photo.objects.count() == (status == 200)


def test_strangers_send_nothing(client):
    assert send(client).status_code == 302
    client.force_login(make.make_user("baru"))
    assert send(client).status_code == 403
    assert not Photo.objects.exists()


@pytest.mark.parametrize(("group", "offered"), [("Penulis", True), ("Penyunting", True)])
def test_the_form_offers_it_to_who_may(client, group, offered):
    client.force_login(make.make_user(group=group))
    text = client.get("/admin/news/article/add/").content.decode()
    assert ("data-intake" in text) is offered


def test_the_form_does_not_offer_what_is_not_allowed(client):
    user = make.make_user("ayu")
    names = ("news.add_article", "news.view_article", "news.change_article", "media.view_photo")
    user.user_permissions.set([make.permission(name) for name in names])
    client.force_login(user)
    assert "data-intake" not in client.get("/admin/news/article/add/").content.decode()
    assert send(client).status_code == 403
