"""kim/views.py: the directory, the pages and the files of potentials."""

import csv
import io
import json
import re

import pytest
from django.contrib.auth.models import Permission

from tests.factories import (
    consent,
    kelurahan,
    make_article,
    make_contact,
    make_potential,
    make_rubric,
    make_user,
)

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_potential_list_without_potentials_says_what_will_stand_there(client):
    assert "Belum ada potensi yang dicatat" in get(client, "/kim/potensi/")


def test_potential_list_shows_name_kind_place_and_summary(client):
    make_potential(published=True, name="Gerabah Penanggungan", summary="Tanah liat dari kampung.")
    make_potential(name="Potensi Tersembunyi")
    page = get(client, "/kim/potensi/")
    for words in ("Gerabah Penanggungan", "Kerajinan", "Kelurahan Samaan", "Tanah liat dari"):
        assert words in page, words
    assert "Potensi Tersembunyi" not in page


def test_potential_list_is_narrowed_by_kind_and_kecamatan(client):
    make_potential(published=True, name="Kripik", kind="food")
    make_potential(published=True, name="Topeng", kind="arts", kelurahan=kelurahan("Polowijen"))
    page = get(client, "/kim/potensi/?jenis=kuliner&kecamatan=klojen")
    assert "Kripik" in page
    assert "Topeng" not in page
    assert "1 potensi: Kuliner, Kecamatan Klojen" in page
    empty = get(client, "/kim/potensi/?jenis=kuliner&kecamatan=blimbing")
    assert "Tidak ada potensi dengan saringan ini" in empty


def test_potential_list_says_which_filter_it_does_not_know(client):
    make_potential(published=True, name="Kripik")
    page = get(client, "/kim/potensi/?jenis=²&kecamatan=tiada&page=0")
    assert "Jenis potensi itu tidak dikenal" in page
    assert "Kecamatan itu tidak dikenal" in page
    assert "Kripik" in page


def test_potential_detail_shows_every_fact_and_its_stories(client):
    potential = make_potential(
        published=True,
        name="Gerabah Penanggungan",
        summary="Tanah liat dari kampung.",
        place="Gang 11",
        source_name="Situs KIM Gerabah",
        source_url="https://gerabah.example/profil",
    )
    make_potential(published=True, name="Kripik Samaan")
    make_article(published=True, potentials=[potential], title="Dari tanah menjadi kendi")
    page = get(client, potential.get_absolute_url())
    for words in (
        "<h1>Gerabah Penanggungan</h1>",
        "Tanah liat dari kampung.",
        "Gang 11",
        "Situs KIM Gerabah",
        "https://gerabah.example/profil",
        'href="/kim/potensi/?jenis=kerajinan"',
        'href="/kim/kelurahan/samaan/"',
        "Kripik Samaan",
        "Dari tanah menjadi kendi",
    ):
        assert words in page, words


def test_potential_detail_of_a_draft_is_for_its_editors(client):
    potential = make_potential()
    assert client.get(potential.get_absolute_url()).status_code == 404
    editor = make_user()
    editor.user_permissions.add(Permission.objects.get(codename="change_potential"))
    client.force_login(editor)
    assert "Pratinjau" in get(client, potential.get_absolute_url())


def test_potential_detail_that_was_withdrawn_is_gone_with_the_reason(client):
    potential = make_potential(state="withdrawn", name="Potensi Lama")
    response = client.get(potential.get_absolute_url())
    assert response.status_code == 410
    assert "Ditarik untuk uji." in response.content.decode()
    assert "Potensi Lama" not in response.content.decode()


def test_potential_list_is_narrowed_by_kelurahan_and_tells_of_stories(client):
    kripik = make_potential(published=True, name="Kripik", kind="food")
    make_potential(published=True, name="Topeng", kind="arts", kelurahan=kelurahan("Polowijen"))
    make_article(published=True, potentials=[kripik])
    make_article(published=True, potentials=[kripik])
    make_article(potentials=[kripik])
    page = get(client, "/kim/potensi/?kelurahan=samaan")
    for words in ("Kripik", "2 berita", "1 potensi: Kelurahan Samaan"):
        assert words in page, words
    assert "Topeng" not in page
    assert "Belum ada berita" in get(client, "/kim/potensi/?kelurahan=polowijen")
    for file in ("potensi.csv", "potensi.json"):
        assert f'href="/kim/{file}?kelurahan=samaan"' in page


def test_potential_detail_shows_products_and_contacts_of_owners_who_agreed(client):
    potential = make_potential(published=True, products="Guci\n\n  Vas bunga  ")
    make_contact(potential, value="0341 123456", **consent())
    make_contact(potential, kind="account", value="@gerabah", **consent())
    make_contact(potential, value="0341 654321")
    page = get(client, potential.get_absolute_url())
    for words in (
        "<li>Guci</li><li>Vas bunga</li>",
        'href="tel:+62341123456"',
        '<span class="contact-value">@gerabah</span>',
        "atas persetujuan pemiliknya",
    ):
        assert words in page, words
    assert "654321" not in page


def test_potential_detail_without_contacts_and_products_has_no_such_sections(client):
    potential = make_potential(published=True)
    make_contact(potential)
    page = get(client, potential.get_absolute_url())
    for words in ('id="kontak"', 'id="produk"', 'id="episode"', 'id="potensi-lain"'):
        assert words not in page, words


def test_potential_detail_lists_its_episodes_with_their_numbers(client):
    potential = make_potential(published=True)
    weekly = make_rubric(name="Kelurahan Bercerita", cadence="weekly")
    make_article(
        published=True, potentials=[potential], rubric=weekly, episode=7, title="Tanah Liat"
    )
    make_article(potentials=[potential], rubric=weekly, episode=8, title="Belum Terbit")
    page = get(client, potential.get_absolute_url())
    episodes = page[
        page.index('id="episode"') : page.index("</section>", page.index('id="episode"'))
    ]
    for words in ("Kelurahan Bercerita", "Tanah Liat", "Episode 7<"):
        assert words in episodes, words
    assert "Belum Terbit" not in page


def test_potential_detail_lists_others_here_before_those_next_door(client):
    here = kelurahan("Samaan")
    neighbour = here.neighbours.first()
    far = kelurahan("Polowijen")
    assert far not in here.neighbours.all()
    potential = make_potential(published=True, kelurahan=here)
    make_potential(published=True, name="A Tetangga", kelurahan=neighbour)
    make_potential(published=True, name="Z Setempat", kelurahan=here)
    make_potential(published=True, name="Jauh Sekali", kelurahan=far)
    make_potential(name="Draf Setempat", kelurahan=here)
    page = get(client, potential.get_absolute_url())
    assert page.index("Z Setempat") < page.index("A Tetangga")
    assert "Jauh Sekali" not in page
    assert "Draf Setempat" not in page


def test_structured_data_tells_a_business_from_a_place(client):
    for kind, expected in (("umkm", "LocalBusiness"), ("heritage", "Place")):
        potential = make_potential(published=True, kind=kind, products="Guci", place="Gang 11")
        page = get(client, potential.get_absolute_url())
        text = re.search(r"<script type=.application/ld.json.[^>]*>(.*?)</script>", page, re.S)[1]
        (thing,) = [block for block in json.loads(text) if block["@type"] == expected]
        assert thing["name"] == potential.name
        assert thing["address"]["streetAddress"] == "Gang 11"
        assert thing["containedInPlace"]["name"] == "Kelurahan Samaan"


def rows_of(client, query=""):
    response = client.get("/kim/potensi.csv" + query)
    assert response["Content-Disposition"] == 'attachment; filename="potensi-kelurahan.csv"'
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_files_hold_what_is_named_and_what_the_filters_leave(client):
    potential = make_potential(published=True, name="=Kripik", kind="food", products="Tempe\nTahu")
    make_contact(potential, value="0341 123456", **consent(consent_scope="open"))
    make_contact(potential, value="0341 654321", **consent())
    make_potential(published=True, name="Topeng", kind="arts", kelurahan=kelurahan("Polowijen"))
    make_potential(name="Draf")
    make_article(published=True, potentials=[potential])
    assert {row["nama"] for row in rows_of(client)} == {"'=Kripik", "Topeng"}
    (row,) = rows_of(client, "?jenis=kuliner")
    assert row["produk"] == "Tempe; Tahu"
    assert row["kontak"] == "Telepon: 0341 123456"
    assert (row["berita"], row["kelurahan"], row["kode_kelurahan"][:6]) == ("1", "Samaan", "35.73.")
    assert row["alamat"] == "http://testserver" + potential.get_absolute_url()
    data = client.get("/kim/potensi.json?jenis=kuliner").json()
    assert [row["nama"] for row in data["potensi"]] == ["=Kripik"]
    assert data["potensi"][0]["kontak"] == ["Telepon: 0341 123456"]
    assert data["meta"]["source"] == "http://testserver/kim/potensi/?jenis=kuliner"
    assert set(data["meta"]["columns"]) == set(data["potensi"][0])


def test_pages_and_files_cost_the_same_for_many(client, django_assert_num_queries):
    def fill(number):
        for _ in range(number):
            potential = make_potential(published=True)
            make_contact(potential, **consent(consent_scope="open"))
            make_article(published=True, potentials=[potential])
        return potential

    fill(2)
    with django_assert_num_queries(6):
        client.get("/kim/potensi/")
    with django_assert_num_queries(3):
        client.get("/kim/potensi.csv")
    last = fill(8)
    with django_assert_num_queries(6):
        client.get("/kim/potensi/")
    with django_assert_num_queries(3):
        client.get("/kim/potensi.csv")
    with django_assert_num_queries(5):
        client.get(last.get_absolute_url())
