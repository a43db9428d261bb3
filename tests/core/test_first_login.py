"""The first login of a new portal."""

import io

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def first_login(file) -> str:
    out = io.StringIO()
    call_command("first_login", file=file, stdout=out)
    return out.getvalue()


def test_first_login_makes_a_superuser_who_can_log_in(tmp_path):
    file = tmp_path / "var" / "first-login.txt"
    printed = first_login(file)
    username, password = (line.split()[-1] for line in file.read_text().splitlines())
    assert username == "redaksi"
    assert password in printed
    assert authenticate(username=username, password=password).is_superuser


def test_first_login_is_kept_where_only_its_owner_may_read(tmp_path):
    file = tmp_path / "first-login.txt"
    first_login(file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_first_login_changes_nothing_the_second_time(tmp_path):
    file = tmp_path / "first-login.txt"
    first_login(file)
    before = file.read_text()
    printed = first_login(file)
    assert file.read_text() == before
    assert str(file) in printed
    assert before.split()[-1] not in printed
    assert get_user_model().objects.count() == 1


def test_first_login_says_how_to_get_in_when_the_file_is_gone(tmp_path):
    get_user_model().objects.create_superuser("kepala", password="rahasia-sekali")
    printed = first_login(tmp_path / "first-login.txt")
    assert "kepala" in printed
    assert "changepassword kepala" in printed
    assert not (tmp_path / "first-login.txt").exists()


def test_first_login_takes_no_name_that_a_person_has(tmp_path):
    person = get_user_model().objects.create_user("redaksi", password="rahasia-sekali")
    first_login(tmp_path / "first-login.txt")
    person.refresh_from_db()
    assert not person.is_superuser
    assert get_user_model().objects.filter(is_superuser=True).get().username.startswith("redaksi-")
