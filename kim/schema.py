"""Groups and places in the vocabulary of schema.org, with the awards that they won."""

from collections.abc import Iterable

from django.db.models import Model
from django.http import HttpRequest

from kim.models import Kelurahan, Kim
from malangnews.core.record import stated, thing
from malangnews.core.share import picture_address

CITY = {"@type": "City", "name": "Kota Malang"}


def kim_thing(request: HttpRequest, kim: Kim, awards: Iterable[Model]) -> dict:
    """Return a group as an Organization in its home kelurahan."""
    addresses = [kim.website, kim.kim_id_url, *(account.url for account in kim.accounts.all())]
    return kim_named(
        request,
        kim,
        alternateName=kim.alias_list,
        description=kim.about,
        sameAs=[address for address in addresses if address],
        location=_place(request, kim.kelurahan),
        areaServed=[_place(request, place) for place in kim.serves.all()],
        award=[str(award) for award in awards],
    )


def kim_named(request: HttpRequest, kim: Kim, **facts) -> dict:
    """Return a public group by its name, address and picture."""
    return thing(
        request, "Organization", kim, logo=picture_address(request, "kim", kim.slug), **facts
    )


def kelurahan_office(request: HttpRequest, kelurahan: Kelurahan, **facts) -> dict:
    """Return a kelurahan as the office that receives awards."""
    logo = picture_address(request, "kelurahan", kelurahan.slug)
    name = f"Kelurahan {kelurahan}"
    kind = "GovernmentOrganization"
    office = thing(request, kind, kelurahan, name=name, logo=logo, **facts)
    return {**office, "@id": f"{office['@id']}-kantor"}


def kelurahan_thing(
    request: HttpRequest, kelurahan: Kelurahan, awards: Iterable[Model]
) -> dict | list[dict]:
    """Return a kelurahan as a place; where it won awards itself, also as the office that did."""
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
    place = {
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
                "image": picture_address(request, "kelurahan", kelurahan.slug),
                "containedInPlace": district,
            }
        ),
    }
    if not own:
        return place
    return [place, kelurahan_office(request, kelurahan, award=own)]


def _place(request: HttpRequest, kelurahan: Kelurahan) -> dict:
    return thing(request, "AdministrativeArea", kelurahan, name=f"Kelurahan {kelurahan}")
