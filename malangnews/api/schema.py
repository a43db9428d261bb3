"""Open data in the vocabulary of schema.org, for search engines of data."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from malangnews.api.datasets import JSON, Dataset
from malangnews.core.schema import CONTEXT, publisher


def catalogue_schema(request: HttpRequest, sets: Sequence[Dataset]) -> dict:
    """Return the sets as a DataCatalog."""
    address = request.build_absolute_uri(reverse("api:open_data"))
    about = {
        "license": settings.OPEN_DATA_LICENCE["url"],
        "isAccessibleForFree": True,
        "inLanguage": "id",
        "creator": publisher(request),
        "spatialCoverage": "Kota Malang, Jawa Timur, Indonesia",
    }
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": f"{address}#katalog",
        "name": "Data terbuka malangnews",
        "description": "Berita, penghargaan, KIM, kelurahan, dan potensi Kota Malang.",
        "url": address,
        **about,
        "dataset": [_dataset_schema(request, one, address, about) for one in sets],
    }


def _dataset_schema(request: HttpRequest, one: Dataset, address: str, about: dict) -> dict:
    given = [(file.url, file.kind) for file in one.files]
    given += [(reverse(f"api:{resource.name}"), JSON) for resource in one.resources]
    fresh = {"dateModified": one.changed.isoformat()} if one.changed else {}
    measured = {"variableMeasured": [column.name for column in one.columns]} if one.columns else {}
    return {
        **about,
        **fresh,
        **measured,
        "@type": "Dataset",
        "@id": f"{address}#{one.key}",
        "name": f"{one.title}, Kota Malang",
        "description": one.about,
        "url": f"{address}#{one.key}",
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": request.build_absolute_uri(url),
            }
            for url, kind in given
        ],
    }
