"""Four eyes: who last changed the facts of a record never confirms it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Confirmable(models.Model):
    """A record with the hand that wrote its facts and the other that checked them.

    Publishing confirms. A fact changed afterwards takes the confirmation away until somebody else
    gives it again; the record stays in public meanwhile, and says so.
    """

    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="isinya ditulis oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diperiksa oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    confirmed_at = models.DateTimeField("diperiksa pada", null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | Q(recorded_by=None)
                | ~Q(confirmed_by=F("recorded_by")),
                name="%(app_label)s_%(class)s_confirmed_by_another",
                violation_error_message="Yang mencatat tidak memeriksa catatannya sendiri.",
            )
        ]

    @property
    def awaits_confirmation(self) -> bool:
        """True when somebody changed the facts and nobody else has looked at them since."""
        return self.recorded_by_id is not None and self.confirmed_at is None

    def was_written_by(self, user) -> bool:
        """True when ``user`` is the last who changed the facts, and so may not confirm them."""
        return user.pk is not None and self.recorded_by_id == user.pk
