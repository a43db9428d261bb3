"""Accounts that write for a group: their end, their new beginning, and a forgotten password."""

import pytest
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from kim.writers import CannotWrite, begin, end, password_token, resume
from tests import factories as make

pytestmark = pytest.mark.django_db

SECRET = "Gerabah-Penanggungan-7"
WRITING = "/admin/tulis/"


def logged_in(client):
    return client.session.get(SESSION_KEY)


def users():
    return get_user_model().objects


# An end, and a new beginning


def test_the_end_closes_the_desk_for_who_has_nothing_else_there():
    contributor = make.make_contributor()
    second = begin(contributor.user, make.make_kim())
    user = contributor.user
    assert end(contributor)
    user.refresh_from_db()
    assert user.is_staff, "she writes for another group still"
    assert end(second)
    assert not end(second)
    user.refresh_from_db()
    assert (user.is_staff, user.groups.count()) == (False, 0)
    assert resume(second)
    assert not resume(second)
    user.refresh_from_db()
    assert (user.is_staff, user.groups.get().name) == (True, "Kontributor KIM")


def test_the_end_takes_nothing_else_from_somebody_of_the_office():
    writer = make.make_user(group="Penulis")
    end(begin(writer, make.make_kim()))
    writer.refresh_from_db()
    assert (writer.is_staff, writer.groups.get().name) == (True, "Penulis")
    chief = make.make_user(is_superuser=True)
    end(begin(chief, make.make_kim()))
    chief.refresh_from_db()
    assert chief.is_staff


def test_an_end_is_not_taken_back_beside_a_row_that_goes_on():
    old = make.make_contributor()
    end(old)
    begin(old.user, old.kim)
    with pytest.raises(CannotWrite):
        resume(old)
    with pytest.raises(CannotWrite):
        begin(old.user, old.kim)


# A new password


def password_page(user):
    return f"/undangan/sandi/{password_token(user)}/"


def change(client, page, secret=SECRET):
    return client.post(page, {"new_password1": secret, "new_password2": secret})


def test_a_contributor_chooses_a_new_password_once_and_other_sessions_end(client):
    user = make.make_contributor().user
    page, other = password_page(user), Client()
    other.force_login(user)
    page = password_page(user)  # after a login the one before counts no more
    shown = client.get(page)
    assert user.username in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert change(client, page, "12345678").status_code == 200
    assert change(client, page)["Location"] == WRITING
    user.refresh_from_db()
    assert user.check_password(SECRET)
    assert logged_in(client) == str(user.pk)
    assert change(Client(), page, SECRET + "x").status_code == 410
    assert other.get("/admin/password_change/").status_code == 302


@pytest.mark.parametrize(
    "kind", ["superuser", "office", "permission", "stranger", "ended", "closed"]
)
def test_nobody_elses_password_is_changed_by_a_link(client, kind):
    """Also not when the account became more than a contributor's after the link was made."""
    contributor = make.make_contributor()
    user = contributor.user
    page = password_page(user)
    assert client.get(page).status_code == 200
    if kind == "superuser":
        users().filter(pk=user.pk).update(is_superuser=True)
    elif kind == "office":
        user.groups.add(Group.objects.get(name="Penulis"))
    elif kind == "permission":
        user.user_permissions.add(make.permission("news.view_article"))
    elif kind == "stranger":
        contributor.delete()
    elif kind == "ended":
        end(contributor)
    else:
        users().filter(pk=user.pk).update(is_active=False)
    assert client.get(page).status_code == 410
    assert change(client, page).status_code == 410
    user.refresh_from_db()
    assert user.check_password(make.PASSWORD)
    assert logged_in(client) is None


def test_a_password_token_is_of_one_account_and_for_some_days(client, settings):
    one, two = make.make_contributor().user, make.make_contributor().user
    rest = password_token(one).partition("-")[2]
    for token in (f"{two.pk}-{rest}", f"{one.pk}-x", "9" * 30 + "-x", "x", f"{one.pk}-{rest}é"):
        assert client.get(f"/undangan/sandi/{token}/").status_code == 410, token
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert client.get(password_page(one)).status_code == 410
