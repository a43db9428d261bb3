"""Who may do what in the photo library: role x address x method, by where the photo is shown.

A cell holds the roles that may; every other role, staff without rights and who is not logged in may
not. Every address of PhotoAdmin stands in it: a new one fails the first test until somebody says
who may.
"""

import pytest
from django.contrib import admin
from django.urls import reverse

from malangnews.media.models import Photo
from tests import factories as make
from tests.media.test_admin import photo_form
from tests.media.test_uploads import jpeg, words

pytestmark = pytest.mark.django_db

W, E, A, K, N = "Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM", ""
ROLES = (W, E, A, K, N)
STAFF = {W, E, A, K}
TAKERS = {W, E, A}
NOBODY = set()

# Where the photo is shown. The drafts show it to nobody yet; who may publish what shows it to the
# public may change it.
PLACES = ("nowhere", "draft", "story", "award", "both")


def by_place(nowhere, draft, story, award, both):
    return dict(zip(PLACES, (nowhere, draft, story, award, both), strict=True))


SEE = by_place(STAFF, STAFF, STAFF, STAFF, STAFF)
TAKE = by_place(TAKERS, TAKERS, TAKERS, TAKERS, TAKERS)
EDIT = by_place(TAKERS, TAKERS, {E}, {E, A}, {E})
DELETE = by_place({E, A}, NOBODY, NOBODY, NOBODY, NOBODY)

# Name of the address, method, and the roles for each place.
TABLE = {
    ("changelist", "GET"): SEE,
    ("add", "GET"): TAKE,
    ("add", "POST"): TAKE,
    ("change", "GET"): SEE,
    ("change", "POST"): EDIT,
    ("delete", "GET"): DELETE,
    ("delete", "POST"): DELETE,
    ("history", "GET"): SEE,
    ("upload", "GET"): TAKE,
    ("upload", "POST"): TAKE,
    ("describe", "GET"): EDIT,
    ("describe", "POST"): EDIT,
    # The boxes of suggestions are not PhotoAdmin's own, but give its rows away.
    ("autocomplete", "GET"): SEE,
}
ONE = {"change", "delete", "history"}
JUNK = ("0", "x", "9" * 40, "1_2", "-1")


def names():
    patterns = admin.site._registry[Photo].get_urls()
    found = {pattern.name for pattern in patterns if getattr(pattern, "name", None)}
    return {name.removeprefix("media_photo_") for name in found}


def test_every_address_stands_in_the_table():
    assert names() == {name for name, _ in TABLE} - {"autocomplete"}


def photo_shown(place):
    photo = make.make_photo(alt="Rahasia")
    if place in ("story", "both"):
        make.make_article(published=True, lead_photo=photo)
    if place in ("award", "both"):
        make.make_award(published=True, certificate=photo)
    if place == "draft":
        make.make_article(lead_photo=photo)
    return photo


def ask(client, name, method, photo):
    """Ask for the address as its page would, with all that it needs."""
    if name == "autocomplete":
        data = {"app_label": "news", "model_name": "article", "field_name": "lead_photo"}
        return client.get(reverse("admin:autocomplete"), data)
    address = reverse(f"admin:media_photo_{name}", args=[photo.pk] if name in ONE else [])
    if name == "describe":
        address += f"?foto={photo.pk}"
    if method == "GET":
        return client.get(address)
    data = {
        "add": photo_form(),
        "change": {key: value for key, value in photo_form().items() if key != "file"},
        "delete": {"post": "yes"},
        "upload": {"files": jpeg()},
        "describe": words(photo),
    }
    return client.post(address, data[name])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("name", "method"), TABLE)
def test_a_role_may_do_what_the_table_says(client, name, method, role, place):
    photo = photo_shown(place)
    client.force_login(make.make_user(group=role))
    answer = ask(client, name, method, photo)
    allowed = role in TABLE[name, method][place]
    assert (answer.status_code in (200, 302)) == allowed, answer.status_code
    if not allowed:
        assert answer.status_code == 403
        assert [row.alt for row in Photo.objects.all()] == ["Rahasia"]


@pytest.mark.parametrize(("name", "method"), TABLE)
@pytest.mark.parametrize("user", ["nobody", "reader"])
def test_who_is_no_editor_may_do_nothing(client, name, method, user):
    photo = photo_shown("nowhere")
    if user == "reader":
        client.force_login(make.make_user(is_staff=False))
    answer = ask(client, name, method, photo)
    assert answer.status_code == 302
    assert "/admin/login/" in answer.headers["Location"]
    assert [row.alt for row in Photo.objects.all()] == ["Rahasia"]


@pytest.mark.parametrize("key", JUNK)
@pytest.mark.parametrize("name", sorted(ONE))
def test_junk_in_the_place_of_a_photo_is_no_failure(client, name, key):
    client.force_login(make.make_user(group=E))
    page = reverse(f"admin:media_photo_{name}", args=[key])
    for answer in (client.get(page), client.post(page, {"post": "yes"})):
        assert answer.status_code in (302, 404)


@pytest.mark.parametrize("role", [W, K, N])
def test_no_action_of_the_list_goes_past_the_table(client, role):
    """The list deletes and describes only what its reader may."""
    free, held = photo_shown("nowhere"), photo_shown("both")
    client.force_login(make.make_user(group=role))
    rows = {"action": "delete_selected", "_selected_action": [free.pk, held.pk], "post": "yes"}
    client.post(reverse("admin:media_photo_changelist"), rows)
    assert Photo.objects.count() == 2
    rows["action"] = "describe_rows"
    answer = client.post(reverse("admin:media_photo_changelist"), rows)
    sent_on = "lengkapi" in answer.headers.get("Location", "")
    assert sent_on == (role == W)
