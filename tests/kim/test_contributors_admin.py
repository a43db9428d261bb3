"""Contributors and invitations at the desk: for Pembina KIM, and for nobody who only writes."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kim.models import Contributor, Invitation
from kim.writers import begin, end
from tests import factories as make

pytestmark = pytest.mark.django_db

KEEPER = "Pembina KIM"
OTHERS = ("Penulis", "Penyunting", "Pengelola Penghargaan", "Kontributor KIM", "")
LISTED = "/admin/kim/contributor/"
INVITED = "/admin/kim/invitation/"


@pytest.fixture
def keeper(client):
    client.force_login(make.make_user("sari", group=KEEPER, first_name="Nama Pembina"))
    return client


def page(name, *args):
    return reverse(f"admin:kim_{name}", args=args)


def invite(client, **fields):
    kim = fields.pop("kim", None) or make.make_kim()
    data = {"kim": kim.pk, "name": "Sekretaris", "days": "3"} | fields
    return client.post(page("invitation_add"), data)


# Invitations


def test_invitation_is_made_and_its_link_is_shown_once(keeper):
    answer = invite(keeper, kim=make.make_kim(name="KIM Gerabah"))
    row = Invitation.objects.get()
    assert answer["Location"] == page("invitation_link", row.pk)
    assert row.created_by.username == "sari"
    assert (row.expires_at - row.created_at).days in (2, 3)
    shown = keeper.get(answer["Location"])
    text = shown.content.decode()
    link = re.search(r'data-copy="tautan undangan"><a href="[^"]+">([^<]+)<', text)[1]
    assert re.fullmatch(rf"http://testserver/undangan/{row.pk}-[0-9a-f]{{32}}/", link)
    assert "https://wa.me/?text=Anda%20diundang" in text
    assert link.replace(":", "%3A").replace("/", "%2F") in text
    assert "no-store" in shown["Cache-Control"]
    assert shown["Referrer-Policy"] == "same-origin"
    keeper.logout()
    assert keeper.get(link).status_code == 200


def test_link_is_shown_to_nobody_a_second_time(keeper):
    answer = invite(keeper)
    seal = re.compile(r"/undangan/\d+-[0-9a-f]{32}/")
    assert seal.search(keeper.get(answer["Location"]).content.decode())
    row = Invitation.objects.get()
    for address in (
        answer["Location"],
        INVITED,
        page("invitation_change", row.pk),
        page("invitation_history", row.pk),
    ):
        assert not seal.search(keeper.get(address).content.decode()), address
    other = make.make_invitation()
    assert not seal.search(keeper.get(page("invitation_link", other.pk)).content.decode())


@pytest.mark.parametrize(
    "wrong", [{"kim": ""}, {"kim": "9" * 30}, {"name": ""}, {"days": "9999"}, {"days": ""}]
)
def test_wrong_invitation_is_told_and_not_made(keeper, wrong):
    answer = keeper.post(
        page("invitation_add"), {"kim": make.make_kim().pk, "name": "Ketua", "days": "1"} | wrong
    )
    assert answer.status_code == 200
    assert "errornote" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_what_the_form_does_not_ask_is_not_taken(keeper):
    invite(keeper, nonce="0" * 32, expires_at="2999-01-01T00:00", created_by="1", accepted_at="x")
    row = Invitation.objects.get()
    assert row.nonce != "0" * 32
    assert row.expires_at.year < 2999
    assert row.accepted_at is None


def test_list_tells_where_each_invitation_stands(keeper):
    accepted = make.make_contributor()
    make.make_invitation(name="Satu")
    make.make_invitation(name="Dua", accepted_at=make.PAST, accepted_by=accepted)
    make.make_invitation(name="Tiga", revoked_at=make.PAST)
    make.make_invitation(name="Empat", expires_at=make.PAST)
    text = keeper.get(INVITED).content.decode()
    for words in ("Terbuka", "Diterima", "Dicabut", "Kedaluwarsa", str(accepted)):
        assert f">{words}<" in text, words
    for key, name in (
        ("terbuka", "Satu"),
        ("diterima", "Dua"),
        ("dicabut", "Tiga"),
        ("kedaluwarsa", "Empat"),
    ):
        found = keeper.get(f"{INVITED}?keadaan={key}").context["cl"].result_list
        assert [row.name for row in found] == [name]


def test_invitation_is_revoked_from_its_page_and_from_the_list(keeper):
    one, two = make.make_invitation(), make.make_invitation()
    used = make.make_invitation(accepted_at=make.PAST)
    assert "Cabut undangan" in keeper.get(page("invitation_change", one.pk)).content.decode()
    assert keeper.get(page("invitation_revoke", one.pk)).status_code == 405
    keeper.post(page("invitation_revoke", one.pk))
    keeper.post(INVITED, {"action": "revoke_rows", "_selected_action": [two.pk, used.pk]})
    for row, revoked in ((one, True), (two, True), (used, False)):
        row.refresh_from_db()
        assert bool(row.revoked_at) == revoked
    assert LogEntry.objects.filter(object_id=one.pk, change_message__contains="Dicabut").exists()


def test_invitation_is_never_changed(keeper):
    row = make.make_invitation(name="Ketua")
    keeper.post(
        page("invitation_change", row.pk), {"name": "Lain", "kim": row.kim_id, "days": "14"}
    )
    row.refresh_from_db()
    assert row.name == "Ketua"
    assert keeper.post(page("invitation_delete", row.pk), {"post": "yes"}).status_code == 403


# Contributors


def test_list_shows_who_writes_for_which_group_and_what_came_last(keeper):
    writer = make.make_user("tulis", group="Kontributor KIM", first_name="Akun Uji")
    contributor = make.make_contributor(make.make_kim(name="KIM Gerabah"), writer)
    make.make_article(title="Tungku baru", sent_by=contributor.kim, created_by=writer)
    make.make_article(title="Berita meja", created_by=writer)
    make.make_article(title="Karya orang lain", sent_by=contributor.kim)
    text = keeper.get(LISTED).content.decode()
    for words in ("Akun Uji (tulis)", "KIM Gerabah", "Menulis", "Tungku baru"):
        assert words in text, words
    assert "Berita meja" not in text
    assert "Karya orang lain" not in text


def queries(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_lists_cost_the_same_for_many(keeper):
    counts = []
    for _ in range(2):
        for _ in range(3):
            make.make_invitation(accepted_at=make.PAST, accepted_by=make.make_contributor())
        counts.append([queries(keeper, LISTED), queries(keeper, INVITED)])
    assert counts[0] == counts[1]


def test_contributors_are_ended_after_a_question(keeper):
    one, two = make.make_contributor(), make.make_contributor()
    rows = {"action": "end_rows", "_selected_action": [one.pk, two.pk]}
    asked = keeper.post(LISTED, rows, follow=True)
    text = asked.content.decode()
    assert "Ya, akhiri" in text
    assert str(one) in text
    assert Contributor.objects.active().count() == 2
    keeper.post(page("contributor_end"), {"no": [one.pk, two.pk]})
    assert not Contributor.objects.active().exists()
    one.user.refresh_from_db()
    assert not one.user.is_staff
    assert LogEntry.objects.filter(object_id=one.pk, change_message__contains="Diakhiri").exists()


def test_an_end_is_taken_back(keeper):
    one = make.make_contributor()
    end(one)
    assert "Aktifkan lagi" in keeper.get(page("contributor_change", one.pk)).content.decode()
    assert keeper.get(page("contributor_resume", one.pk)).status_code == 405
    keeper.post(page("contributor_resume", one.pk))
    assert Contributor.objects.active().get() == one
    end(one)
    keeper.post(LISTED, {"action": "resume_rows", "_selected_action": [one.pk]})
    assert Contributor.objects.active().get() == one


def test_an_end_is_not_taken_back_for_a_closed_account(keeper):
    one = make.make_contributor()
    end(one)
    one.user.is_active = False
    one.user.save()
    answer = keeper.post(page("contributor_resume", one.pk), follow=True)
    assert "ditutup oleh pengelola portal" in answer.content.decode()
    one.refresh_from_db()
    assert one.ended_at


def test_an_account_that_is_there_becomes_a_contributor(keeper):
    kim, writer = make.make_kim(), make.make_user("rina", group="Penulis")
    closed = make.make_user("tutup", is_active=False)
    stranger = make.make_user("asing", is_staff=False)
    text = keeper.get(page("contributor_choose")).content.decode()
    assert "rina" in text
    assert "tutup" not in text
    assert "asing" not in text
    for user in (closed.pk, stranger.pk, "9" * 30, "x", ""):
        answer = keeper.post(page("contributor_choose"), {"kim": kim.pk, "user": user})
        assert answer.status_code == 200
    assert not Contributor.objects.exists()
    keeper.post(page("contributor_choose"), {"kim": kim.pk, "user": writer.pk})
    assert Contributor.objects.active().get(user=writer).kim == kim
    again = keeper.post(page("contributor_choose"), {"kim": kim.pk, "user": writer.pk})
    assert "sudah menulis untuk" in again.content.decode()
    assert Contributor.objects.count() == 1


def test_choosing_an_account_gives_no_right_of_the_desk_back(keeper):
    """A former editor once wrote for a group: her role must not come back by it."""
    former = make.make_user(group="Penyunting")
    end(begin(former, make.make_kim()))
    former.is_staff = False
    former.save()
    data = {"kim": make.make_kim().pk, "user": former.pk}
    answer = keeper.post(page("contributor_choose"), data)
    assert "ditutup oleh pengelola portal" in answer.content.decode()
    former.refresh_from_db()
    assert not former.is_staff


# A forgotten password


def test_link_to_a_new_password_is_made_by_a_button_and_shown_once(keeper):
    one = make.make_contributor()
    address = page("contributor_password", one.pk)
    assert "/undangan/sandi/" not in keeper.get(address).content.decode()
    shown = keeper.post(address, follow=True)
    found = re.search(r"http://testserver(/undangan/sandi/[^/<]+/)<", shown.content.decode())
    assert "no-store" in shown["Cache-Control"]
    assert "/undangan/sandi/" not in keeper.get(address).content.decode()
    assert LogEntry.objects.filter(object_id=one.pk, change_message__contains="sandi").exists()
    keeper.logout()
    assert keeper.get(found[1]).status_code == 200


@pytest.mark.parametrize("kind", ["Penulis", "Penyunting", "superuser", "permission", "ended"])
def test_no_link_is_made_for_the_password_of_anybody_else(keeper, kind):
    one = make.make_contributor()
    if kind == "superuser":
        one.user.is_superuser = True
        one.user.save()
    elif kind == "permission":
        one.user.user_permissions.add(make.permission("news.view_article"))
    elif kind == "ended":
        end(one)
    else:
        one.user.groups.add(Group.objects.get(name=kind))
    assert "Lupa kata sandi" not in keeper.get(page("contributor_change", one.pk)).content.decode()
    for answer in (
        keeper.get(page("contributor_password", one.pk)),
        keeper.post(page("contributor_password", one.pk)),
    ):
        assert answer.status_code == 403


# Who may not


def addresses(contributor, invitation):
    return [
        LISTED,
        INVITED,
        page("invitation_add"),
        page("invitation_change", invitation.pk),
        page("invitation_history", invitation.pk),
        page("invitation_delete", invitation.pk),
        page("invitation_link", invitation.pk),
        page("invitation_revoke", invitation.pk),
        page("contributor_choose"),
        page("contributor_end") + f"?no={contributor.pk}",
        page("contributor_change", contributor.pk),
        page("contributor_history", contributor.pk),
        page("contributor_delete", contributor.pk),
        page("contributor_resume", contributor.pk),
        page("contributor_password", contributor.pk),
    ]


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_or_changes_contributors(client, role):
    contributor, invitation = make.make_contributor(), make.make_invitation()
    client.force_login(make.make_user(group=role))
    kim = make.make_kim()
    data = {"no": contributor.pk, "kim": kim.pk, "user": contributor.user_id, "name": "x"}
    for address in addresses(contributor, invitation):
        for answer in (client.get(address), client.post(address, data | {"days": "1"})):
            assert answer.status_code in (403, 404, 405), address
            assert contributor.user.username not in answer.content.decode()
    invitation.refresh_from_db()
    assert invitation.revoked_at is None
    assert Invitation.objects.count() == 1
    assert Contributor.objects.active().count() == 1


def test_who_is_not_logged_in_is_led_to_the_login(client):
    contributor, invitation = make.make_contributor(), make.make_invitation()
    for address in addresses(contributor, invitation):
        assert "/admin/login/" in client.get(address)["Location"]
        assert "/admin/login/" in client.post(address)["Location"]


@pytest.mark.parametrize("number", ["9" * 18, "9" * 19, "9" * 40])
def test_numbers_that_lead_nowhere_are_404(keeper, number):
    for address in (f"{INVITED}{number}/tautan/", f"{LISTED}{number}/sandi/"):
        assert keeper.get(address).status_code == 404
    for address in (f"{INVITED}{number}/cabut/", f"{LISTED}{number}/lanjut/"):
        assert keeper.post(address).status_code == 404
    junk = f"{page('contributor_end')}?no={number}&no=x&no="
    assert keeper.get(junk, follow=True).status_code == 200
    assert keeper.post(page("contributor_end"), {"no": ["x", number]}).status_code == 302
