"""kim/views.py: the directory and the pages of potentials."""

import pytest
from django.contrib.auth.models import Permission

from tests.factories import (
    kelurahan,
    make_article,
    make_potential,
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
