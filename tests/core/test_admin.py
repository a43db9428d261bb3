"""The desk in every role: what opens, who may do what, and what bad input gets."""

import datetime as dt

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from awards.models import (
    Award,
    Edition,
)
from kim.models import Potential
from malangnews.core.desk.fields import MinuteField
from malangnews.core.models import Publishable
from malangnews.news.models import Article
from tests import factories as make
from tests.core.desks import ROLES, address, fill_every_table

pytestmark = pytest.mark.django_db

STRANGE_QUERIES = (
    "?e=1",
    "?_popup=1",
    "?_to_field=id&_popup=1",
    "?_to_field=password",
    "?status__exact=x",
    "?pk=",
    "?pk=99999999999999999999999",
    "?id__exact=-1",
    "?p=abc",
    "?p=99999999999999999999999",
    "?o=99.-7.x",
    "?all=",
    "?q=%22%27%20%25_%5C",
    "?q=" + "a " * 200,
    "?antrean=entah",
    "?milik=orang",
    "?created_by__password__startswith=p",
    "?created_at__year=99999",
    "?created_at__gte=besok",
    "?published_at__year=99999&published_at__month=13",
    "?edition__conferred_on__year=0",
    "?rubric__id__exact=x",
    "?edition__year=99999999999999999999",
    "?happened=%F0%9F%8E%89",
)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_the_registry_opens_or_refuses(enter, role):
    fill_every_table()
    client = enter(role)
    assert client.get(reverse("admin:index")).status_code == 200
    opened = 0
    for model in admin.site._registry:
        row = model._default_manager.first()
        pages = [("changelist",), ("add",), ("change", row.pk), ("history", row.pk)]
        pages += [("delete", row.pk)]
        pages += (
            [("withdraw", row.pk), ("return", row.pk)] if issubclass(model, Publishable) else []
        )
        for page, *args in pages:
            try:
                answer = client.get(address(model, page, *args))
            except NoReverseMatch:
                pytest.fail(f"{model.__name__} has no page {page}")
            assert answer.status_code in (200, 403), (model, page, answer.status_code)
            opened += answer.status_code == 200
    assert opened == 0 if role == "nobody" else opened > 10


def test_publishing_a_list_says_what_was_published_and_what_is_missing(enter):
    client = enter("Penyunting")
    ready = make.make_article(title="Lengkap")
    bare = make.make_article(title="Kurang", summary="", rubric=None)
    data = {"action": "publish_rows", "_selected_action": [ready.pk, bare.pk]}
    text = client.post(address(Article, "changelist"), data, follow=True).content.decode()
    assert "Diterbitkan: 1 berita. “Lengkap”." in text
    assert "“Kurang” belum terbit. Masih kurang: isi ringkasan; isi rubrik." in text
    ready.refresh_from_db()
    bare.refresh_from_db()
    assert (ready.status, bare.status) == ("published", "draft")
    assert "Diterbitkan." in LogEntry.objects.get(object_id=ready.pk).get_change_message()


def test_withdrawing_a_list_asks_for_the_reason_first(enter):
    client = enter("Penyunting")
    rows = [make.make_article(published=True) for _ in range(2)]
    data = {"action": "withdraw_rows", "_selected_action": [row.pk for row in rows]}
    page = client.post(address(Article, "changelist"), data)
    assert page.status_code == 200
    assert "Alasan penarikan" in page.content.decode()
    page = client.post(address(Article, "changelist"), {**data, "reason": " "})
    assert "Tulis alasan penarikan" in page.content.decode()
    assert Article.objects.published().count() == 2
    answer = client.post(address(Article, "changelist"), {**data, "reason": "Keliru."}, follow=True)
    assert "Ditarik: 2 berita." in answer.content.decode()
    assert set(Article.objects.values_list("withdrawal_reason", flat=True)) == {"Keliru."}


def test_a_row_in_review_goes_back_with_a_note_that_its_writer_sees(enter):
    row = make.make_article(state="review")
    client = enter("Penyunting")
    client.post(address(Article, "return", row.pk), {"reason": "Lengkapi kategorinya."})
    row.refresh_from_db()
    assert (row.status, row.review_note) == ("draft", "Lengkapi kategorinya.")
    page = enter("Penulis").get(address(Article, "change", row.pk)).content.decode()
    assert "Lengkapi kategorinya." in page


@pytest.mark.parametrize("query", STRANGE_QUERIES)
def test_strange_addresses_of_lists_are_answered(enter, query):
    client = enter("superuser")
    make.make_handover()
    for model in admin.site._registry:
        answer = client.get(address(model, "changelist") + query)
        assert answer.status_code in (200, 302, 400), (model, query, answer.status_code)


@pytest.mark.parametrize("key", ["9" * 23, "9" * 5000, "-1", "x", "²", "1.5", "_5F", "%20"])
def test_strange_keys_lead_back_to_the_index(enter, key):
    client = enter("superuser")
    for model in admin.site._registry:
        start = address(model, "changelist")
        pages = ["change", "delete", "history"]
        pages += ["tarik", "kembalikan"] if issubclass(model, Publishable) else []
        for page in pages:
            answer = client.get(f"{start}{key}/{page}/")
            assert answer.status_code in (302, 404), (model, page, answer.status_code)


def test_null_bytes_are_refused_before_the_desk_reads_them(enter):
    client = enter("superuser")
    assert client.get(address(Article, "changelist") + "?q=%00").status_code == 400
    assert client.post(address(Article, "add"), {"title": "a\0b"}).status_code == 400


@pytest.mark.parametrize("value", ["0001-01-01T00:00", "9999-12-31T23:59", "besok", "2023-02-30"])
def test_impossible_moments_get_a_message(enter, value):
    client = enter("superuser")
    answer = client.post(address(Potential, "add"), {"name": "x", "published_at": value})
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["published_at"]


def test_a_stored_moment_with_seconds_is_not_a_change():
    stored = timezone.now()
    shown = timezone.localtime(stored).strftime("%Y-%m-%dT%H:%M")
    later = timezone.localtime(stored + dt.timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    assert not MinuteField().has_changed(stored, shown)
    assert MinuteField().has_changed(stored, later)


def test_the_front_desk_lists_what_waits(enter, client):
    writer = make.make_user(group="Penulis")
    make.make_article(title="Draf milikku", created_by=writer)
    make.make_article(title="Draf orang lain")
    make.make_article(title="Ditunggu peninjau", state="review")
    make.make_award(state="scheduled", category="Kategori terjadwal")
    client.force_login(writer)
    text = client.get(reverse("admin:index")).content.decode()
    for words in ("Draf milikku", "Ditunggu peninjau", "Kategori terjadwal"):
        assert words in text
    assert "Draf orang lain" not in text
    assert f"{address(Article, 'changelist')}?antrean=draf&amp;milik=saya" in text


def test_queues_are_tabs_that_filter(enter):
    client = enter("Penyunting")
    for state in make.STATES:
        make.make_article(title=f"Naskah {state}", state=state)
    names = dict(
        zip(("draf", "tinjauan", "terjadwal", "terbit", "ditarik"), make.STATES, strict=True)
    )
    for queue, state in names.items():
        answer = client.get(address(Article, "changelist"), {"antrean": queue})
        assert [row.title for row in answer.context["cl"].result_list] == [f"Naskah {state}"]
        assert answer.content.decode().count('aria-current="page"') >= 1


def test_lists_cost_the_same_for_one_row_and_for_ten(enter, django_assert_max_num_queries):
    client = enter("superuser")
    make.make_award()
    client.get(address(Award, "changelist"))
    with django_assert_max_num_queries(17) as one:
        client.get(address(Award, "changelist"))
    for _ in range(9):
        make.make_award(edition=Edition.objects.first())
    with django_assert_max_num_queries(len(one)):
        client.get(address(Award, "changelist"))


def test_the_desk_holds_no_inline_style_or_script(enter):
    client = enter("superuser")
    fill_every_table()
    for model in admin.site._registry:
        for page in ("changelist", "add"):
            text = client.get(address(model, page)).content.decode()
            assert "<style" not in text and " style=" not in text, (model, page)
            assert "<script>" not in text and " onclick=" not in text, (model, page)


def test_saving_without_changing_leaves_released_words_as_they_are(enter):
    """The address and the time of a released row are shown, not sent: no form can move them."""
    client = enter("superuser")
    row = make.make_potential(published=True, name="Gerabah", slug="gerabah")
    data = {
        "name": "Gerabah tua",
        "kind": row.kind,
        "kelurahan": row.kelurahan_id,
        "summary": "Baru.",
        "slug": "lain",
        "published_at": "2030-01-01T00:00",
        "contacts-TOTAL_FORMS": 0,
        "contacts-INITIAL_FORMS": 0,
    }
    assert client.post(address(Potential, "change", row.pk), data).status_code == 302
    fresh = Potential.objects.get(pk=row.pk)
    assert (fresh.name, fresh.slug) == ("Gerabah tua", "gerabah")
    assert fresh.published_at == row.published_at
