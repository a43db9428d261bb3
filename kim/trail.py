"""The way from the top of the room down to a place, for the breadcrumb."""

from django.urls import reverse

from kim.models import Kecamatan, Kelurahan

Crumb = tuple[str, str]


def to_room() -> list[Crumb]:
    """Return the way to whatever stands right under /kim/, as (label, address) pairs."""
    return [("KIM", reverse("kim:kim_list"))]


def to_kecamatan(kecamatan: Kecamatan) -> list[Crumb]:
    return [*to_room(), (f"Kecamatan {kecamatan}", kecamatan.get_absolute_url())]


def to_kelurahan(kelurahan: Kelurahan) -> list[Crumb]:
    way = to_kecamatan(kelurahan.kecamatan)
    return [*way, (f"Kelurahan {kelurahan}", kelurahan.get_absolute_url())]


def to_potential(kelurahan: Kelurahan) -> list[Crumb]:
    """Return the way to a potential of that kelurahan."""
    place = (f"Kelurahan {kelurahan}", kelurahan.get_absolute_url())
    return [("Potensi", reverse("kim:potential_list")), place]
