"""Groups and places in the vocabulary of schema.org, with the awards that they won."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest

from kim.models import Kelurahan, Kim
from malangnews.core.record import stated, thing

CITY = {"@type": "City", "name": "Kota Malang"}


def kim_thing(request: HttpRequest, kim: Kim, awards: Iterable[Model]) -> dict:
    """Return a group as an Organization in its home kelurahan."""
    addresses = [kim.website, kim.kim_id_url, *(account.url for account in kim.accounts.all())]
    return thing(
        request,
        "Organization",
        kim,
        alternateName=kim.alias_list,
        description=kim.about,
        sameAs=[address for address in addresses if address],
        # As the place of something a kelurahan is an area and nothing else.
        location={**_place(request, kim.kelurahan), "@type": "AdministrativeArea"},
        areaServed=[
            {**_place(request, place), "@type": "AdministrativeArea"} for place in kim.serves.all()
        ],
        award=[str(award) for award in awards],
    )


def kelurahan_thing(request: HttpRequest, kelurahan: Kelurahan, awards: Iterable[Model]) -> dict:
    """Return a kelurahan as a place and as the office that receives awards in its own name."""
    own = [
        str(award)
        for award in awards
        if any(row.kelurahan_id == kelurahan.pk for row in award.recipients.all())
    ]
    district = stated(
        {
            "@type": "AdministrativeArea",
            "name": f"Kecamatan {kelurahan.kecamatan}",
            "url": request.build_absolute_uri(kelurahan.kecamatan.get_absolute_url()),
            "containedInPlace": CITY,
        }
    )
    return {
        **_place(request, kelurahan),
        **stated(
            {
                "alternateName": kelurahan.alias_list,
                "description": kelurahan.about,
                "identifier": kelurahan.code,
                "geo": {
                    "@type": "GeoCoordinates",
                    "latitude": float(kelurahan.latitude),
                    "longitude": float(kelurahan.longitude),
                },
                "containedInPlace": district,
                "award": own,
            }
        ),
    }


def _place(request: HttpRequest, kelurahan: Kelurahan) -> dict:
    kinds = ["AdministrativeArea", "GovernmentOrganization"]
    return thing(request, kinds, kelurahan, name=f"Kelurahan {kelurahan}")
