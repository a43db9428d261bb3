"""What each list answers, and what may be asked of it."""

import datetime as dt
import json
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from awards.exports.columns import COLUMNS
from malangnews.api.catalogue import RESOURCES
from malangnews.news.models import Article
from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim, make_potential
from tests.house import world

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
MOST_QUERIES = 12
JUNK = [
    *("", " ", "0", "-1", "²", "1e9", str(10**30), "abc", "'\"><script>x</script>", "null"),
    *("2023-02-30", "9999-99-99", "2023-13-01T00:00:00Z", "2023-01-01T25:00:00Z", "0000-01-01"),
    *("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "x" * 3000, "ñ漢🙂", "\n", "a b"),
    *("../..", "%", "\\", "kim-", "orang-", "-", "true", "[]", "{}", "2023.5", "1_0", "\ufeff"),
]


def items(client, address: str) -> list[dict]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    return answer.json()["butir"]


def ids(client, address: str) -> set[str]:
    return {item["slug"] for item in items(client, address)}


def asked(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_ten_cost_what_one_costs(client, resource):
    made = world.World()
    world.add_public(made, 1)
    address = f"/api/v1/{resource.name}/?per_halaman=100"
    before = asked(client, address)
    world.add_public(made, 9)
    assert asked(client, address) == before
    assert before <= MOST_QUERIES


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_one_is_what_the_list_says_of_it(client, resource):
    world.add_public(world.World(), 2)
    first = items(client, f"{resource.name}/")[0]
    assert first["url"].startswith(f"{SITE}/")
    assert client.get(first["url"].removeprefix(SITE)).status_code == 200
    if resource.has_details:
        assert client.get(f"/api/v1/{resource.name}/{first['slug']}/").json() == first


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_empty_portal_answers_an_empty_list(client, resource):
    found = items(client, f"{resource.name}/?per_halaman=100")
    assert len(found) == (57 if resource.name == "kelurahan" else 0)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_no_junk_brings_it_down(client, resource):
    world.add_public(world.World())
    names = [*resource.asked.model_fields, "per_halaman", "penanda", "tidak_ada"]
    for name in names:
        for value in JUNK:
            answer = client.get(f"/api/v1/{resource.name}/?{name}={quote(value, safe='')}")
            assert answer.status_code in (200, 400, 404, 422), (name, value)
            if answer.status_code != 200:
                assert answer["Content-Type"] == "application/problem+json"
                assert "<script" not in answer.content.decode()
                told = answer.json()
                assert set(told) == {"type", "title", "status", "detail", "errors"}
                assert told["status"] == answer.status_code


def test_unknown_and_repeated_parameters_are_refused(client):
    answer = client.get("/api/v1/berita/?taun=2023&tag=a&tag=b")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"parameter": "taun", "pesan": "parameter ini tidak dikenal di sini"},
        {"parameter": "tag", "pesan": "hanya boleh satu kali"},
    ]
    assert client.get("/api/v1/berita/x/?apa=1").status_code == 422


@pytest.mark.parametrize(
    "query, words",
    [
        ("tahun=dua", "harus bilangan bulat"),
        ("tahun=1899", "paling kecil 1900"),
        ("tahun=3000", "paling besar 2999"),
        ("tingkat=dunia", "pilih salah satu: internasional, nasional, regional"),
        ("diperbarui_sejak=kemarin", "harus waktu seperti"),
        ("ajang=dengan%20spasi", "bentuknya tidak dikenal"),
        ("penerima=kota-malang", "bentuknya tidak dikenal"),
    ],
)
def test_what_is_wrong_is_said_in_words(client, query, words):
    answer = client.get(f"/api/v1/penghargaan/?{query}")
    assert answer.status_code == 422
    assert words in answer.json()["errors"][0]["pesan"]
    assert answer.json()["errors"][0]["parameter"] == query.partition("=")[0]


@pytest.mark.parametrize("zone", ["%2B07:00", "+07:00", "Z", "z"])
def test_time_may_be_written_with_any_zone(client, zone):
    make_article(published=True)
    assert items(client, f"berita/?diperbarui_sejak=2023-11-06T08:00:00{zone}")
    assert items(client, f"berita/?diperbarui_sejak=2999-11-06T08:00:00{zone}") == []


# Stories


def test_story_is_told_whole(client):
    kim = make_kim(published=True, name="KIM Satu", serves=[kelurahan("Kasin")])
    award = make_award(published=True)
    potential = make_potential(published=True)
    photo = factories.make_photo(caption="Di balai kota.", alt="Dua piagam.", credit="Dinas")
    story = make_article(
        published=True,
        title="Dua Piagam",
        body="Alinea satu & dua.\nLihat <a href='/kim/'>KIM</a>.",
        dateline_place="Klojen",
        rubric=factories.make_rubric(name="Prestasi"),
        lead_photo=photo,
        tags=["piagam"],
        kims=[kim],
        awards=[award],
        potentials=[potential],
        kelurahan=[kelurahan()],
    )
    factories.make_byline(story, initial=factories.make_initial(initials="say"))
    factories.make_byline(story, "contributor", kim=kim)
    factories.make_correction(story, text="Empat, bukan lima.")
    told = client.get(f"/api/v1/berita/{story.slug}/").json()
    assert told["judul"] == "Dua Piagam"
    assert told["url"] == f"{SITE}{story.get_absolute_url()}"
    assert "Klojen (malangnews)</span> – Alinea satu &amp; dua." in told["isi_html"]
    assert f'href="{SITE}/kim/"' in told["isi_html"]
    assert told["isi_teks"] == "Klojen (malangnews) – Alinea satu & dua.\nLihat KIM."
    assert told["rubrik"] == {"nama": "Prestasi", "url": f"{SITE}/berita/rubrik/prestasi/"}
    assert told["tag"] == [{"nama": "piagam", "url": f"{SITE}/berita/tag/piagam/"}]
    assert told["inisial"] == "say"
    assert told["pembuat"] == [
        {"peran": "penulis", "tanda": "say"},
        {"peran": "kontributor", "tanda": "KIM Satu"},
    ]
    assert told["foto"]["kredit"] == "Dinas"
    assert told["foto"]["teks_alternatif"] == "Dua piagam."
    assert told["foto"]["url"].startswith(f"{SITE}/media/")
    assert told["kim"] == [{"nama": "KIM Satu", "url": f"{SITE}{kim.get_absolute_url()}"}]
    assert [one["url"] for one in told["penghargaan"]] == [f"{SITE}{award.get_absolute_url()}"]
    assert [one["nama"] for one in told["potensi"]] == [potential.name]
    assert [one["nama"] for one in told["kelurahan"]] == ["Samaan"]
    assert told["ralat"][0]["isi"] == "Empat, bukan lima."
    assert told["terbit"] == "2023-11-06T08:00:00+07:00"


def test_stories_are_filtered(client):
    kim = make_kim(published=True, kelurahan=kelurahan("Kasin"))
    rubric = factories.make_rubric(slug="satu")
    one = make_article(published=True, rubric=rubric, kims=[kim], kelurahan=[kelurahan("Kasin")])
    two = make_article(published=True, tags=["dua kata"], sent_by=kim)
    three = make_article(published=True, kelurahan=[kelurahan("Tunjungsekar")])
    night = dt.datetime(2022, 12, 31, 18, tzinfo=dt.UTC)  # in Malang the year has begun
    Article.objects.filter(pk=three.pk).update(published_at=night)
    found = {
        "rubrik=satu": {one.slug},
        "tag=dua-kata": {two.slug},
        "kelurahan=kasin": {one.slug},
        "kecamatan=klojen": {one.slug},
        "kecamatan=lowokwaru": {three.slug},
        f"kim={kim.slug}": {one.slug, two.slug},
        "tahun=2023": {one.slug, two.slug, three.slug},
        "tahun=2022": set(),
        "rubrik=satu&tag=dua-kata": set(),
    }
    assert {query: ids(client, f"berita/?{query}") for query in found} == found


def test_renamed_story_leads_on(client):
    story = make_article(published=True, slug="alamat-baru")
    story.old_addresses.create(kind="story", slug="alamat-lama")
    answer = client.get("/api/v1/berita/alamat-lama/")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/berita/alamat-baru/"
    assert answer["Access-Control-Allow-Origin"] == "*"


# The registry


def test_award_has_the_columns_of_the_files(client):
    award = make_award(published=True)
    story = make_article(published=True, awards=[award])
    make_article(awards=[award])
    api, file = items(client, "penghargaan/")[0], client.get("/penghargaan/?format=json")
    written = json.loads(b"".join(file.streaming_content))["awards"][0]
    assert {column.name: api[column.name] for column in COLUMNS} == written
    assert api["berita"] == [f"{SITE}{story.get_absolute_url()}"]


def test_awards_are_filtered(client):
    organizer = factories.make_organization()
    programme = factories.make_programme(organizer=organizer, level="nasional")
    kim = make_kim(published=True, kelurahan=kelurahan("Kasin"))
    person = factories.make_person()
    edition = factories.make_edition(programme=programme, year=2021)
    one = make_award(published=True, edition=edition, recipients=[kim])
    two = make_award(published=True, recipients=[person, kelurahan("Samaan")])
    found = {
        "tahun=2021": {one.slug},
        "tingkat=nasional": {one.slug},
        f"ajang={programme.slug}": {one.slug},
        f"penyelenggara={organizer.slug}": {one.slug},
        "jenis=kim": {one.slug},
        "jenis=orang": {two.slug},
        f"penerima=kim-{kim.slug}": {one.slug},
        f"penerima=orang-{person.slug}": {two.slug},
        "penerima=kelurahan-samaan": {two.slug},
        "kelurahan=kasin": {one.slug},
        "kelurahan=samaan": {two.slug},
        "kelurahan=tidak-ada": set(),
        "penerima=lembaga-tidak-ada": set(),
        "penyelenggara=tidak-ada": set(),
    }
    assert {query: ids(client, f"penghargaan/?{query}") for query in found} == found


def test_programmes_and_organisations_count_public_awards(client):
    organizer = factories.make_organization(name="Pemberi", kind="ministry")
    winner = factories.make_organization(name="Penerima", kind="office")
    programme = factories.make_programme(organizer=organizer, level="provinsi")
    for year, is_public in ((2021, True), (2022, True), (2023, False)):
        edition = factories.make_edition(programme=programme, year=year)
        make_award(published=is_public, edition=edition, recipients=[winner])
    factories.make_programme()
    told = items(client, "ajang/")
    assert [one["nama"] for one in told] == [programme.name]
    assert (told[0]["tahun"], told[0]["penghargaan"]) == ([2021, 2022], 2)
    assert told[0]["penyelenggara"]["nama"] == "Pemberi"
    by_name = {one["nama"]: one for one in items(client, "lembaga/")}
    assert by_name["Penerima"]["diterima"] == 2
    assert by_name["Pemberi"]["diterima"] == 0
    found = {
        "ajang/?tahun=2021": 1,
        "ajang/?tahun=2023": 0,
        "ajang/?tingkat=provinsi": 1,
        "ajang/?tingkat=kota": 0,
        f"ajang/?penyelenggara={organizer.slug}": 1,
        "lembaga/?peran=penerima": 1,
        "lembaga/?peran=penyelenggara": 1,
        "lembaga/?jenis=perangkat-daerah": 1,
        "lembaga/?jenis=media": 0,
    }
    assert {query: len(items(client, query)) for query in found} == found


# KIM and places


def test_kim_stands_as_its_milestones_say(client):
    steps = [("formed", dt.date(2020, 1, 1)), ("dormant", dt.date(2022, 1, 1))]
    kim = make_kim(published=True, milestones=steps, kelurahan=kelurahan("Kasin"))
    make_kim(published=True)
    found = {
        "kim/?keadaan=vakum": {kim.slug},
        "kim/?kelurahan=kasin": {kim.slug},
        "kim/?keadaan=bubar": set(),
    }
    assert {query: ids(client, query) for query in found} == found
    told = items(client, "kim/?keadaan=vakum")[0]
    assert (told["keadaan"], told["kecamatan"]) == ("vakum", "Klojen")
    counted = {
        f"tonggak/?kim={kim.slug}": 2,
        "tonggak/?jenis=vakum": 1,
        "tonggak/?tahun=2022": 1,
        "tonggak/?kelurahan=kasin": 2,
        "tonggak/?kecamatan=klojen&jenis=dibentuk": 2,
    }
    assert {query: len(items(client, query)) for query in counted} == counted


def test_kelurahan_names_its_kim_and_neighbours(client):
    kim = make_kim(published=True, kelurahan=kelurahan("Samaan"))
    told = client.get("/api/v1/kelurahan/samaan/").json()
    assert told["kode"] == "35.73.02.1003"
    assert told["keadaan"] == "terbentuk"
    assert [one["nama"] for one in told["kim"]] == [kim.name]
    assert isinstance(told["lintang"], float)
    assert len(items(client, "kelurahan/?kecamatan=klojen&per_halaman=100")) == 11
    assert len(ids(client, "kelurahan/?diperbarui_sejak=2020-01-01T00:00:00Z")) == 1


def test_potentials_are_filtered_as_their_list_is(client):
    one = make_potential(published=True, kind="food", kelurahan=kelurahan("Kasin"), products="A\nB")
    make_potential(published=True, kind="craft", kelurahan=kelurahan("Tunjungsekar"))
    make_article(published=True, potentials=[one])
    found = {
        "potensi/?jenis=kuliner": {one.slug},
        "potensi/?kelurahan=kasin": {one.slug},
        "potensi/?kecamatan=klojen": {one.slug},
    }
    assert {query: ids(client, query) for query in found} == found
    told = items(client, "potensi/?jenis=kuliner")[0]
    assert (told["produk"], told["berita"], told["jenis"]) == (["A", "B"], 1, "Kuliner")
    assert "kontak" not in told
