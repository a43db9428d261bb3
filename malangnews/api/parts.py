"""Parts that items of several resources share."""

from typing import Annotated

from django.db.models import Model
from ninja import Field, Schema
from pydantic import create_model

from malangnews.api.asking import says

#: A time as answers have it: ISO 8601 in Malang's zone.
Time = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]


class Rujukan(Schema):
    """Something else of the portal that is public itself, by its name and its page."""

    nama: str = says("Namanya.", "KIM Lestari Tunjungsekar")
    url: Address = says(
        "Halamannya di portal.",
        "https://malangnews.example.go.id/kim/kim-lestari-tunjungsekar/",
    )


class Sumber(Schema):
    """Where a fact was taken from."""

    nama: str = says("Media, dokumen, atau narasumber.", "Portal Pemerintah Kota Malang")
    url: str = says("Alamat sumber; kosong bila tidak ada.", "https://malangkota.go.id/")


class Base(Schema):
    """What every item has."""

    id: str = says("Pengenal tetap. Tidak pernah berubah dan tidak dipakai ulang.", "a12")
    url: Address = says("Halamannya di portal.", "https://malangnews.example.go.id/kim/")
    diperbarui: Time | None = says(
        "Kapan terakhir disimpan, atau mulai terbit bila itu lebih kemudian.",
        "2023-11-07T09:30:00+07:00",
    )


class Slugged(Base):
    """What an item has that can be asked for by itself."""

    slug: str = says("Bagian akhir alamat halamannya, juga alamatnya di API.", "kim-lestari")


def refer(row: Model | None, site: str, name: str = "") -> dict[str, str] | None:
    """Return a row that has a page as a Rujukan, called ``name`` instead of its own if given."""
    return row and {"nama": name or str(row), "url": site + row.get_absolute_url()}


def schema_of(name: str, about: str, base: type[Schema], fields: dict[str, tuple]) -> type[Schema]:
    """Return a schema of ``base`` with more fields: name -> (type, field).

    For tables that have their columns in a list already.
    """
    return create_model(name, __base__=base, __doc__=about, **fields)
