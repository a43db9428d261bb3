"""A table that the portal gives out, in the vocabulary of schema.org, for searches of data."""

import datetime as dt
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest

from malangnews.core.record import stated
from malangnews.core.schema import CONTEXT, publisher

CITY = {
    "@type": "City",
    "name": "Kota Malang",
    "containedInPlace": {"@type": "AdministrativeArea", "name": "Jawa Timur, Indonesia"},
}


def dataset(
    request: HttpRequest,
    path: str,
    name: str,
    description: str,
    files: Iterable[tuple[str, str]],
    *,
    keywords: Iterable[str] = (),
    measured: Iterable[str] = (),
    period: str = "",
    changed: dt.datetime | str | None = None,
) -> dict:
    """Return a Dataset of the office at the page ``path``.

    ``files`` are (address, media type) of its downloads; ``period`` is ISO 8601 ("2019/2024", or
    "2019/.." where it goes on); ``changed`` a moment or an ISO date.
    """
    address = request.build_absolute_uri(path)
    office = publisher(request)
    return stated(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "@id": f"{address}#data",
            "identifier": f"{address}#data",
            "name": name,
            "description": description,
            "url": address,
            "license": settings.OPEN_DATA_LICENCE["url"],
            "isAccessibleForFree": True,
            "inLanguage": "id",
            "creator": office,
            "publisher": office,
            "keywords": list(keywords),
            "temporalCoverage": period,
            "spatialCoverage": CITY,
            "dateModified": changed.isoformat() if isinstance(changed, dt.date) else changed,
            "variableMeasured": list(measured),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": kind.partition(";")[0],
                    "contentUrl": request.build_absolute_uri(url),
                }
                for url, kind in files
            ],
        }
    )
