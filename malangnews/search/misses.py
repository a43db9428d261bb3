"""Remembers words that found nothing, so that an editor can teach the search. Nobody's data."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import F

from malangnews.search.models import Miss

# The list is for reading, not an archive: beyond this, words that were missed once make room.
KEPT = 2000

logger = logging.getLogger(__name__)


def remember(words: list[str]) -> None:
    """Count a search that found nothing. Words only: no time of day, no address, no reader.

    A reader gets an answer even while the database takes no writing.
    """
    try:
        with transaction.atomic(savepoint=False):
            _count(" ".join(words)[:100])
    except DatabaseError:
        logger.exception("A search without results was not counted")


def _count(text: str) -> None:
    if Miss.objects.filter(words=text).update(times=F("times") + 1):
        return
    Miss.objects.bulk_create([Miss(words=text)], ignore_conflicts=True)
    if Miss.objects.count() > KEPT:
        rare = Miss.objects.filter(times=1).order_by("last_on", "pk").values("pk")[:100]
        Miss.objects.filter(pk__in=list(rare.values_list("pk", flat=True))).delete()
