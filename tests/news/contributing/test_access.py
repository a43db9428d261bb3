"""Who may come in, and that nothing somebody sends breaks the door."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kim.models import Contributor
from malangnews.news.models import Article, WorkingCopy
from tests import factories as make

pytestmark = pytest.mark.django_db
PAGES = ["/admin/tulis/", "/admin/tulis/baru/"]
ASKED = ["/admin/tulis/sesi/", "/admin/tulis/simpanan/", "/admin/tulis/foto/"]


def of_story(story):
    return [reverse(f"contributing:{name}", args=[story.pk]) for name in ("write", "preview")]


@pytest.mark.parametrize("role", ["Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM"])
def test_other_roles_stay_out(client, draft, role):
    client.force_login(make.make_user(group=role))
    for address in [*PAGES, *of_story(draft), *ASKED]:
        assert client.get(address).status_code == 403, address


def test_nobody_is_led_to_the_login(client, draft):
    for address in [*PAGES, *of_story(draft)]:
        answer = client.get(address)
        assert answer.status_code == 302 and answer.url.startswith("/admin/login/"), address
    for address in ASKED:
        assert client.get(address).status_code == 401, address
    assert client.post(f"{of_story(draft)[0]}tarik/").status_code == 401


@pytest.mark.parametrize("how", ["ended", "closed", "no staff"])
def test_who_writes_no_longer_stays_out(phone, writer, draft, how):
    if how == "ended":
        Contributor.objects.update(ended_at=timezone.now())
    else:
        setattr(writer, {"closed": "is_active", "no staff": "is_staff"}[how], False)
        writer.save()
    for address in [*PAGES, *of_story(draft)]:
        assert phone.get(address).status_code in (302, 403), address
    before = draft.version
    phone.post(of_story(draft)[0], {"title": "x", "versi": before, "kunci": str(uuid.uuid4())})
    draft.refresh_from_db()
    assert draft.version == before


def test_stories_of_others_do_not_exist_for_her(phone, sheet):
    other = make.make_kim()
    stories = [
        make.make_article(title="Rahasia kantor"),
        make.make_article(title="Rahasia KIM lain", sent_by=other),
        make.make_article(title="Rahasia tinjauan", sent_by=other, state="review"),
        make.make_article(title="Tentang dia", kims=[other]),
    ]
    home = phone.get("/admin/tulis/").content.decode()
    for story in stories:
        assert story.title not in home
        write, preview = of_story(story)
        for address in (write, preview):
            assert phone.get(address).status_code == 404, address
        for button in ("simpan", "kirim", "lagi", "lihat"):
            answer = phone.post(write, sheet(versi=story.version, **{button: "1"}))
            assert answer.status_code == 404
        assert phone.post(f"{write}tarik/").status_code == 404
        kept = phone.post("/admin/tulis/simpanan/", sheet(berita=story.pk))
        assert kept.status_code == 404
        version = story.version
        story.refresh_from_db()
        assert story.version == version
    assert not WorkingCopy.objects.exists()


def test_another_contributor_of_the_same_kim_goes_on_with_a_draft(client, kim, draft):
    user = make.make_user()
    make.make_contributor(kim, user)
    client.force_login(user)
    assert client.get(of_story(draft)[0]).status_code == 200


def test_copies_of_others_are_neither_seen_nor_thrown_away(phone, kim, draft):
    other = make.make_user()
    copy = WorkingCopy.objects.create(
        user=other, data={"tulis": ["1"], "title": ["Rahasia"]}, kept_at=timezone.now()
    )
    assert b"Rahasia" not in phone.get("/admin/tulis/").content
    assert b"Rahasia" not in phone.get(f"/admin/tulis/baru/?simpanan={copy.key}").content
    assert phone.post(f"/admin/tulis/simpanan/{copy.key}/buang/").status_code == 404
    assert WorkingCopy.objects.unsaved().count() == 1


JUNK = ["", "x", "-1", "9" * 30, "٣", "\x00", "<script>", "a" * 300, "1e9", "None"]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_refused_in_words(phone, draft, sheet, junk):
    write = of_story(draft)[0]
    for name in ("kunci", "versi", "title", "event_on", "place", "text", "kim", "foto", "note"):
        answer = phone.post(write, sheet(**{"simpan": "1", "versi": draft.version, name: junk}))
        assert answer.status_code in (200, 302, 400, 409), name
        draft.refresh_from_db()
    for name in ("kunci", "berita", "versi"):
        answer = phone.post("/admin/tulis/simpanan/", sheet(**{name: junk}))
        assert answer.status_code in (200, 400, 404), name
    for query in ("page", "simpanan", "kunci", "baru"):
        for address in [*PAGES, "/admin/tulis/sesi/"]:
            assert phone.get(address, {query: junk}).status_code in (200, 400), (address, query)


@pytest.mark.parametrize("number", ["0", "9" * 17, "9" * 18, "9" * 30, "9" * 5000])
def test_numbers_of_no_story_are_not_found(phone, number):
    for rest in ("", "pratinjau/"):
        assert phone.get(f"/admin/tulis/{number}/{rest}").status_code == 404
    assert phone.post(f"/admin/tulis/{number}/tarik/").status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options"])
def test_wrong_methods_are_refused(phone, draft, method):
    for address in [*PAGES, *of_story(draft), *ASKED, "/admin/tulis/masuk/"]:
        assert getattr(phone, method)(address).status_code == 405, address
    assert phone.get(f"{of_story(draft)[0]}tarik/").status_code == 405


def test_forged_posts_are_refused(writer, draft):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(writer)
    assert browser.post(f"{of_story(draft)[0]}tarik/").status_code == 403
    assert browser.post("/admin/tulis/simpanan/", {"kunci": str(uuid.uuid4())}).status_code == 403


def test_login_within_the_form_takes_contributors_only(client, writer):
    make.make_user("kantor", group="Penulis")
    login = "/admin/tulis/masuk/"
    for name, word, status in (
        ("sari", "salah", 400),
        ("kantor", make.PASSWORD, 403),
        ("", "", 400),
        ("sari", make.PASSWORD, 200),
    ):
        answer = client.post(login, {"username": name, "password": word})
        assert answer.status_code == status, name
    assert client.get("/admin/tulis/sesi/").json()["user"] == str(writer.pk)


def test_she_cannot_publish_by_any_button(phone, draft, sheet):
    for button in ("_publish", "terbitkan", "publish", "status"):
        fields = sheet(**{"versi": draft.version, "status": "published", button: "published"})
        phone.post(of_story(draft)[0], {**fields, "simpan": "1"})
        draft.refresh_from_db()
    assert not Article.objects.published().exists() and not Article.objects.scheduled().exists()
