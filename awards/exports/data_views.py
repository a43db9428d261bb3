"""The page that explains the data: columns, licence, how fresh they are, how to cite them."""

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from awards.exports.about import PUBLISHER, About, codes, moment
from awards.exports.columns import COLUMNS, KINDS
from awards.exports.downloads import FORMATS, about_list, links
from awards.exports.rows import all_public
from awards.exports.standing import standing
from awards.filters import read_filters
from malangnews.core.schema import CONTEXT, publisher

DESCRIPTION = (
    "Setiap penghargaan Kota Malang yang tercatat di malangnews: ajang, tingkat, kategori, "
    "peringkat, penerima, tanggal, dan sumbernya."
)


@require_safe
def award_data(request):
    """The data dictionary of the registry, with the downloads of everything; one query."""
    everything = read_filters(QueryDict())
    about = about_list(request, everything, standing(all_public()))
    context = {
        "about": about,
        "licence": settings.OPEN_DATA_LICENCE,
        "files": links(everything),
        "columns": COLUMNS,
        "kinds": KINDS,
        "codes": codes(),
        "crumbs": [("Penghargaan", reverse("awards:award_list"))],
        "schema": _dataset(request, about),
    }
    return render(request, "awards/award_data.html", context)


def _dataset(request: HttpRequest, about: About) -> dict:
    """Return the registry as a schema.org Dataset, for search engines of data."""
    address = request.build_absolute_uri(reverse("awards:award_data"))
    files = zip(FORMATS.values(), links(read_filters(QueryDict())), strict=True)
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{address}#data",
        "name": f"Registri penghargaan Kota Malang, {PUBLISHER}",
        "description": DESCRIPTION,
        "url": address,
        "license": settings.OPEN_DATA_LICENCE["url"],
        "isAccessibleForFree": True,
        "inLanguage": "id",
        "creator": publisher(request),
        "spatialCoverage": "Kota Malang, Jawa Timur, Indonesia",
        **({"dateModified": moment(about.changed)} if about.changed else {}),
        "variableMeasured": [column.name for column in COLUMNS],
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": kind.partition(";")[0],
                "contentUrl": request.build_absolute_uri(file["url"]),
            }
            for (_, kind), file in files
        ],
    }
