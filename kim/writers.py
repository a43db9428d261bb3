"""The accounts that write for a group: how one begins, ends, and begins again.

What a contributor may do is asked of ``Contributor`` each time. The role and the door of the desk
(``is_staff``) follow from it for accounts that are nothing else; those of the office keep theirs.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from kim.models import Contributor, Kim
from malangnews.core.sealed import row_number

ROLE = "Kontributor KIM"


class CannotWrite(ValidationError):
    """The account cannot write for that group; the message says why."""


class PasswordLinks(PasswordResetTokenGenerator):
    """Tokens that end with a login, with a new password, or with PASSWORD_RESET_TIMEOUT."""

    key_salt = "kim.password"


password_links = PasswordLinks()


def has_other_rights(user) -> bool:
    """True where the account is more than a contributor's: one of the office."""
    others = user.groups.exclude(name=ROLE).exists()
    return user.is_superuser or others or user.user_permissions.exists()


@transaction.atomic
def begin(user, kim: Kim) -> Contributor:
    """Let ``user`` write for ``kim`` and return the row that says so.

    Raises CannotWrite when the account is closed or writes for the group already.
    """
    user = _locked(user.pk)
    _require_open(user)
    if user.writes_for.filter(kim=kim, ended_at=None).exists():
        raise CannotWrite(f"Akun itu sudah menulis untuk {kim}.")
    contributor = Contributor.objects.create(user=user, kim=kim)
    _settle(user)
    return contributor


@transaction.atomic
def end(contributor: Contributor) -> bool:
    """End it now; return False if it had ended already."""
    user = _locked(contributor.user_id)
    rows = Contributor.objects.filter(pk=contributor.pk, ended_at=None)
    ended = rows.update(ended_at=timezone.now())
    _settle(user)
    return bool(ended)


@transaction.atomic
def resume(contributor: Contributor) -> bool:
    """Take an end back; return False if there is none.

    Raises CannotWrite when the account is closed or another row of the same group goes on.
    """
    user = _locked(contributor.user_id)
    _require_open(user)
    row = Contributor.objects.get(pk=contributor.pk)
    if row.ended_at is None:
        return False
    if user.writes_for.filter(kim=row.kim_id, ended_at=None).exists():
        raise CannotWrite("Akun itu sudah menulis untuk KIM ini pada baris lain.")
    Contributor.objects.filter(pk=row.pk).update(ended_at=None)
    _settle(user)
    return True


def may_renew_password(user) -> bool:
    """True for an open account that writes for a group and has no other right."""
    writes = user.is_active and user.writes_for.filter(ended_at=None).exists()
    return writes and not has_other_rights(user)


def password_token(user) -> str:
    """Return what stands in the address where ``user`` chooses a new password, once."""
    return f"{user.pk}-{password_links.make_token(user)}"


def user_of_password_token(token: str, lock: bool = False):
    """Return the user whose password the address changes now; None where it changes nobody's.

    ``lock`` holds her row until the end of the transaction.
    """
    number, _, rest = token.partition("-")
    key = row_number(number)
    users = get_user_model().objects.filter(pk=key) if key is not None else ()
    if lock and key is not None:
        users = users.select_for_update()
    for user in users:
        if password_links.check_token(user, rest) and may_renew_password(user):
            return user
    return None


def _locked(key: int):
    """The account, read anew; two changes of its groups wait for each other."""
    return get_user_model().objects.select_for_update().get(pk=key)


def _require_open(user) -> None:
    """An account that the office closed, wholly or for the desk, is not opened from here."""
    if not user.is_active or (has_other_rights(user) and not user.is_staff):
        raise CannotWrite("Akun itu ditutup oleh pengelola portal.")


def _settle(user) -> None:
    """Give or take the role; and the door of the desk, where nothing else opens it."""
    role, _ = Group.objects.get_or_create(name=ROLE)
    writes = user.writes_for.filter(ended_at=None).exists()
    if writes:
        user.groups.add(role)
    else:
        user.groups.remove(role)
    if user.is_staff != writes and not has_other_rights(user):
        user.is_staff = writes
        user.save(update_fields=["is_staff"])
