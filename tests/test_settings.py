"""Settings are read in a process of their own, as a server would read them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from malangnews.settings import env_flag, env_list, env_secret

NAMES = "DEBUG SECRET_KEY ALLOWED_HOSTS DATABASE_URL REDIS_URL BEHIND_TLS MEDIA_ROOT STATIC_ROOT"


def read(expression: str, **environment: str) -> str:
    """Return what ``expression`` is under that environment, or the error's last line."""
    code = f"from malangnews import settings as s; print(repr(({expression})))"
    clean = {name: value for name, value in os.environ.items() if name not in NAMES.split()}
    clean.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=clean | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def test_production_does_not_start_without_its_secret_and_names_it():
    last = read("s.SECRET_KEY")
    assert "ImproperlyConfigured" in last
    assert "SECRET_KEY" in last


def test_empty_secret_is_no_secret():
    assert "ImproperlyConfigured" in read("s.SECRET_KEY", SECRET_KEY="")


def test_development_starts_with_nothing_set():
    assert (
        read("s.DEBUG, s.BEHIND_TLS, s.SESSION_COOKIE_SECURE", DEBUG="1") == "(True, False, False)"
    )


def test_production_is_behind_tls_unless_told_otherwise():
    wanted = "s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE"
    assert read(wanted, SECRET_KEY="x" * 60) == "(True, True, True)"
    assert read(wanted, SECRET_KEY="x" * 60, BEHIND_TLS="0") == "(False, False, False)"


def test_database_and_cache_come_from_their_addresses():
    wanted = (
        "s.DATABASES['default']['ENGINE'].split('.')[-1], s.DATABASES['default']['PASSWORD'],"
        "s.CACHES['default']['BACKEND'].split('.')[-1]"
    )
    environment = {
        "SECRET_KEY": "x" * 60,
        "DATABASE_URL": "postgres://portal:p%40ss@127.0.0.1/portal",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
    }
    assert read(wanted, **environment) == "('postgresql', 'p@ss', 'RedisCache')"


def test_secret_is_never_a_reference_to_something_else():
    assert read("s.SECRET_KEY", SECRET_KEY="$HOME-" + "x" * 50).startswith("'$HOME-")


@pytest.mark.parametrize("text", ["1", "true", "Yes", " ON "])
def test_flag_is_on(monkeypatch, text):
    monkeypatch.setenv("UJI", text)
    assert env_flag("UJI") is True


@pytest.mark.parametrize("text", ["0", "false", "no", "", "2"])
def test_flag_is_off(monkeypatch, text):
    monkeypatch.setenv("UJI", text)
    assert env_flag("UJI", True) is False


def test_flag_that_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("UJI", raising=False)
    assert (env_flag("UJI"), env_flag("UJI", True)) == (False, True)


def test_list_is_read_without_spaces_and_gaps(monkeypatch):
    monkeypatch.setenv("UJI", " a.id, ,b.id,")
    assert env_list("UJI") == ["a.id", "b.id"]


def test_secret_that_is_set_is_taken(monkeypatch):
    monkeypatch.setenv("UJI", "rahasia")
    assert env_secret("UJI", "pengganti") == "rahasia"


def test_secret_that_is_missing_is_named(monkeypatch):
    monkeypatch.delenv("UJI", raising=False)
    with pytest.raises(ImproperlyConfigured, match="UJI"):
        env_secret("UJI", "pengganti")


def test_suite_runs_with_the_settings_of_production():
    assert not settings.DEBUG
    assert settings.LANGUAGE_CODE == "id"
    assert settings.TIME_ZONE == "Asia/Jakarta"
