"""What a page says of itself to search engines, in the vocabulary of schema.org.

Every page names its publisher and the way that leads to it; a story adds itself (``schema`` in the
template context, made by its room).
"""

from django.http import HttpRequest
from django.templatetags.static import static

CONTEXT = "https://schema.org"
PUBLISHER = "Diskominfo Kota Malang"
SHARE_IMAGE = "img/share.jpg"
LOGO = "img/icon-512.png"


def publisher(request: HttpRequest) -> dict:
    """Return the office behind the portal."""
    return {
        "@type": "GovernmentOrganization",
        "@id": request.build_absolute_uri("/#penerbit"),
        "name": PUBLISHER,
        "url": request.build_absolute_uri("/"),
        "logo": {"@type": "ImageObject", "url": request.build_absolute_uri(static(LOGO))},
    }


def web_page(request: HttpRequest, address: str, title: str, description: str) -> dict:
    """Return the page itself, as part of the portal."""
    site = {
        "@type": "WebSite",
        "name": "malangnews",
        "url": request.build_absolute_uri("/"),
        "publisher": publisher(request),
    }
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": "id",
        "isPartOf": site,
    }


def breadcrumbs(request: HttpRequest, crumbs: list[tuple[str, str]], title: str) -> dict:
    """Return the way down to a page: ``crumbs`` are (label, path) of the pages above it."""
    steps = [
        {
            "@type": "ListItem",
            "position": number,
            "name": label,
            "item": request.build_absolute_uri(path),
        }
        for number, (label, path) in enumerate(crumbs, 1)
    ]
    here = {"@type": "ListItem", "position": len(crumbs) + 1, "name": title}
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": [*steps, here]}
