"""Invitations: who gets in by one, once; what tampering, racing and second thoughts get."""

import datetime as dt

import pytest
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from kim.invitations import InvitationClosed, accept, address_of, suggested_username
from kim.models import Contributor, Invitation
from kim.writers import CannotWrite, end
from malangnews.core.sealed import token_of
from tests import factories as make

pytestmark = pytest.mark.django_db

SECRET = "Gerabah-Penanggungan-7"
NEW = {
    "first_name": "Akun Uji",
    "username": "uji.satu",
    "password1": SECRET,
    "password2": SECRET,
}
WRITING = "/admin/tulis/"


def logged_in(client):
    return client.session.get(SESSION_KEY)


def users():
    return get_user_model().objects


def past():
    return timezone.now() - dt.timedelta(minutes=1)


# A new account


def test_invitation_makes_an_account_that_writes_for_the_group_and_logs_it_in(client):
    row = make.make_invitation(make.make_kim(name="KIM Gerabah"))
    answer = client.post(address_of(row), NEW)
    assert (answer.status_code, answer["Location"]) == (302, WRITING)
    user = users().get(username="uji.satu")
    assert logged_in(client) == str(user.pk)
    assert (user.get_full_name(), user.is_staff, user.is_superuser) == ("Akun Uji", True, False)
    assert user.check_password(SECRET)
    assert [group.name for group in user.groups.all()] == ["Kontributor KIM"]
    assert user.get_all_permissions() == set()
    contributor = Contributor.objects.active().get(user=user)
    row.refresh_from_db()
    assert (contributor.kim, row.accepted_by) == (row.kim, contributor)
    assert row.accepted_at


def test_invitation_says_who_invites_whom_and_is_kept_by_nobody(client):
    host = make.make_user("akunpembina", first_name="Nama Pembina")
    row = make.make_invitation(make.make_kim(name="KIM Gerabah"), created_by=host, name="Ketua")
    page = client.get(address_of(row))
    text = page.content.decode()
    for words in ("Nama Pembina", "KIM Gerabah", "Ketua", 'value="gerabah.ketua"'):
        assert words in text, words
    assert "akunpembina" not in text
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    # Under "no-referrer" browsers send the form without its origin, and Django refuses it.
    assert page["Referrer-Policy"] == "same-origin"
    assert logged_in(client) is None


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_at_an_invitation_uses_nothing_up(client, method):
    row = make.make_invitation()
    for _ in range(2):
        assert getattr(client, method)(address_of(row)).status_code == 200
    assert Invitation.objects.open().exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"username": "Budi Santoso"}, "Pakai huruf a sampai z"),
        ({"username": "ab"}, "Pakai huruf a sampai z"),
        ({"username": "аdmin"}, "Pakai huruf a sampai z"),  # the first letter is Cyrillic
        ({"username": "x" * 41}, "Pakai huruf a sampai z"),
        ({"username": "ADA.LAMA"}, "Nama itu sudah dipakai"),
        ({"first_name": ""}, "tidak boleh kosong"),
        ({"password1": "12345678", "password2": "12345678"}, "numerik"),
        ({"password2": "lain"}, "tidak cocok"),
        ({"password1": "Uji.Satu9", "password2": "Uji.Satu9"}, "mirip"),
    ],
)
def test_wrong_input_is_told_in_words_and_uses_nothing_up(client, wrong, words):
    make.make_user("ada.lama")
    row = make.make_invitation()
    text = client.post(address_of(row), NEW | wrong).content.decode()
    assert words in text
    assert "Belum tersimpan" in text
    assert not users().filter(username="uji.satu").exists()
    assert Invitation.objects.open().exists()
    if "first_name" not in wrong:
        assert 'value="Akun Uji"' in text


def test_only_the_fields_of_the_form_are_taken(client):
    office = Group.objects.get(name="Penyunting")
    more = {"is_superuser": "1", "is_staff": "0", "groups": office.pk, "kim": make.make_kim().pk}
    more |= {"is_active": "", "id": "1", "user_permissions": "1", "accepted_by": "1", "next": "//x"}
    row = make.make_invitation()
    answer = client.post(address_of(row) + "?next=https://jahat.example/", NEW | more)
    assert answer["Location"] == WRITING
    user = users().get(username="uji.satu")
    assert (user.is_superuser, user.is_active, user.groups.count()) == (False, True, 1)
    assert user.writes_for.get().kim == row.kim


def test_names_are_written_as_text(client):
    row = make.make_invitation(make.make_kim(name="KIM <b>Uji</b>"), name="<script>1</script>")
    text = client.get(address_of(row)).content.decode()
    assert "<script>1" not in text
    assert "<b>Uji" not in text


# Once, and until a time


@pytest.mark.parametrize(
    ("over", "words"),
    [("accepted_at", "sudah diterima"), ("revoked_at", "dicabut"), ("expires_at", "habis")],
)
def test_an_invitation_that_is_over_answers_410_and_does_nothing(client, over, words):
    row = make.make_invitation(**{over: past()})
    for answer in (
        client.get(address_of(row)),
        client.post(address_of(row), NEW),
        client.get(address_of(row) + "masuk/"),
        client.post(address_of(row) + "masuk/", {"username": "x", "password": "y"}),
    ):
        assert answer.status_code == 410
        assert words in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert not users().exists()


def test_an_invitation_is_used_once(client):
    row = make.make_invitation()
    client.post(address_of(row), NEW)
    second = Client().post(address_of(row), NEW | {"username": "uji.dua"})
    assert second.status_code == 410
    assert client.get(address_of(row)).status_code == 410
    assert users().count() == 1


def test_of_two_who_saw_it_open_only_the_first_gets_in():
    row = make.make_invitation()
    same = Invitation.objects.get(pk=row.pk)
    accept(row, make.make_user)
    before = users().count()
    with pytest.raises(InvitationClosed):
        accept(same, make.make_user)
    assert (users().count(), Contributor.objects.count()) == (before, 1)


def test_nothing_is_half_done_when_the_account_cannot_be_made(client, monkeypatch):
    row = make.make_invitation()
    make.make_user("uji.satu")
    # Somebody took the name between the check of the form and the save.
    monkeypatch.setattr(
        "kim.invitation_forms.NewAccountForm.clean_username", lambda form: NEW["username"]
    )
    monkeypatch.setattr(
        "kim.invitation_forms.NewAccountForm._post_clean",
        lambda form: setattr(form.instance, "username", "uji.satu"),
    )
    text = client.post(address_of(row), NEW).content.decode()
    assert "Nama itu sudah dipakai" in text
    assert Invitation.objects.open().exists()
    assert not Contributor.objects.exists()


def test_a_token_that_was_tampered_with_opens_nothing(client):
    one, two = make.make_invitation(), make.make_invitation()
    seal = token_of(two, "kim.invitation").partition("-")[2]
    tokens = [f"{one.pk}-{seal}", f"{one.pk}-", str(one.pk), "9" * 40, "²-1", "a-b", f"{one.pk}-é"]
    # The seal of the same row for another use of seals.
    tokens += [token_of(one, "news.preview"), f"0{token_of(one, 'kim.invitation')}x"]
    for token in tokens:
        for address in (f"/undangan/{token}/", f"/undangan/{token}/masuk/"):
            assert client.get(address).status_code == 404, token
            assert client.post(address, NEW).status_code == 404, token
    assert client.post(f"/undangan/{tokens[0]}/keluar/").status_code == 404
    assert not users().exists()


def test_another_secret_key_closes_every_link(client, settings):
    address = address_of(make.make_invitation())
    settings.SECRET_KEY = "lain" * 20
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client, method):
    address = address_of(make.make_invitation())
    for path in (address, address + "masuk/", address + "keluar/", "/undangan/sandi/1-x/"):
        assert getattr(client, method)(path).status_code == 405


def test_a_form_from_elsewhere_is_refused():
    strict = Client(enforce_csrf_checks=True)
    row = make.make_invitation()
    for path in ("", "masuk/", "keluar/"):
        assert strict.post(address_of(row) + path, NEW).status_code == 403
    strict.get(address_of(row))
    data = NEW | {"csrfmiddlewaretoken": strict.cookies["csrftoken"].value}
    assert (
        strict.post(address_of(row), data, HTTP_ORIGIN="https://jahat.example").status_code == 403
    )
    assert strict.post(address_of(row), data, HTTP_ORIGIN="http://testserver").status_code == 302


def test_a_session_given_from_elsewhere_is_not_the_one_that_gets_in(client):
    client.get("/admin/login/")
    session = client.session
    session["ditanam"] = "1"
    session.save()
    client.cookies["sessionid"] = planted = session.session_key
    client.post(address_of(make.make_invitation()), NEW)
    assert logged_in(client)
    assert client.cookies["sessionid"].value != planted


# Who has an account


def test_who_is_logged_in_accepts_with_one_button(client):
    row = make.make_invitation()
    writer = make.make_user("penulis.uji", group="Penulis")
    client.force_login(writer)
    text = client.get(address_of(row)).content.decode()
    assert "Terima undangan" in text
    assert "penulis.uji" in text
    assert Invitation.objects.open().exists()
    # The form for a new account, opened before she logged in, makes nothing of her.
    assert client.post(address_of(row), NEW).status_code == 200
    assert not Contributor.objects.exists()
    assert client.post(address_of(row), {"accept": "1"})["Location"] == WRITING
    assert Contributor.objects.active().get(user=writer).kim == row.kim
    assert {group.name for group in writer.groups.all()} == {"Penulis", "Kontributor KIM"}
    assert users().count() == 1


def test_who_writes_for_the_group_already_keeps_the_invitation_for_another(client):
    contributor = make.make_contributor()
    row = make.make_invitation(contributor.kim)
    client.force_login(contributor.user)
    text = client.post(address_of(row), {"accept": "1"}).content.decode()
    assert "sudah menulis untuk" in text
    assert Invitation.objects.open().exists()
    assert Contributor.objects.count() == 1


def test_who_has_an_account_logs_in_and_comes_back(client):
    row = make.make_invitation()
    gone = make.make_contributor()
    end(gone)
    login = address_of(row) + "masuk/"
    page = client.post(login, {"username": gone.user.username, "password": "salah"})
    unknown = client.post(login, {"username": "tidak.ada", "password": "salah"})
    told = "Nama pengguna atau kata sandinya tidak cocok."
    assert told in page.content.decode()
    assert told in unknown.content.decode()
    assert "Belum tersimpan" not in page.content.decode()
    data = {"username": gone.user.username, "password": make.PASSWORD}
    answer = client.post(login + "?next=https://jahat.example/", data)
    assert answer["Location"] == address_of(row)
    assert client.post(address_of(row), {"accept": "1"}).status_code == 302
    gone.user.refresh_from_db()
    assert gone.user.is_staff
    assert gone.user.writes_for.count() == 2


def test_a_closed_account_does_not_get_in(client):
    row = make.make_invitation()
    user = make.make_user("tutup", is_active=False)
    data = {"username": "tutup", "password": make.PASSWORD}
    assert client.post(address_of(row) + "masuk/", data).status_code == 200
    assert logged_in(client) is None
    with pytest.raises(CannotWrite):
        accept(row, lambda: user)
    assert Invitation.objects.open().exists()


def test_an_invitation_does_not_open_the_desk_again_for_who_was_sent_away(client):
    """Her role still stands there; only the door was closed."""
    row = make.make_invitation()
    client.force_login(make.make_user(group="Penyunting", is_staff=False))
    text = client.post(address_of(row), {"accept": "1"}).content.decode()
    assert "ditutup oleh pengelola portal" in text
    assert not users().filter(is_staff=True).exists()


def test_the_wrong_account_leaves_by_a_button_and_comes_back(client):
    row = make.make_invitation()
    client.force_login(make.make_user(is_staff=False))
    assert client.get(address_of(row) + "keluar/")["Location"] == address_of(row)
    assert logged_in(client)
    assert client.post(address_of(row) + "keluar/")["Location"] == address_of(row)
    assert logged_in(client) is None


def test_a_suggested_name_is_made_of_the_group_and_the_person():
    row = make.make_invitation(make.make_kim(name="KIM Gerabah Penanggungan"), name="Sekretaris 2")
    assert suggested_username(row) == "gerabah.sekretaris"
