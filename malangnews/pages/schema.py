"""A page of the office in the vocabulary of schema.org."""

from django.http import HttpRequest

from malangnews.core.schema import CONTEXT, publisher
from malangnews.pages.dates import changed_at
from malangnews.pages.models import Page

#: The page that says who publishes the portal.
ABOUT = "tentang"


def page_schema(request: HttpRequest, page: Page) -> dict:
    """Return a public page for search engines; the one about the office names it as its subject."""
    office = publisher(request)
    data = {
        "@context": CONTEXT,
        "@type": "WebPage",
        "url": request.build_absolute_uri(page.get_absolute_url()),
        "name": page.title,
        "description": page.summary,
        "datePublished": page.published_at.isoformat(),
        "dateModified": changed_at(page).isoformat(),
        "inLanguage": "id",
        "publisher": office,
    }
    if page.slug == ABOUT:
        data |= {"@type": "AboutPage", "about": {"@id": office["@id"]}}
    return data
