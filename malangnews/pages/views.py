"""Pages of text that staff write."""

from django.urls import reverse
from django.views.decorators.http import require_safe

from malangnews.core.pages import find, gone, show
from malangnews.news.embeds import fill
from malangnews.pages.contents import with_contents
from malangnews.pages.dates import changed_at
from malangnews.pages.models import Page
from malangnews.pages.schema import page_schema


@require_safe
def page_detail(request, slug):
    """One page. A page that was withdrawn answers 410 with the reason."""
    page = find(request, Page.objects.all(), slug)
    if page is None:
        return gone(request, Page.objects.all(), slug)
    body, contents = with_contents(fill(page))
    context = {
        "page": page,
        "body": body,
        "contents": contents,
        "changed_at": changed_at(page),
        "crumbs": [("Beranda", reverse("home"))],
    }
    if page.is_public:
        context["schema"] = page_schema(request, page)
    return show(request, "pages/page_detail.html", page, context)
