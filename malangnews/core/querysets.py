"""The gate: the only place that compares a status."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from malangnews.core.changes import changed

# So many keys are put into one query; a database takes no endless list.
KEYS = 500


def in_parts(rows: Iterable, size: int) -> Iterator[list]:
    """Yield ``rows`` in lists of at most ``size``, in their order, none of them empty."""
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part


class PublishableQuerySet(models.QuerySet):
    """Questions and verbs for everything that is written, reviewed and published."""

    def published(self, at: dt.datetime | None = None) -> Self:
        """What the public may see at ``at`` (default: now). A future time means scheduled."""
        return self.filter(status="published", published_at__lte=at or timezone.now())

    def scheduled(self, at: dt.datetime | None = None) -> Self:
        """Released, but for a time still to come."""
        return self.filter(status="published", published_at__gt=at or timezone.now())

    def expired(self, at: dt.datetime | None = None) -> Self:
        """What was published until a time that is over; most kinds have no such time."""
        return self.none()

    def drafts(self) -> Self:
        return self.filter(status="draft")

    def in_review(self) -> Self:
        return self.filter(status="review")

    def withdrawn(self) -> Self:
        return self.filter(status="withdrawn")

    def once_public(self, at: dt.datetime | None = None) -> Self:
        """What the public sees or has seen: published, or withdrawn after publication."""
        return self.filter(
            status__in=["published", "withdrawn"], published_at__lte=at or timezone.now()
        )

    def gone(self) -> Self:
        """What the public saw and no longer does; a plan dropped in time was never seen."""
        return self.filter(status="withdrawn", published_at__lte=F("withdrawn_at"))

    def visible_to(self, user) -> Self:
        """Everything for holders of the change permission, else what is published."""
        meta = self.model._meta
        if user.has_perm(f"{meta.app_label}.change_{meta.model_name}"):
            return self.all()
        return self.published()

    @transaction.atomic
    def submit(self, note: str = "") -> int:
        """Send drafts to review with a note for the reviewer. Returns how many moved."""
        return self.drafts()._move("draft", status="review", review_note=note)

    @transaction.atomic
    def return_to_draft(self, note: str) -> int:
        """Give what waits for review back to its writer, with a note. Returns how many moved."""
        return self.in_review()._move("review", status="draft", review_note=note)

    @transaction.atomic
    def publish(self, at: dt.datetime | None = None) -> int:
        """Publish every row, at its own planned time, else at ``at``, else now.

        A row that was public before keeps its first time: "terbit" never moves.
        Returns how many were published; raises ValidationError, and publishes none, when a row
        still lacks something.
        """
        now = timezone.now()
        rows = list(self.exclude(status="published").select_for_update(of=("self",)))
        missing = [f"{row}: {lack}" for row in rows for lack in row.missing_for_publication()]
        if missing:
            raise ValidationError(missing)
        for row in rows:
            row.status = "published"
            row.published_at = row.published_at or at or now
            row.withdrawn_at = None
            row.withdrawal_reason = ""
            row.review_note = ""
            row.save()
        return len(rows)

    @transaction.atomic
    def withdraw(self, reason: str, at: dt.datetime | None = None) -> int:
        """Take published rows back, giving the public ``reason``. Returns how many moved.

        Raises ValidationError when the reason is empty.
        """
        if not reason.strip():
            raise ValidationError("Tulis alasan penarikan; pembaca akan melihatnya.")
        now = at or timezone.now()
        return self.filter(status="published")._move(
            "published",
            status="withdrawn",
            withdrawn_at=now,
            withdrawal_reason=reason.strip(),
            updated_at=now,
        )

    def _move(self, state: str, **fields) -> int:
        """Write ``fields`` to every row, and that it was saved. Returns how many rows.

        What somebody else moved out of ``state`` in this very moment stays where they put it.
        """
        rows = list(self.values_list("pk", flat=True))
        values = {"updated_at": timezone.now(), **fields}
        count = 0
        for part in in_parts(rows, KEYS):
            those = self.model._default_manager.filter(pk__in=part)
            count += those.filter(status=state).update(**values)
            changed(those)
        return count
