"""A potential in the vocabulary of schema.org."""

from collections.abc import Iterable

from django.http import HttpRequest

from kim.models import Potential, PotentialContact
from kim.schema import CITY
from malangnews.core.record import stated
from malangnews.core.schema import CONTEXT

Kind = Potential.Kind
TYPES = {Kind.UMKM: "LocalBusiness", Kind.CRAFT: "LocalBusiness", Kind.FOOD: "LocalBusiness"}
MEMBERS = {"phone": "telephone", "email": "email"}


def potential_thing(
    request: HttpRequest, potential: Potential, contacts: Iterable[PotentialContact]
) -> dict:
    """Return a public potential as a business or a place.

    Search engines copy what stands here, so of ``contacts`` only those for open data are named.
    """
    place = potential.kelurahan
    found = {
        MEMBERS[contact.kind]: contact.value
        for contact in contacts
        if contact.kind in MEMBERS and contact.is_open_data
    }
    return stated(
        {
            "@context": CONTEXT,
            "@type": TYPES.get(potential.kind, "Place"),
            "name": potential.name,
            "url": request.build_absolute_uri(potential.get_absolute_url()),
            "description": potential.summary,
            "keywords": potential.product_list,
            "address": stated(
                {
                    "@type": "PostalAddress",
                    "streetAddress": potential.place,
                    "addressLocality": f"Kelurahan {place}, Kecamatan {place.kecamatan}",
                    "addressRegion": "Kota Malang",
                    "addressCountry": "ID",
                }
            ),
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "name": f"Kelurahan {place}",
                "url": request.build_absolute_uri(place.get_absolute_url()),
                "containedInPlace": CITY,
            },
            **found,
        }
    )
