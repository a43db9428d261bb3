"""The library's list: cards, their uses, their uploaders, in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from malangnews.media.models import Photo
from tests import factories as make
from tests.media.test_admin import photo_form
from tests.media.test_uploads import UPLOAD, jpeg

pytestmark = pytest.mark.django_db
LIST = "admin:media_photo_changelist"


@pytest.fixture
def dina(client):
    user = make.make_user("dina", group="Penulis")
    client.force_login(user)
    return user


def in_text(*photos, **fields):
    body = "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)
    article = make.make_article(body=body, **fields)
    article.link_what_it_tells_of()
    return article


def shown(client, **query):
    return list(client.get(reverse(LIST), query).context["cl"].result_list)


def test_each_card_says_where_it_is_used(client, dina):
    unused, often, once = make.make_photo(), make.make_photo(), make.make_photo()
    in_text(often, lead_photo=often)  # twice in one story is one place
    in_text(often, once)
    make.make_award(certificate=often)
    cards = {photo.pk: photo.use_count for photo in shown(client)}
    assert cards == {unused.pk: 0, often.pk: 3, once.pk: 1}
    page = client.get(reverse(LIST)).content.decode()
    for words in ("Belum dipakai", "Dipakai di 1 tempat", "Dipakai di 3 tempat"):
        assert words in page
    assert len(often.uses()) == 3


def test_a_list_of_ten_costs_what_a_list_of_one_costs(client, dina):
    def cost():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(reverse(LIST))
        return len(asked)

    in_text(make.make_photo(), lead_photo=make.make_photo())
    client.get(reverse(LIST))
    one = cost()
    for _ in range(9):
        in_text(make.make_photo(), lead_photo=make.make_photo())
    assert cost() == one


def test_a_card_names_what_is_lacking(client, dina):
    make.make_photo(alt="", credit="")
    page = client.get(reverse(LIST)).content.decode()
    assert "Belum ada teks alternatif dan kredit" in page
    assert "Tanpa kredit" in page


def test_photos_are_found_by_whether_they_are_used(client, dina):
    used, unused = make.make_photo(), make.make_photo()
    in_text(used, lead_photo=used)
    assert shown(client, dipakai="ya") == [used]
    assert shown(client, dipakai="belum") == [unused]
    assert shown(client, dipakai="entah") == [unused, used]


@pytest.mark.parametrize("way", ["upload", "form"])
def test_who_uploaded_is_kept_and_found(client, dina, way):
    make.make_photo(uploaded_by=make.make_user("lain"))
    if way == "upload":
        client.post(reverse(UPLOAD), {"files": jpeg()})
    else:
        client.post(reverse("admin:media_photo_add"), photo_form())
    (mine,) = shown(client, milik="saya")
    assert mine.uploaded_by == dina
    page = client.get(reverse("admin:media_photo_change", args=[mine.pk])).content.decode()
    assert "oleh dina" in page


def test_a_change_does_not_move_who_uploaded(client, dina):
    photo = make.make_photo(uploaded_by=make.make_user("lain"))
    change = reverse("admin:media_photo_change", args=[photo.pk])
    fields = photo_form(alt="Baru")
    del fields["file"]
    assert client.post(change, fields).status_code == 302
    photo.refresh_from_db()
    assert (photo.alt, photo.uploaded_by.username) == ("Baru", "lain")


def test_photos_of_who_left_stay():
    user = make.make_user()
    photo = make.make_photo(uploaded_by=user)
    user.delete()
    photo.refresh_from_db()
    assert photo.uploaded_by is None
    assert Photo.objects.count() == 1
