"""Award programmes and their editions."""

from django.utils.text import slugify

from awards.models import Edition, Programme
from malangnews.demo import organizations
from malangnews.demo.tables import as_lines, day, number, rows
from malangnews.demo.tally import Tally


def load(tally: Tally) -> None:
    """Make the programmes of data/programmes.csv and the editions of data/editions.csv."""
    for row in rows("programmes"):
        organizer = row["organizer"]
        tally.once(
            Programme.objects,
            {
                "name": row["name"],
                "abbreviation": row["abbreviation"],
                "aliases": as_lines(row["aliases"]),
                "organizer": organizations.by_name(organizer) if organizer else None,
                "level": row["level"],
                "about": row["about"],
            },
            slug=slugify(row["name"]),
        )
    for row in rows("editions"):
        tally.once(
            Edition.objects,
            {
                "ordinal": number(row["ordinal"]),
                "theme": row["theme"],
                "conferred_on": day(row["conferred_on"]),
                "place": row["place"],
            },
            programme=Programme.objects.get(slug=slugify(row["programme"])),
            year=int(row["year"]),
        )


def edition(programme: str, year: str) -> Edition:
    """Return the edition that a row of the tables names."""
    return Edition.objects.select_related("programme").get(
        programme__slug=slugify(programme), year=int(year)
    )
