"""A year's awards in the order of a book: by level, edition and place, with numbered sources.

A year of more than MOST_RECORDS is told by its programmes, with the way to their lists: nobody
prints five thousand rows, and nobody's page should wait for them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from django.db.models import Count, F, Max, Prefetch

from awards.annual_parts import Book, Chapter, Entry, Notes, Occasion, Picture, Results, Summary
from awards.filters import Filters
from awards.gaps import lacking_facts, lacking_in
from awards.models import Award, Handover, Programme
from awards.organizers import organizers_of
from awards.querysets import AwardQuerySet
from awards.sorting import rank_key
from awards.statistics import Cell

MOST_RECORDS = 500
MOST_PICTURES = 8
MOST_STORIES = 40


def make_book(awards: AwardQuerySet, cells: Iterable[Cell], filters: Filters) -> Book:
    """Read the book of one year's public ``awards``; eight queries at most, however many they are.

    ``cells`` count the same awards, ``filters`` are those that chose them.
    """
    cells, notes = list(cells), Notes()
    is_large = sum(cell.count for cell in cells) > MOST_RECORDS
    rows = [] if is_large else _records(awards)
    chapters = _chapters(rows, cells, notes, filters)
    handovers = _counted_handovers(awards) if is_large else _handovers_of(rows)
    return Book(
        chapters=chapters,
        occasions=[_occasion(handover, count, notes) for handover, count in handovers],
        pictures=_pictures(awards, rows),
        notes=list(notes.by_key.values()),
        lacking=lacking_facts(awards) if is_large else lacking_in(rows),
        is_summed_up=is_large,
        changed_at=_last_change(awards) if is_large else max(map(_change, rows)),
    )


def _change(award: Award) -> dt.datetime:
    return max(award.updated_at, award.published_at)


def _last_change(awards: AwardQuerySet) -> dt.datetime:
    return max(awards.order_by().aggregate(Max("updated_at"), Max("published_at")).values())


def _records(awards: AwardQuerySet) -> list[Award]:
    public = Prefetch("handovers", Handover.objects.published(), to_attr="public_handovers")
    order = ("edition__programme__name", F("rank_order").asc(nulls_last=True), "category", "pk")
    return list(awards.for_page().prefetch_related(public).order_by(*order))


def _chapters(
    rows: list[Award], cells: list[Cell], notes: Notes, filters: Filters
) -> list[Chapter]:
    counts = Counter()
    for cell in cells:
        counts[cell.level] += cell.count
    chapters = []
    for level in Programme.Level:
        if counts[level.value]:
            of_level = [row for row in rows if row.edition.programme.level == level.value]
            results = [
                _results(list(group), notes)
                for _, group in groupby(of_level, lambda row: row.edition_id)
            ]
            summaries = [] if rows else _summaries(cells, level.value, filters)
            chapters.append(
                Chapter(level.value, level.label, counts[level.value], results, summaries)
            )
    return chapters


def _results(awards: list[Award], notes: Notes) -> Results:
    """Return an edition's awards, the best first as the list orders ranks."""
    edition = awards[0].edition
    ordered = sorted(awards, key=lambda award: rank_key(award.rank_scheme, award.rank_order))
    entries = [Entry(award, _numbers(award, notes)) for award in ordered]
    return Results(edition, organizers_of(edition, edition.conferred_on), entries)


def _numbers(award: Award, notes: Notes) -> list[int]:
    sources = award.sources.all()
    found = {notes.add(one.title, one.publisher, one.url, one.published_on) for one in sources}
    return sorted(found)


def _summaries(cells: list[Cell], level: str, filters: Filters) -> list[Summary]:
    counts, names = Counter(), {}
    for cell in cells:
        if cell.level == level:
            counts[cell.programme] += cell.count
            names[cell.programme] = cell.programme_name
    lines = [
        Summary(names[slug], filters.address(ajang=slug), count) for slug, count in counts.items()
    ]
    return sorted(lines, key=lambda line: (-line.count, line.name))


def _handovers_of(rows: list[Award]) -> list[tuple[Handover, int]]:
    """Return the public hand-overs of loaded awards in the order of their days."""
    found, counts = {}, Counter()
    for award in rows:
        for handover in award.public_handovers:
            found[handover.pk] = handover
            counts[handover.pk] += 1
    ordered = sorted(found.values(), key=lambda handover: (handover.held_on, handover.pk))
    return [(handover, counts[handover.pk]) for handover in ordered]


def _counted_handovers(awards: AwardQuerySet) -> list[tuple[Handover, int]]:
    """Return the same without loading the awards, in one query."""
    given = Handover.objects.published().filter(awards__in=awards.order_by().values("pk"))
    counted = given.annotate(given_count=Count("awards")).order_by("held_on", "pk")
    return [(handover, handover.given_count) for handover in counted]


def _occasion(handover: Handover, count: int, notes: Notes) -> Occasion:
    named = handover.source_name or handover.source_url
    note = notes.add(handover.source_name, "", handover.source_url) if named else 0
    return Occasion(handover, count, note)


def _pictures(awards: AwardQuerySet, rows: list[Award]) -> list[Picture]:
    """Return the photos of the year's stories, then its certificates, each photo once."""
    shown = [
        (story.lead_photo, "Berita", story.title, story.get_absolute_url())
        for story in awards.stories()[:MOST_STORIES]
    ]
    shown += [
        (award.certificate, "Piagam", award.title, award.get_absolute_url()) for award in rows
    ]
    pictures = {photo.pk: Picture(photo, *words) for photo, *words in reversed(shown) if photo}
    return list(reversed(pictures.values()))[:MOST_PICTURES]
