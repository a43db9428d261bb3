"""Organisers and winners, with the names they bore before."""

from django.utils.text import slugify

from awards.models import Organization, OrganizationName
from malangnews.demo.tables import day, rows
from malangnews.demo.tally import Tally


def load(tally: Tally) -> None:
    """Make the organisations of data/organizations.csv and their other names."""
    for row in rows("organizations"):
        tally.once(
            Organization.objects,
            {
                "name": row["name"],
                "abbreviation": row["abbreviation"],
                "kind": row["kind"],
                "website": row["website"],
                "about": row["about"],
            },
            slug=slug_of(row["name"]),
        )
    for row in rows("organization_names"):
        tally.once(
            OrganizationName.objects,
            {
                "abbreviation": row["abbreviation"],
                "valid_from": day(row["valid_from"]),
                "valid_until": day(row["valid_until"]),
            },
            organization=by_name(row["organization"]),
            name=row["name"],
        )


def by_name(name: str) -> Organization:
    """Return the organisation that the tables call ``name``, whatever an editor calls it now."""
    return Organization.objects.get(slug=slug_of(name))


def slug_of(name: str) -> str:
    """Return the address of an organisation in the tables: from its short name, as in the admin."""
    row = next(row for row in rows("organizations") if row["name"] == name)
    return slugify(row["abbreviation"] or name)
