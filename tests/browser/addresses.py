"""The pages that must be right for everyone: an address of every kind, on the demo's content.

Read by the browser tests of quality and by tools/check_html.py.
"""

import re

from django.test import Client
from django.urls import resolve

from awards.models import Award
from kim.models import Kelurahan, Kim
from malangnews.demo.loading import load_all
from malangnews.news.models import Article
from tests import factories as make

LOC = re.compile(r"<loc>https?://[^/]+(/[^<]*)</loc>")
# A story with a photo, and what no sitemap names: lists in other states, frames, refusals.
PICTURED = "tujuh-penghargaan-satu-kebersamaan"
BESIDE = (
    f"/berita/{PICTURED}/",
    "/cari/",
    "/cari/?q=kim",
    "/cari/?q=zzzzzz",
    "/berita/?page=2",
    "/penghargaan/?tahun=2023&tingkat=provinsi",
    "/penghargaan/?q=zzzzzz",
    "/kim/?pada=2022-12-07",
    "/kim/atlas/sematan/",
    "/kim/peta/",
    "/penghargaan/data/",
    "/umpan/",
    "/tidak-ada/",
    "/berita/ditarik/",
)
ROOMS = ("news", "awards", "kim", "lobby")
DESK = {
    "front": (
        "/admin/",
        "/admin/panduan/",
        "/admin/password_change/",
        "/admin/auth/user/add/",
    ),
    "lists": (
        "/admin/news/article/",
        "/admin/awards/award/?q=kim",
        "/admin/awards/organization/",
        "/admin/kim/kim/",
        "/admin/kim/kelurahan/",
        "/admin/media/photo/",
        "/admin/pages/page/",
        "/admin/search/synonym/",
    ),
    "stories": (
        "/admin/news/article/{story}/change/",
        "/admin/news/article/{story}/history/",
        "/admin/news/article/usulan/",
        "/admin/media/photo/unggah/",
    ),
    "awards": (
        "/admin/awards/award/{award}/change/",
        "/admin/awards/award/baca/",
        "/admin/awards/merge/kembar/",
        "/admin/awards/edition/add/",
    ),
    "kim": (
        "/admin/kim/kim/{kim}/change/",
        "/admin/kim/kim/daftarkan/",
        "/admin/kim/kim/impor/",
        "/admin/kim/kelurahan/liputan/",
        "/admin/kim/kelurahan/{place}/change/",
    ),
}
DOOR = "/admin/login/"


def fill_portal() -> None:
    """Load the demo's content, with a photo, and a story that was withdrawn."""
    load_all()
    photo = make.make_photo(file=make.image_file("a.jpg", (900, 600), "JPEG"))
    Article.objects.filter(slug=PICTURED).update(lead_photo=photo)
    make.bring_to(make.make_article(slug="ditarik"), "withdrawn", reason="Angkanya keliru.")


def kinds() -> dict[str, str]:
    """Return an address of every view that the sitemaps name, by the name of the view."""
    client, found = Client(), {}
    for section in LOC.findall(client.get("/sitemap.xml").content.decode()):
        for address in LOC.findall(client.get(section).content.decode()):
            found.setdefault(resolve(address.partition("?")[0]).view_name, address)
    return found


def public_addresses() -> dict[str, list[str]]:
    """Return the public addresses to look at, by room; the lobby has what no other room has."""
    found = {room: [] for room in ROOMS}
    rooms = {"berita": "news", "penghargaan": "awards", "kim": "kim"}
    for address in dict.fromkeys([*kinds().values(), *BESIDE]):
        found[rooms.get(address.strip("/").partition("/")[0], "lobby")].append(address)
    return found


def desk_addresses(part: str) -> list[str]:
    """Return the addresses of one part of the desk, with the demo's own rows in them."""
    names = {
        "story": Article.objects.published().order_by("pk").first().pk,
        "award": Award.objects.published().order_by("pk").first().pk,
        "kim": Kim.objects.published().order_by("pk").first().pk,
        "place": Kelurahan.objects.get(slug="samaan").pk,
    }
    return [address.format(**names) for address in DESK[part]]
