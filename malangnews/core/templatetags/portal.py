"""Tags and filters that every room's templates use. Words and numbers only, no queries."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from html import unescape

from django import template
from django.core.paginator import Page
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.templatetags.static import static
from django.utils import timezone

from malangnews.core import schema
from malangnews.core.batik import Cloth, cloth
from malangnews.core.dates import Precision, format_date, format_weekday, machine_date
from malangnews.core.text import embedded_json

register = template.Library()


@register.inclusion_tag("components/batik/cloth.html", takes_context=True)
def batik(context: Context, key: str, palette: str = "") -> dict[str, Cloth]:
    """Draw the cloth of ``key`` (a slug) in ``palette``: {% batik article.slug "indigo" %}.

    A cloth drawn twice on a page gets ids of its own, so that the page stays valid.
    """
    piece = cloth(str(key), palette)
    seen = context.render_context.dicts[0].setdefault("batik_seen", {})
    seen[piece.uid] = count = seen.get(piece.uid, 0) + 1
    return {"cloth": piece if count == 1 else replace(piece, uid=f"{piece.uid}n{count}")}


@register.filter
def tanggal(value: dt.date | None, precision: str = Precision.DAY) -> str:
    """Write a date: {{ award.decided_on|tanggal:award.decided_on_precision }}."""
    return format_date(_local_day(value), precision)


@register.filter
def tanggal_mesin(value: dt.date | None, precision: str = Precision.DAY) -> str:
    """Write the same date for the attribute datetime of <time>."""
    return machine_date(_local_day(value), precision)


@register.filter
def tanggal_hari(value: dt.date | None) -> str:
    """Write a day with its weekday: "Senin, 6 November 2023"; empty for no date."""
    return format_weekday(_local_day(value)) if value else ""


@register.filter
def angka(value: int | float | Decimal | None) -> str:
    """Write a number as Indonesian readers do: 1234 -> "1.234", 2.5 -> "2,5"; None -> ""."""
    if value is None or value == "":
        return ""
    try:
        return f"{value:,}".translate(str.maketrans(",.", ".,"))
    except (TypeError, ValueError):
        return str(value)


@register.filter
def unlocalised(value: int | float | None) -> str:
    """Write a number for an attribute, without the thousands dots of the language."""
    return "" if value is None else str(value)


@register.filter
def focal_step(value: int | None) -> int:
    """Round a focal point (percent) to the step the style sheet knows: 0, 25, 50, 75 or 100."""
    return 50 if value is None else max(0, min(100, 25 * round(value / 25)))


@register.filter
def page_numbers(page: Page) -> list[int | str]:
    """Return the page numbers to offer, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag(takes_context=True)
def page_link(context: Context, number: int) -> str:
    """Return the address of a page of this list: the same filters, another ?page= (none for 1)."""
    query = context.request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def page_address(context: Context) -> str:
    """Return the canonical address of the page, "" without a request.

    It is the view's ``canonical`` where it gives one, else the path of the request.
    """
    request = context.get("request")
    path = context.get("canonical") or (request.path if request else "")
    return request.build_absolute_uri(path) if request else path


@register.simple_tag(takes_context=True)
def structured_data(context: Context, address: str, title: str, description: str) -> str:
    """Return a page's JSON-LD: itself, the way to it (``crumbs``), its subject (``schema``)."""
    request = context.get("request")
    if request is None:
        return ""
    blocks = [schema.web_page(request, address, unescape(title), unescape(description))]
    if context.get("crumbs"):
        blocks.append(schema.breadcrumbs(request, context["crumbs"], unescape(title)))
    if context.get("schema"):
        blocks.append(context["schema"])
    return embedded_json(blocks)


@register.simple_tag(takes_context=True)
def absolute_static(context: Context, path: str) -> str:
    """Return the full address of a static file, for tools that want one with a host."""
    request = context.get("request")
    return request.build_absolute_uri(static(path)) if request else static(path)


class CaptureNode(Node):
    """Keeps rendered template text in a variable."""

    def __init__(self, nodelist: template.NodeList, name: str):
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> str:
        context[self.name] = self.nodelist.render(context)
        return ""


@register.tag
def capture(parser: Parser, token: Token) -> CaptureNode:
    """Keep what a block renders, to show it twice: {% capture title %}...{% endcapture %}."""
    try:
        _, name = token.split_contents()
    except ValueError:
        raise template.TemplateSyntaxError("capture takes one name.") from None
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, name)


def _local_day(value: dt.date | None) -> dt.date | None:
    """Return the day in Malang of a date or a moment."""
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value
