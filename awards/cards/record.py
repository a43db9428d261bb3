"""What a card tells of an award or a year, read from the records."""

import datetime as dt
from collections import Counter

from django.db.models import Max
from django.utils import timezone

from awards.cards.subjects import AwardSubject, YearSubject
from awards.models import Award, Programme
from awards.organizers import organizers_of
from awards.querysets import AwardQuerySet
from awards.ranks import Roundel
from awards.statistics import Cell, cells
from malangnews.core.dates import format_date

TOP = 3


def award_subject(award: Award) -> AwardSubject:
    """Return the words of an award's card; ``award`` comes from ``for_page()``: no queries."""
    edition, programme = award.edition, award.edition.programme
    hosts = organizers_of(edition, award.conferred[0])
    return AwardSubject(
        rank=award.rank_label,
        level=programme.get_level_display(),
        programme=programme.name,
        year=edition.year,
        category=award.category,
        participant_class=award.participant_class,
        recipients=tuple(str(recipient) for recipient in award.recipients.all()),
        organizer=", ".join(host.name for host in hosts),
        roundel=award.roundel,
    )


def year_subject(year: int, awards: AwardQuerySet) -> YearSubject | None:
    """Return the words of a year's card from its public ``awards``; None when there are none."""
    rows = awards.in_year(year)
    counted = cells(rows)
    if not counted:
        return None
    last = rows.order_by().aggregate(saved=Max("updated_at"), out=Max("published_at"))
    return counted_subject(year, counted, max(last["saved"], last["out"]))


def counted_subject(year: int, counted: list[Cell], changed_at: dt.datetime) -> YearSubject:
    """Return the same for awards that are counted already: no queries.

    ``changed_at`` is when the last of them was saved or came out, whichever is later.
    """
    levels, programmes = Counter(), Counter()
    for cell in counted:
        levels[cell.level] += cell.count
        programmes[cell.programme_name] += cell.count
    top = sorted(programmes.items(), key=lambda row: (-row[1], row[0]))[:TOP]
    return YearSubject(
        year=year,
        total=levels.total(),
        levels=tuple(
            (level.label, levels[level.value]) for level in Programme.Level if levels[level.value]
        ),
        first_places=sum(cell.count for cell in counted if cell.is_first),
        programmes=tuple((name, count) for name, count in top if count > 1),
        as_of=format_date(timezone.localtime(changed_at).date()),
        roundel=Roundel("seal", str(year)),
    )
