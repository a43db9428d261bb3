"""Tags for pages that readers share and other sites embed."""

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.http import urlencode

from malangnews.core.frames import frame_line, size_of

register = template.Library()


@register.inclusion_tag("components/sharing.html", takes_context=True)
def sharing_tools(context: Context, kind: str, row, title: str) -> dict[str, str]:
    """Offer to share a public row's page: {% sharing_tools "award" award award.title %}.

    ``kind`` is "story", "award", "kim" or "kelurahan"; the row has a slug and a page.
    """
    request = context["request"]
    page = request.build_absolute_uri(row.get_absolute_url())
    frame = request.build_absolute_uri(reverse(f"sharing:{kind}_embed", args=[row.slug]))
    return {
        "address": page,
        "whatsapp": f"https://wa.me/?{urlencode({'text': f'{title} {page}'})}",
        "line": frame_line(frame, title, "100%", size_of(kind).height),
    }


@register.inclusion_tag("components/oembed.html", takes_context=True)
def oembed_links(context: Context, row, title: str) -> dict[str, str]:
    """Tell other sites where the oEmbed answer on a public row's page is, for its head."""
    request = context["request"]
    page = request.build_absolute_uri(row.get_absolute_url())
    answer = request.build_absolute_uri(reverse("sharing:oembed"))
    return {
        "title": title,
        "json": f"{answer}?{urlencode({'url': page, 'format': 'json'})}",
        "xml": f"{answer}?{urlencode({'url': page, 'format': 'xml'})}",
    }
