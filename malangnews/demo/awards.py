"""Works, awards with recipient and source, and the hand-over."""

import datetime as dt

from django.db import models
from django.utils.text import slugify

from awards.models import Award, Handover, Recipient, Source, Work
from kim.models import Kelurahan, Kim
from malangnews.demo import organizations, programmes
from malangnews.demo.tables import day, moment, publisher, rows
from malangnews.demo.tally import Tally


def load(tally: Tally) -> None:
    """Make and publish everything of works.csv, awards.csv and handovers.csv."""
    for row in rows("works"):
        tally.once(
            Work.objects,
            {"title": row["title"], "kind": row["kind"], "about": row["about"]},
            slug=slugify(row["title"]),
        )
    for row in rows("awards"):
        _load_award(tally, row)
    for row in rows("handovers"):
        _load_handover(tally, row)


def find(row: dict[str, str]) -> models.QuerySet[Award]:
    """Return the award that a row of awards.csv tells of, if it is there: none or one."""
    return Award.objects.filter(
        edition=programmes.edition(row["programme"], row["year"]),
        category=row["category"],
        rank_label=row["rank_label"],
        **{f"recipients__{row['recipient_kind']}": _recipient(row)},
    )


def named(start: str) -> list[Award]:
    """Return the awards whose programme, year and category in the table begin with ``start``.

    "Anugerah Media Humas 2023" is an edition, with a category behind it one award. Raises
    DoesNotExist when the table names none, or the registry lacks one that it names.
    """
    chosen = [
        row
        for row in rows("awards")
        if f"{row['programme']} {row['year']} {row['category']}".startswith(start)
    ]
    if not chosen:
        raise Award.DoesNotExist(start)
    return [find(row).get() for row in chosen]


def _load_award(tally: Tally, row: dict[str, str]) -> None:
    found = find(row).first()
    if found:
        tally.count(found, False)
        return
    edition = programmes.edition(row["programme"], row["year"])
    award = Award.objects.create(
        edition=edition,
        category=row["category"],
        participant_class=row["participant_class"],
        rank_label=row["rank_label"],
        work=Work.objects.get(slug=slugify(row["work"])) if row["work"] else None,
        remarks=row["remarks"],
    )
    Recipient.objects.create(award=award, **{row["recipient_kind"]: _recipient(row)})
    Source.objects.create(
        award=award,
        title=row["source_title"],
        publisher=publisher(row["source_url"]),
        url=row["source_url"],
        published_on=day(row["source_published_on"]),
    )
    known_on = day(row["handed_over_on"]) or edition.conferred_on
    Award.objects.filter(pk=award.pk).publish(at=_noon(known_on))
    tally.count(award, True)


def _recipient(row: dict[str, str]) -> models.Model:
    name = row["recipient"]
    if row["recipient_kind"] == "organization":
        return organizations.by_name(name)
    people = Kim.objects if row["recipient_kind"] == "kim" else Kelurahan.objects
    return people.get(slug=slugify(name))


def _load_handover(tally: Tally, row: dict[str, str]) -> None:
    held_on = day(row["held_on"])
    handover, is_new = tally.once(
        Handover.objects,
        {
            "presenter": row["presenter"],
            "presenter_office": row["presenter_office"],
            "source_name": publisher(row["source_url"]),
            "source_url": row["source_url"],
            "place": row["place"],
        },
        held_on=held_on,
        occasion=row["occasion"],
    )
    if is_new:
        given = [found for found in rows("awards") if found["handed_over_on"] == row["held_on"]]
        handover.awards.set([find(award).get() for award in given])
        Handover.objects.filter(pk=handover.pk).publish(at=_noon(held_on))


def _noon(when: dt.date) -> dt.datetime:
    """Return noon of that day: what was decided then is public by then."""
    return moment(f"{when} 12.00")
