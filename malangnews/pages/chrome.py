"""What stands around every page: the menus, and the alerts that hold now.

One query, asked only by templates that show it: feeds, files and the desk never pay for it.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from urllib.parse import urldefrag, urlsplit

from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from malangnews.pages.models import Alert, MenuItem, Page

ALERT = "alert"
#: The gravest first.
LEVELS = (Alert.Level.DANGER, Alert.Level.WARNING, Alert.Level.INFO)


@dataclass(frozen=True)
class Link:
    """A link of a menu; ``current`` is what aria-current says of it: "page", "true" or ""."""

    label: str
    address: str
    current: str = ""

    @property
    def is_external(self) -> bool:
        return is_external(self.address)


@dataclass(frozen=True)
class Notice:
    """An alert as readers see it; ``label`` is its level in words."""

    text: str
    level: str
    label: str
    address: str

    @property
    def is_external(self) -> bool:
        return is_external(self.address)


@dataclass(frozen=True)
class Chrome:
    """The three menus and the alerts, each in the order in which they stand."""

    head: list[Link] = field(default_factory=list)
    explore: list[Link] = field(default_factory=list)
    office: list[Link] = field(default_factory=list)
    alerts: list[Notice] = field(default_factory=list)


def chrome(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``chrome``, read from the database when a template first asks for it."""
    return {"chrome": SimpleLazyObject(lambda: around(request.get_full_path()))}


def around(full_path: str, at: dt.datetime | None = None) -> Chrome:
    """Return what stands around the page at ``full_path`` at ``at`` (default: now). One query."""
    rows = _rows(at or timezone.now())
    menus = {menu: _menu(rows, menu) for menu in MenuItem.Menu.values}
    menus["head"] = mark_current(menus["head"], full_path)
    return Chrome(**menus, alerts=_alerts(rows))


def notice_of(alert: Alert) -> Notice:
    """Return an alert as readers see it."""
    return Notice(alert.text, alert.level, alert.get_level_display(), alert.address)


def is_external(address: str) -> bool:
    """True for an address of another site."""
    return bool(urlsplit(address).netloc)


def mark_current(links: list[Link], full_path: str) -> list[Link]:
    """Return ``links`` with the one marked that leads here, or to the nearest page above."""
    path = full_path.partition("?")[0]
    above = {link.address for link in links if _is_above(link.address, path)}
    nearest = max(map(len, above), default=0)
    return [replace(link, current=_current(link.address, full_path, nearest)) for link in links]


def _current(address: str, full_path: str, nearest: int) -> str:
    path = full_path.partition("?")[0]
    if urldefrag(address).url in (path, full_path):
        return "page"
    return "true" if len(address) == nearest and _is_above(address, path) else ""


def _is_above(address: str, path: str) -> bool:
    """True for an address whose pages ``path`` is one of. The front page stands above none."""
    return address.endswith("/") and address != "/" and path.startswith(address)


def _rows(now: dt.datetime) -> list[tuple]:
    """Return (menu or "alert", words, address, slug of a page or level, position, key)."""
    items = MenuItem.objects.filter(Q(page=None) | Q(page__in=Page.objects.published(now)))
    alerts = Alert.objects.filter(begins_at__lte=now, ends_at__gt=now)
    shown = items.order_by().values_list(
        F("menu"), F("label"), F("address"), Coalesce("page__slug", Value("")), "position", "pk"
    )
    told = alerts.order_by().values_list(
        Value(ALERT), F("text"), F("address"), F("level"), Value(0), "pk"
    )
    return list(shown.union(told, all=True))


def _menu(rows: list[tuple], menu: str) -> list[Link]:
    found = sorted((row for row in rows if row[0] == menu), key=lambda row: row[4:])
    return [
        Link(label, address or reverse("pages:page_detail", args=[slug]))
        for _, label, address, slug, *_ in found
    ]


def _alerts(rows: list[tuple]) -> list[Notice]:
    """The gravest first, of these the youngest."""
    found = [row for row in rows if row[0] == ALERT]
    found.sort(key=lambda row: (LEVELS.index(row[3]), -row[5]))
    return [
        Notice(text, level, Alert.Level(level).label, address)
        for _, text, address, level, *_ in found
    ]
