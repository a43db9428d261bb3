"""malangnews/covers: share pictures at their addresses, of what is public and of nothing else."""

import io
import re
from html import unescape

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from kim.models import Kelurahan
from malangnews.core.share import SIZE, Cover
from malangnews.covers import shelf
from malangnews.covers.kinds import KINDS
from malangnews.news.models import Article
from tests.factories import make_article, make_kim, make_photo, make_potential

pytestmark = pytest.mark.django_db
HIDDEN = ["draft", "review", "scheduled", "withdrawn"]


@pytest.fixture(autouse=True)
def _empty_shelf(settings, tmp_path):
    storage = "django.core.files.storage.FileSystemStorage"
    default = {"BACKEND": storage, "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "default": default}


def address(row, kind="berita"):
    return f"/gambar/{kind}/{row.slug}.png"


def meta(client, page: str) -> dict[str, str]:
    text = client.get(page).content.decode()
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', text)
    return {name: unescape(words) for name, words in found}


def kept(slug, kind="berita"):
    try:
        return default_storage.listdir(f"kartu/{kind}/{slug}")[1]
    except FileNotFoundError:
        return []


def test_story_without_a_photo_shares_its_own_cloth(client):
    article = make_article(published=True, title="Pasar & taman")
    told = meta(client, article.get_absolute_url())
    assert told["og:image"].startswith(f"http://testserver{address(article)}?v=")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:type"] == "image/png"
    assert "Pasar & taman" in told["og:image:alt"]
    assert told["twitter:image"] == told["og:image"]
    answer = client.get(told["og:image"].removeprefix("http://testserver"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert Image.open(io.BytesIO(answer.content)).size == SIZE
    assert len(answer.content) < 150_000
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


def test_story_with_a_photo_shares_the_photo(client):
    photo = make_photo(alt="Piagam di halaman Balai Kota")
    article = make_article(published=True, lead_photo=photo)
    told = meta(client, article.get_absolute_url())
    assert told["og:image"] == f"http://testserver{photo.file.url}"
    assert told["og:image:alt"] == "Piagam di halaman Balai Kota"
    assert told["og:image:width"] == str(photo.width)


def test_address_changes_with_the_words(client):
    article = make_article(published=True)
    before = meta(client, article.get_absolute_url())["og:image"]
    Article.objects.filter(pk=article.pk).update(title="Judul yang dibetulkan")
    assert meta(client, article.get_absolute_url())["og:image"] != before


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_not_public_has_no_cover(client, state):
    rows = {
        "berita": make_article(state=state),
        "kim": make_kim(state=state),
        "potensi": make_potential(state=state),
    }
    for kind, row in rows.items():
        assert client.get(address(row, kind)).status_code == 404, kind


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_slug_has_no_cover(client, kind):
    assert client.get(f"/gambar/{kind}/tidak-ada.png").status_code == 404
    assert client.post(f"/gambar/{kind}/tidak-ada.png").status_code == 405


def test_cover_is_drawn_once_and_whoever_has_it_is_told_so(client, monkeypatch):
    article = make_article(published=True)
    first = client.get(address(article))
    assert len(kept(article.slug)) == 1
    monkeypatch.setattr(shelf, "cover_png", pytest.fail)
    again = client.get(address(article))
    assert again.content == first.content
    told = client.get(address(article), headers={"If-None-Match": first["ETag"]})
    assert (told.status_code, told.content) == (304, b"")
    # Nothing in the query makes another picture.
    for query in ("?v=lain", "?width=99999", "?v=" + "9" * 5000):
        assert client.get(address(article) + query).content == first.content


def test_new_words_take_the_place_of_the_old(client):
    article = make_article(published=True)
    first = client.get(address(article))
    Article.objects.filter(pk=article.pk).update(title="Judul yang dibetulkan")
    second = client.get(address(article))
    assert second["ETag"] != first["ETag"]
    assert len(kept(article.slug)) == 1


def test_cover_of_a_withdrawn_story_is_taken_away(client):
    article = make_article(published=True)
    client.get(address(article))
    assert kept(article.slug)
    Article.objects.filter(pk=article.pk).withdraw("Keliru.")
    assert not kept(article.slug)
    assert client.get(address(article)).status_code == 404


def test_groups_places_and_lists_have_their_own(client):
    kim, potential = make_kim(published=True), make_potential(published=True)
    place = Kelurahan.objects.first()
    pages = {
        kim.get_absolute_url(): address(kim, "kim"),
        potential.get_absolute_url(): address(potential, "potensi"),
        place.get_absolute_url(): address(place, "kelurahan"),
        place.kecamatan.get_absolute_url(): address(place.kecamatan, "kecamatan"),
        "/kim/": "/gambar/bagian/atlas-kim.png",
        "/berita/": "/gambar/bagian/berita.png",
        "/penghargaan/statistik/": "/gambar/bagian/statistik.png",
    }
    for page, picture in pages.items():
        told = meta(client, page)
        assert told["og:image"].startswith(f"http://testserver{picture}?v="), page
        assert client.get(picture).status_code == 200, page
        assert told["og:image:alt"], page


@pytest.mark.parametrize("title", ["😀", "漢字", "x" * 160, "a b " * 40, "</svg>&quot;", "\x00\n"])
def test_any_title_can_be_drawn(title):
    cover = Cover("berita", "uji", "Rubrik", title, "Klojen", "daun")
    assert shelf.picture(cover).startswith(b"\x89PNG")


@pytest.mark.parametrize("palette", ["indigo", "sogan", "arema", "kunyit", "daun", "terong", "?"])
def test_any_colours_can_be_drawn(palette):
    for slug in ("a", "b", "c", "d", "e"):
        assert shelf.picture(Cover("berita", slug, "", "Judul", "", palette))


def test_account_on_x_is_named_only_when_there_is_one(client, settings):
    assert "twitter:site" not in meta(client, "/")
    settings.X_ACCOUNT = "@contoh"
    told = meta(client, "/")
    assert told["twitter:site"] == told["twitter:creator"] == "@contoh"
