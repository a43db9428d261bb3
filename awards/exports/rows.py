"""The rows of a download: many awards, a part at a time, each with all that its columns need."""

from collections.abc import Iterator

from django.db.models import Prefetch

from awards.exports.columns import COLUMNS
from awards.models import Award, Edition, Handover, Recipient
from awards.querysets import AwardQuerySet
from malangnews.core.csv_file import Cell

# So many awards are in memory at once; each part costs the queries of the first.
PART = 1000


def for_export(awards: AwardQuerySet) -> AwardQuerySet:
    """Return awards with everything that the columns read: eight queries for each PART.

    The awards of an edition share it, and lists are plain lists: a file of all of them has
    hundreds of thousands of rows behind it.
    """
    editions = Edition.objects.select_related("programme__organizer").prefetch_related(
        "programme__organizer__names", "co_organizers__names"
    )
    handovers = Handover.objects.published().order_by("held_on", "pk")
    return awards.select_related("work").prefetch_related(
        Prefetch("edition", editions),
        Prefetch("recipients", Recipient.objects.named(), to_attr="named_recipients"),
        Prefetch("sources", to_attr="named_sources"),
        Prefetch("handovers", handovers, to_attr="public_handovers"),
    )


def cells(awards: AwardQuerySet, site: str) -> Iterator[list[Cell]]:
    """Yield the cells of each award in the order of COLUMNS. ``site`` stands before addresses."""
    for award in for_export(awards).iterator(chunk_size=PART):
        yield [column.read(award, site) for column in COLUMNS]
        # An award and these rows hold each other; let go, each is freed at once.
        del award.named_recipients, award.named_sources


def all_public() -> AwardQuerySet:
    """Return every award that the public may see, newest first."""
    return Award.objects.published().newest_first()
