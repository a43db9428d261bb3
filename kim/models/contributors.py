"""Who may write for a group, and the invitations that make somebody one of them."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q

from kim.models.groups import Kim
from kim.querysets import ContributorQuerySet, InvitationQuerySet


def make_nonce() -> str:
    """Return 32 random hex digits."""
    return secrets.token_hex(16)


class Contributor(models.Model):
    """An account that writes for a group. She holds no permission of the desk."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        on_delete=models.CASCADE,
        related_name="writes_for",
    )
    kim = models.ForeignKey(
        Kim, verbose_name="KIM", on_delete=models.CASCADE, related_name="contributors"
    )
    since = models.DateTimeField("sejak", auto_now_add=True)
    ended_at = models.DateTimeField("berhenti pada", null=True, blank=True, editable=False)

    objects = ContributorQuerySet.as_manager()

    class Meta:
        verbose_name = "kontributor KIM"
        verbose_name_plural = "kontributor KIM"
        ordering = ["kim", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kim"],
                condition=Q(ended_at=None),
                name="kim_contributor_once_a_group",
                violation_error_message="Akun itu sudah menjadi kontributor KIM ini.",
            )
        ]

    def __str__(self):
        return f"{self.user.get_full_name() or self.user.get_username()}, {self.kim}"


class Invitation(models.Model):
    """A link by which somebody becomes a contributor of a group, once and until a time.

    The address itself is not stored: it is computed from ``nonce`` and the portal's secret key.
    """

    kim = models.ForeignKey(
        Kim, verbose_name="KIM", on_delete=models.CASCADE, related_name="invitations"
    )
    name = models.CharField(
        "untuk siapa", max_length=120, help_text="Agar kelak jelas siapa yang memegangnya."
    )
    nonce = models.CharField(max_length=32, default=make_nonce, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibuat oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    expires_at = models.DateTimeField("berlaku sampai")
    accepted_at = models.DateTimeField("diterima pada", null=True, editable=False)
    accepted_by = models.ForeignKey(
        Contributor,
        verbose_name="menjadi",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    revoked_at = models.DateTimeField("dicabut pada", null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "undangan kontributor"
        verbose_name_plural = "undangan kontributor"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"Undangan {self.kim} untuk {self.name}"
