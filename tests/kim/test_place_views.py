"""kim/place_views.py: the pages of kelurahan and kecamatan."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from kim.models import Boundary, Kecamatan
from malangnews.core.dates import format_date
from tests.factories import (
    kelurahan,
    make_article,
    make_award,
    make_edition,
    make_kim,
    make_milestone,
    make_potential,
    make_rubric,
)
from tests.kim.squares import square

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


def test_kelurahan_detail_shows_the_documents_of_its_groups(client):
    samaan = kelurahan("Samaan")
    kim = make_kim(
        published=True, name="KIM Samaan", kelurahan=samaan, name_meaning="Dari nama kampungnya."
    )
    make_milestone(
        kim,
        "decreed",
        dt.date(2021, 6, 30),
        happened_on_precision="month",
        document_number="188.45/7/2021",
        source_name="SK Lurah Samaan",
        source_url="https://samaan.example/sk.pdf",
    )
    hidden = make_kim(name="KIM Rahasia", kelurahan=samaan)
    make_milestone(hidden, "decreed", dt.date(2022, 1, 1), document_number="RAHASIA/1")
    page = get(client, samaan.get_absolute_url())
    for words in (
        "Dari nama kampungnya.",
        ">2 Maret 2020</time> <span>Dibentuk",
        ">Juni 2021</time> <span>Dikukuhkan dengan SK, nomor 188.45/7/2021",
        'href="https://samaan.example/sk.pdf"',
    ):
        assert words in page, words
    assert "RAHASIA/1" not in page


def figures_of(page: str) -> dict[str, int]:
    found = re.findall(
        r'figure-value">(\d+)</p>\s*<p class="figure-label">(?:<a[^>]*>)?([^<]+)', page
    )
    return {label: int(value) for value, label in found}


def test_kelurahan_detail_counts_what_is_public_there_today(client):
    samaan, kasin = kelurahan("Samaan"), kelurahan("Kasin")
    weekly = make_rubric(cadence="weekly", name="UMKM Of The Week")
    make_kim(published=True, kelurahan=samaan)
    make_kim(published=True, kelurahan=samaan, milestones=[("proposed", dt.date(2021, 1, 1))])
    make_kim(published=True, kelurahan=kasin, serves=[samaan])
    make_kim(kelurahan=samaan)
    for _ in range(3):
        make_potential(published=True, kelurahan=samaan)
    make_potential(kelurahan=samaan)
    for _ in range(9):
        make_article(published=True, kelurahan=[samaan])
    make_article(
        published=True, kelurahan=[samaan], rubric=weekly, episode=12, title="Keripik dari Samaan"
    )
    make_article(kelurahan=[samaan], rubric=weekly, episode=13, title="Belum terbit")
    make_award(published=True, recipients=[samaan])
    make_award(recipients=[samaan])
    page = get(client, samaan.get_absolute_url())
    assert figures_of(page) == {
        "KIM terbentuk": 1,
        "potensi tercatat": 3,
        "berita": 10,
        "episode UMKM": 1,
        "penghargaan": 1,
    }
    assert format_date(timezone.localdate()) in page
    episodes = page[page.index('id="episode"') : page.index('id="penghargaan"')]
    assert "UMKM Of The Week" in episodes
    assert "Keripik dari Samaan" in episodes and "Episode 12" in episodes
    assert "Belum terbit" not in page
    for anchor in re.findall(r'figure-label"><a href="#([^"]+)"', page):
        assert f'id="{anchor}"' in page, anchor


def test_kelurahan_detail_of_nothing_counts_nothing_and_leads_nowhere(client):
    page = get(client, "/kim/kelurahan/samaan/")
    assert set(figures_of(page).values()) == {0}
    assert re.findall(r'figure-label"><a href="(#[^"]+)"', page) == ["#kim", "#potensi"]
    assert 'id="episode"' not in page


def test_kelurahan_detail_offers_its_feeds_in_words_and_to_readers(client):
    page = get(client, "/kim/kelurahan/samaan/")
    for name in ("kelurahan_rss", "kelurahan_atom"):
        address = reverse(f"news:{name}", args=["samaan"])
        assert f'class="chip" href="{address}"' in page
        assert re.search(rf'<link rel="alternate"[^>]*href="{address}"', page)
        assert client.get(address).status_code == 200


def test_kelurahan_detail_on_paper_names_its_permanent_address_and_the_day(client):
    page = get(client, "/kim/kelurahan/samaan/")
    (words,) = re.findall(r'<p class="place-printed">([^<]+)', page)
    address = re.search(r"http://testserver(/\S+)", words)[1]
    assert client.get(address, follow=True).redirect_chain[-1][0].endswith("/kim/kelurahan/samaan/")
    assert format_date(timezone.localdate()) in words


def test_kelurahan_detail_costs_at_most_twelve_queries_with_everything(
    client, django_assert_max_num_queries
):
    samaan, kasin = kelurahan("Samaan"), kelurahan("Kasin")
    weekly = make_rubric(cadence="weekly")
    ring = square(float(samaan.longitude), float(samaan.latitude))
    Boundary.objects.create(kelurahan=samaan, polygons=[[ring]])
    for year in (2020, 2021, 2022):
        kim = make_kim(published=True, kelurahan=samaan)
        make_kim(published=True, kelurahan=kasin, serves=[samaan])
        make_potential(published=True, kelurahan=samaan)
        make_award(published=True, recipients=[kim, samaan], edition=make_edition(year=year))
        make_article(published=True, kelurahan=[samaan], rubric=weekly, episode=year)
    with django_assert_max_num_queries(12):
        get(client, samaan.get_absolute_url())


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
