"""Tags for the head of a page: what search results and shared links show of it."""

from html import unescape

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import escape

from malangnews.core.head import description, document_title
from malangnews.core.schema import SHARE_IMAGE
from malangnews.core.share import SIZE

register = template.Library()
ALT = "malangnews: berita, penghargaan, dan KIM Kota Malang"


@register.simple_tag
def title_text(title: str) -> str:
    """Return the words of <title>: {% title_text page_title %}, rendered before."""
    return escape(document_title(unescape(title)))


@register.simple_tag(takes_context=True)
def description_text(context: Context, words: str) -> str:
    """Return a page's description, rendered before, long enough and not too long."""
    page = context.get("page")
    place = (page.number, page.paginator.num_pages) if isinstance(page, Page) else (1, 1)
    return escape(description(unescape(words), *place))


@register.simple_tag(takes_context=True)
def share_picture(context: Context) -> dict[str, object]:
    """Return the picture of a shared link: the view's ``share_image``, else the portal's."""
    if context.get("share_image"):
        return context["share_image"]
    request, address = context.get("request"), static(SHARE_IMAGE)
    return {
        "url": request.build_absolute_uri(address) if request else address,
        "type": "image/jpeg",
        "width": SIZE[0],
        "height": SIZE[1],
        "alt": ALT,
    }


@register.simple_tag
def x_account() -> str:
    """Return the office's account on X, "" for none."""
    return settings.X_ACCOUNT
