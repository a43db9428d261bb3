"""KIM with the evidence of their life, and what their kelurahan have to offer."""

from django.utils.text import slugify

from kim.models import Kelurahan, Kim, KimActivity, KimMilestone, Potential
from malangnews.demo.tables import as_lines, day, moment, publisher, rows
from malangnews.demo.tally import Tally

# Groups and potentials were recorded for the hand-over of that morning.
RECORDED_AT = "2023-11-06 07.00"


def load(tally: Tally) -> None:
    """Make the KIM with milestones and activities, and the potentials; publish what may be.

    A KIM without a dated proof stays a draft: the gate asks for a milestone.
    """
    groups = {row["name"]: _load_kim(tally, row) for row in rows("kim")}
    for row in rows("kim_milestones"):
        tally.once(
            KimMilestone.objects,
            {
                "happened_on_precision": row["precision"],
                "document_number": row["document_number"],
                "note": row["note"],
                "source_name": row["source_name"] or publisher(row["source_url"]),
                "source_url": row["source_url"],
            },
            kim=groups[row["kim"]][0],
            kind=row["kind"],
            happened_on=day(row["happened_on"]),
        )
    for row in rows("kim_activities"):
        tally.once(
            KimActivity.objects,
            {
                "happened_on_precision": row["precision"],
                "note": row["note"],
                "source_name": publisher(row["source_url"]),
                "source_url": row["source_url"],
            },
            kim=groups[row["kim"]][0],
            kind=row["kind"],
            title=row["title"],
            happened_on=day(row["happened_on"]),
        )
    new = [group.pk for group, is_new in groups.values() if is_new and group.milestones.exists()]
    Kim.objects.filter(pk__in=new).publish(at=moment(RECORDED_AT))
    for row in rows("potentials"):
        _load_potential(tally, row)


def _load_kim(tally: Tally, row: dict[str, str]) -> tuple[Kim, bool]:
    return tally.once(
        Kim.objects,
        {
            "name": row["name"],
            "aliases": as_lines(row["aliases"]),
            "kelurahan": Kelurahan.objects.get(code=row["kelurahan_code"]),
            "name_meaning": row["name_meaning"],
            "about": row["about"],
            "website": row["website"],
        },
        slug=slugify(row["name"]),
    )


def _load_potential(tally: Tally, row: dict[str, str]) -> None:
    potential, is_new = tally.once(
        Potential.objects,
        {
            "name": row["name"],
            "kind": row["kind"],
            "kelurahan": Kelurahan.objects.get(code=row["kelurahan_code"]),
            "summary": row["summary"],
            "place": row["place"],
            "source_name": publisher(row["source_url"]),
            "source_url": row["source_url"],
        },
        slug=slugify(row["name"]),
    )
    if is_new:
        Potential.objects.filter(pk=potential.pk).publish(at=moment(RECORDED_AT))
