import pytest
from django.contrib import admin
from django.urls import reverse

from kim.models import Potential
from malangnews.search.index import rebuild
from malangnews.search.misses import remember
from malangnews.search.models import Entry, Name, Pin
from tests.constraints import assert_database_refuses, assert_form_says
from tests.factories import make_potential, make_user

pytestmark = pytest.mark.django_db


def _pinned_twice():
    Pin.objects.create(words="kim", title="Atlas", address="/kim/")
    return Pin(words="KIM", title="Lain", address="/kim/")


def _name_twice():
    rebuild()
    name = Name.objects.all()[0]
    return Name(entry=name.entry, phrase=name.phrase, head=name.head, shown="Lain")


def _entry_twice():
    rebuild()
    entry = Entry.objects.all()[0]
    return Entry(pk=1, kind=entry.kind, object_id=entry.object_id, marks=" ")


BROKEN = {
    "search_entry_once": _entry_twice,
    "search_name_once": _name_twice,
    "search_pin_leads_to_the_portal": lambda: Pin(words="a", title="A", address="//contoh.id/"),
    "search_pin_once": _pinned_twice,
}


@pytest.mark.parametrize("name", BROKEN)
def test_form_says_what_is_wrong(name):
    assert_form_says(name, BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


@pytest.mark.parametrize(
    "address", ["/\\contoh.id/", "/\t/contoh.id/", "/kim/ lain", "//contoh.id"]
)
def test_chosen_answer_leads_to_no_other_site(client, address):
    client.force_login(make_user(group="Penyunting"))
    fields = {"words": "kim", "title": "Atlas", "address": address}
    assert client.post(reverse("admin:search_pin_add"), fields).status_code == 200
    assert not Pin.objects.exists()
    client.post(
        reverse("admin:search_pin_add"), fields | {"address": "/kim/?pada=2022-12-07#atlas"}
    )
    assert Pin.objects.exists()


def test_what_was_missed_leads_to_teaching(client):
    client.force_login(make_user(group="Penyunting"))
    remember(["kampung", "&", "tematik"])
    page = client.get(reverse("admin:search_miss_changelist")).content.decode()
    assert "/admin/search/synonym/add/?phrases=kampung+%26+tematik" in page
    assert client.get(reverse("admin:search_miss_add")).status_code == 403


@pytest.mark.parametrize("group", ["Penulis", "Pembina KIM", "Pengelola Penghargaan"])
@pytest.mark.parametrize("model", ["miss", "pin", "synonym"])
def test_others_do_not_teach_the_search(client, group, model):
    client.force_login(make_user(group=group))
    assert client.get(reverse(f"admin:search_{model}_changelist")).status_code == 403


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_rows_deleted_together_leave_the_index(rf):
    make_potential(published=True, name="Gerabah")
    rebuild()
    desk = admin.site.get_model_admin(Potential)
    assert Entry.objects.filter(kind="potensi").exists()
    desk.delete_queryset(rf.get("/"), Potential.objects.all())
    assert not Entry.objects.filter(kind="potensi").exists()
