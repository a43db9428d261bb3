"""Invitations: a link by which somebody becomes a contributor, once and until a time."""

from collections.abc import Callable

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from kim.models import Contributor, Invitation
from kim.writers import begin
from malangnews.core.sealed import find_sealed, token_of

SALT = "kim.invitation"
#: Where a contributor writes; the room above answers there.
WRITING = "/admin/tulis/"


class InvitationClosed(Exception):
    """It was accepted, revoked or over in the meantime."""


def token_for(invitation: Invitation) -> str:
    """Return what stands in the address of the invitation."""
    return token_of(invitation, SALT)


def address_of(invitation: Invitation) -> str:
    """Return the path where the invitation is accepted."""
    return reverse("invitations:invitation", args=[token_for(invitation)])


def find(token: str) -> Invitation | None:
    """Return the invitation that ``token`` is made of, open or not; None for anything else."""
    rows = Invitation.objects.select_related("kim__kelurahan", "created_by")
    return find_sealed(rows, token, SALT)


def is_open(invitation: Invitation) -> bool:
    """True while it can be accepted."""
    over = invitation.accepted_at or invitation.revoked_at
    return not over and invitation.expires_at > timezone.now()


def standing(invitation: Invitation) -> tuple[str, str]:
    """Return (key, words) of where an invitation stands."""
    if invitation.accepted_at:
        return "accepted", "Diterima"
    if invitation.revoked_at:
        return "revoked", "Dicabut"
    return ("open", "Terbuka") if is_open(invitation) else ("expired", "Kedaluwarsa")


def host_of(invitation: Invitation) -> str:
    """Return the full name of who invites, "" where none is known: never the name of an account."""
    return invitation.created_by.get_full_name() if invitation.created_by else ""


def suggested_username(invitation: Invitation) -> str:
    """Return a name for an account, from the group's: "gerabah.sekretaris"."""
    group = slugify(invitation.kim.name).removeprefix("kim-").partition("-")[0]
    person = slugify(invitation.name).partition("-")[0]
    return ".".join(part for part in (group, person) if part)[:40].strip(".-")


@transaction.atomic
def accept(invitation: Invitation, get_user: Callable) -> Contributor:
    """Use the invitation up for the user that ``get_user()`` gives; nothing is half done.

    Raises InvitationClosed when it is no longer open, CannotWrite for an account that cannot.
    """
    # Whoever changes the row first has it: of two at once the second finds none.
    rows = Invitation.objects.open().filter(pk=invitation.pk)
    if not rows.update(accepted_at=timezone.now()):
        raise InvitationClosed
    user = get_user()
    contributor = begin(user, invitation.kim)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_by=contributor)
    words = f"Menerima undangan untuk {invitation.name}."
    LogEntry.objects.log_actions(user.pk, [contributor], CHANGE, words)
    return contributor


def revoke(invitation: Invitation) -> bool:
    """End an invitation that nobody accepted; return False if there was nothing to end."""
    rows = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    return bool(rows.update(revoked_at=timezone.now()))
