"""kim/views.py: the pages of kelurahan and kecamatan."""

import pytest
from django.urls import reverse

from kim.models import Kecamatan
from tests.factories import (
    kelurahan,
    make_article,
    make_award,
    make_kim,
    make_potential,
)

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_kelurahan_detail_shows_every_fact_of_the_place(client):
    place = kelurahan("Rampalcelaket")
    place.about = "Kelurahan di tepi Brantas."
    place.save()
    page = get(client, place.get_absolute_url())
    for words in (
        "<h1>Kelurahan Rampalcelaket</h1>",
        "Kelurahan di tepi Brantas.",
        "35.73.02.1002",
        place.postal_code,
        f"{place.area_km2:f} km²".replace(".", ","),
        f"lintang {place.latitude:f}".replace(".", ","),
        "Juga ditulis",
        "KIM di kelurahan ini belum tercatat",
        "Potensi kelurahan ini belum dicatat",
        "Bertetangga dengan",
        reverse("news:kelurahan_rss", args=[place.slug]),
        "Letak Kelurahan Rampalcelaket",
    ):
        assert words in page, words
    for neighbour in place.neighbours.all():
        assert f'href="{neighbour.get_absolute_url()}"' in page


def test_kelurahan_detail_lists_what_is_public_there(client):
    samaan, kasin = kelurahan("Samaan"), kelurahan("Kasin")
    home = make_kim(published=True, name="KIM Samaan", kelurahan=samaan)
    make_kim(published=True, name="KIM Kasin", kelurahan=kasin, serves=[samaan])
    make_kim(name="KIM Tersembunyi", kelurahan=samaan)
    make_potential(published=True, name="Kripik Samaan", kind="food", kelurahan=samaan)
    make_potential(name="Batik Tersembunyi", kelurahan=samaan)
    make_award(published=True, recipients=[home], rank_label="Juara III")
    make_award(published=True, recipients=[samaan], rank_label="Predikat Utama")
    make_award(published=True, recipients=[kasin], rank_label="Juara Kasin")
    make_article(published=True, kelurahan=[samaan], title="Warga Samaan bergotong royong")
    page = get(client, samaan.get_absolute_url())
    for words in (
        "KIM Samaan",
        "dari Kelurahan Kasin, turut melayani",
        "<h3>Kuliner</h3>",
        "Kripik Samaan",
        "Juara III",
        "Predikat Utama",
        "Warga Samaan bergotong royong",
    ):
        assert words in page, words
    for words in ("KIM Tersembunyi", "Batik Tersembunyi", "Juara Kasin"):
        assert words not in page, words


def test_kelurahan_detail_pages_its_stories(client):
    samaan = kelurahan("Samaan")
    for number in range(10):
        make_article(published=True, kelurahan=[samaan], title=f"Kabar ke-{number}.")
    first, second = (get(client, f"{samaan.get_absolute_url()}?page={n}") for n in (1, 2))
    assert first.count("Kabar ke-") == 8
    assert second.count("Kabar ke-") == 2
    for value in ("²", "-1", "9" * 30, "abc", "99"):
        assert "Kabar ke-" in get(client, f"{samaan.get_absolute_url()}?page={value}")


def test_kecamatan_detail_shows_its_part_of_the_city(client):
    make_kim(published=True, name="KIM Samaan")
    make_potential(published=True, name="Gerabah Penanggungan", kelurahan=kelurahan("Penanggungan"))
    make_potential(published=True, name="Tempe Sanan", kelurahan=kelurahan("Purwantoro"))
    page = get(client, "/kim/kecamatan/klojen/")
    assert "<h1>Kecamatan Klojen</h1>" in page
    assert "35.73.02" in page
    assert "KIM Samaan" in page
    assert "1 KIM terbentuk" in page
    assert "Gerabah Penanggungan" in page
    assert "Tempe Sanan" not in page
    assert page.count("is-elsewhere") == 57 - 11
    assert page.count('data-label="Kelurahan"') == 11


@pytest.mark.parametrize(
    "address",
    ["/kim/tiada/", "/kim/kelurahan/tiada/", "/kim/kecamatan/tiada/", "/kim/potensi/tiada/"],
)
def test_what_does_not_exist_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_kecamatan_detail_without_kelurahan_is_not_found(client):
    Kecamatan.objects.create(code="35.73.09", name="Baru", slug="baru")
    assert client.get("/kim/kecamatan/baru/").status_code == 404
