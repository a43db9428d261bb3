"""kim/views.py: the atlas and directory, the page of a group, and what holds for every page."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from kim.models import KimAccount
from tests.factories import (
    consent,
    kelurahan,
    make_article,
    make_award,
    make_kim,
    make_member,
    make_milestone,
    make_potential,
    make_stated_kim_figure,
    make_user,
)

pytestmark = pytest.mark.django_db

BUDGET = 12


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def get(client, address: str) -> str:
    return text_of(client.get(address))


def count_queries(client, address: str, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(BUDGET) as queries:
        get(client, address)
    return len(queries)


# The directory


def test_kim_list_of_an_empty_registry_says_what_will_stand_there(client):
    page = get(client, "/kim/")
    assert "Belum ada KIM yang tercatat" in page
    assert "57 dari 57 kelurahan" in page
    assert page.count('class="hex kec-') >= 57


def test_kim_list_shows_atlas_directory_and_table_of_the_same_state(client):
    kim = make_kim(published=True, name="KIM Gerabah", kelurahan=kelurahan("Penanggungan"))
    page = get(client, "/kim/")
    assert "Penanggungan, Kecamatan Klojen: KIM Gerabah (terbentuk)" in page
    assert page.count(f'href="{kim.get_absolute_url()}"') == 2
    assert "1 dari 11 kelurahan mempunyai KIM" in page
    assert "56 dari 57 kelurahan" in page
    assert "2020" in page and "?pada=2020-12-31" in page


def test_kim_list_of_two_days_differs_as_the_milestones_say(client):
    make_kim(published=True, name="KIM Lama", milestones=[("formed", dt.date(2014, 3, 12))])
    make_kim(published=True, name="KIM Baru", milestones=[("formed", dt.date(2022, 12, 8))])
    before, after = get(client, "/kim/?pada=2022-12-07"), get(client, "/kim/?pada=2022-12-08")
    assert "KIM Lama" in before and "KIM Baru" not in before
    assert "KIM Lama" in after and "KIM Baru" in after
    assert "Rabu, 7 Desember 2022" in before
    assert "1 KIM terbentuk pada hari itu" in before
    assert "2 KIM terbentuk pada hari itu" in after


@pytest.mark.parametrize("value", ["kemarin", "²", "2022-02-30", "9" * 400, "%F0%9F%98%80", "0"])
def test_kim_list_answers_nonsense_with_a_notice_and_today(client, value):
    page = get(client, f"/kim/?pada={value}")
    assert "Tanggal yang diminta tidak terbaca" in page
    assert "Yang tampil adalah keadaan hari ini" in page


def test_kim_list_answers_the_future_with_a_notice_and_today(client):
    assert "belum tiba" in get(client, "/kim/?pada=2999-01-01")


def test_kim_list_sets_the_record_beside_what_was_stated(client):
    make_stated_kim_figure(stated_by="Wakil wali kota")
    make_stated_kim_figure(value_min=43, value_max=43, as_of=dt.date(2024, 8, 1))
    make_kim(published=True)
    page = get(client, "/kim/?pada=2022-12-07")
    assert "34–38 KIM, menurut Wakil wali kota" in page
    assert "Tercatat di sini untuk hari itu 1: selisih 33–37" in page
    assert "hanya KIM yang tonggaknya bersumber" in page
    assert "Catatan portal ini" in page
    assert "selisih 42" in get(client, "/kim/")


def test_kim_list_names_no_draft(client):
    make_kim(name="KIM Rahasia", state="draft")
    assert "KIM Rahasia" not in get(client, "/kim/")


# One group


@pytest.fixture
def gerabah():
    return make_kim(
        published=True,
        name="KIM Gerabah",
        kelurahan=kelurahan("Penanggungan"),
        serves=[kelurahan("Samaan")],
        milestones=[("formed", dt.date(2020, 1, 14))],
        name_meaning="Diambil dari kerajinan setempat.",
        about="Memberitakan kampung gerabah.",
        aliases="KIM Grabah",
        website="https://gerabah.example/",
        kim_id_url="https://kim.id.example/gerabah",
        public_contact="Kantor kelurahan",
    )


def test_kim_detail_shows_every_fact_of_the_group(client, gerabah):
    KimAccount.objects.create(kim=gerabah, platform="Instagram", url="https://ig.example/gerabah")
    make_milestone(
        gerabah,
        "decreed",
        dt.date(2020, 3, 16),
        document_number="188.45/119/35.73.112/2020",
        source_name="Situs KIM Gerabah",
        source_url="https://gerabah.example/profil",
    )
    page = get(client, gerabah.get_absolute_url())
    for words in (
        "<h1>KIM Gerabah</h1>",
        "Terbentuk",
        "sejak <time",
        "14 Januari 2020",
        "Bukti terakhir: Dikukuhkan dengan SK, 16 Maret 2020",
        "188.45/119/35.73.112/2020",
        "Situs KIM Gerabah",
        "Makna nama",
        "Diambil dari kerajinan setempat.",
        "Memberitakan kampung gerabah.",
        "KIM Grabah",
        "https://gerabah.example/",
        "https://kim.id.example/gerabah",
        "Instagram",
        "Kantor kelurahan",
        'href="/kim/kelurahan/penanggungan/"',
        'href="/kim/kelurahan/samaan/"',
        'href="/kim/kecamatan/klojen/"',
        "Letak pada atlas 57 kelurahan: Penanggungan, Samaan",
        'aria-current="true"',
    ):
        assert words in page, words


def test_kim_detail_known_by_a_month_is_there_at_the_latest_since_then(client):
    kim = make_kim(milestones=[])
    make_milestone(kim, "attested", dt.date(2020, 11, 9), happened_on_precision="month")
    type(kim).objects.publish(timezone.now() - dt.timedelta(days=1))
    page = get(client, kim.get_absolute_url())
    assert "paling lambat <time" in page
    assert ">November 2020</time>" in page


def test_kim_detail_names_members_with_consent_only(client, gerabah):
    make_member(gerabah, name="Diam Saja")
    make_member(gerabah, name="Setuju Tampil", **consent())
    withdrawn = consent(consent_withdrawn_on=dt.date(2023, 2, 1))
    make_member(gerabah, name="Sudah Mencabut", **withdrawn)
    page = get(client, gerabah.get_absolute_url())
    assert "Setuju Tampil" in page
    assert "Diam Saja" not in page
    assert "Sudah Mencabut" not in page


def test_kim_detail_without_consenting_members_has_no_such_section(client, gerabah):
    make_member(gerabah)
    assert "Pengurus" not in get(client, gerabah.get_absolute_url())


def test_kim_detail_lists_public_awards_and_stories_once(client, gerabah):
    won = make_award(published=True, recipients=[gerabah], rank_label="Terbaik III")
    make_award(recipients=[gerabah], rank_label="Juara Tersembunyi")
    make_article(published=True, kims=[gerabah], title="Kabar dari kampung gerabah")
    make_article(state="scheduled", kims=[gerabah], title="Kabar yang belum waktunya")
    page = get(client, gerabah.get_absolute_url())
    assert "Terbaik III" in page
    assert page.count(f'href="{won.get_absolute_url()}"') == 1
    assert f"?penerima=kim-{gerabah.slug}" in page
    assert "Juara Tersembunyi" not in page
    assert "Kabar dari kampung gerabah" in page
    assert "Kabar yang belum waktunya" not in page


@pytest.mark.parametrize("state", ["draft", "review", "scheduled"])
def test_kim_detail_that_is_not_public_is_not_found(client, state):
    assert client.get(make_kim(state=state).get_absolute_url()).status_code == 404


def test_kim_detail_of_a_draft_is_a_private_preview_for_its_editors(client):
    kim = make_kim(state="draft")
    editor = make_user()
    editor.user_permissions.add(Permission.objects.get(codename="change_kim"))
    client.force_login(editor)
    response = client.get(kim.get_absolute_url())
    assert "Pratinjau" in text_of(response)
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_kim_detail_of_a_draft_is_not_found_for_staff_without_the_right(client):
    kim = make_kim(state="draft")
    client.force_login(make_user())
    assert client.get(kim.get_absolute_url()).status_code == 404


def test_kim_detail_that_was_withdrawn_is_gone_with_the_reason_only(client, gerabah):
    type(gerabah).objects.filter(pk=gerabah.pk).withdraw("Dicatat dua kali.")
    response = client.get(gerabah.get_absolute_url())
    assert response.status_code == 410
    assert "Dicatat dua kali." in response.content.decode()
    assert "Memberitakan kampung" not in response.content.decode()


# All pages of the room


def test_no_page_costs_more_on_a_full_database(client, gerabah, django_assert_max_num_queries):
    place = gerabah.kelurahan
    potential = make_potential(published=True, kelurahan=place)

    def fill():
        kim = make_kim(published=True, kelurahan=place, serves=[kelurahan("Kasin")])
        make_potential(published=True, kelurahan=place)
        make_stated_kim_figure()
        make_milestone(gerabah, "trained", dt.date(2021, 1, len(costs) + 1))
        make_member(gerabah, **consent())
        make_award(published=True, recipients=[gerabah, place, kim])
        make_article(published=True, kims=[gerabah], kelurahan=[place], potentials=[potential])

    addresses = [
        "/kim/",
        "/kim/potensi/?jenis=kerajinan",
        gerabah.get_absolute_url(),
        place.get_absolute_url(),
        place.kecamatan.get_absolute_url(),
        potential.get_absolute_url(),
    ]
    costs: list[dict] = []
    for _ in range(4):
        fill()
        costs.append(
            {a: count_queries(client, a, django_assert_max_num_queries) for a in addresses}
        )
    assert costs[1] == costs[0]
    assert costs[3] == costs[0]


def test_no_page_varies_by_cookie_or_sets_one(client, gerabah):
    for address in ("/kim/", gerabah.get_absolute_url(), "/kim/potensi/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/kim/", "/kim/potensi/", "/kim/kelurahan/samaan/"])
def test_no_page_takes_a_post(client, address):
    assert client.post(address).status_code == 405
