"""The atlas and its milestones as files."""

import csv
import datetime as dt
import io
import json

import pytest

from kim.atlas_data import PLACES, STEPS
from tests.factories import kelurahan, make_kim, make_milestone

pytestmark = pytest.mark.django_db
HIDDEN = ("draft", "review", "scheduled", "withdrawn")


def table(client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def place(rows, name):
    return next(row for row in rows if row["kelurahan"] == name)


@pytest.fixture
def gerabah():
    return make_kim(
        published=True,
        name="KIM Gerabah",
        kelurahan=kelurahan("Penanggungan"),
        milestones=[("formed", dt.date(2020, 1, 14)), ("dormant", dt.date(2022, 1, 1))],
    )


def test_atlas_csv_has_a_row_for_every_kelurahan_on_that_day(client, gerabah):
    rows = table(client, "/kim/atlas.csv?pada=2021-06-01")
    assert list(rows[0]) == [column.name for column in PLACES]
    assert len(rows) == 57
    assert {row["per_tanggal"] for row in rows} == {"2021-06-01"}
    assert place(rows, "Penanggungan") == {
        "per_tanggal": "2021-06-01",
        "kode_kelurahan": "35.73.02.1011",
        "kelurahan": "Penanggungan",
        "kecamatan": "Klojen",
        "keadaan": "terbentuk",
        "kim_terbentuk": "1",
        "kim": "KIM Gerabah (terbentuk)",
        "kim_alamat": f"http://testserver{gerabah.get_absolute_url()}",
        "alamat": "http://testserver/kim/kelurahan/penanggungan/",
    }
    assert place(rows, "Kasin")["keadaan"] == "belum tercatat"
    assert place(table(client, "/kim/atlas.csv"), "Penanggungan")["keadaan"] == "vakum"


def test_atlas_json_is_the_same_with_its_licence_and_its_day(client, gerabah):
    data = json.loads(client.get("/kim/atlas.json?pada=2021-06-01").content)
    meta = data["meta"]
    assert meta["as_of"] == "2021-06-01"
    assert meta["licence"]["name"] == "CC BY 4.0"
    assert (meta["kelurahan_total"], meta["kelurahan_formed"], meta["groups_formed"]) == (57, 1, 1)
    assert meta["source"] == "http://testserver/kim/?pada=2021-06-01"
    assert meta["notice"] == ""
    rows = table(client, "/kim/atlas.csv?pada=2021-06-01")
    plain = [
        {n: "; ".join(v) if isinstance(v, list) else str(v) for n, v in row.items()}
        for row in data["kelurahan"]
    ]
    assert plain == rows


def test_nonsense_gives_today_and_the_file_says_so(client, gerabah):
    meta = json.loads(client.get("/kim/atlas.json?pada=kemarin").content)["meta"]
    assert "tidak terbaca" in meta["notice"]
    assert meta["source"] == "http://testserver/kim/"


def test_milestones_csv_has_every_step_with_its_evidence(client, gerabah):
    make_milestone(
        gerabah,
        "decreed",
        dt.date(2020, 3, 2),
        happened_on_precision="month",
        document_number="188.45/119/35.73.112/2020",
        source_url="https://gerabah.example/profil",
    )
    rows = table(client, "/kim/tonggak.csv")
    assert list(rows[0]) == [column.name for column in STEPS]
    assert [row["tonggak"] for row in rows] == ["Dibentuk", "Dikukuhkan dengan SK", "Vakum"]
    decreed = rows[1]
    assert (decreed["tanggal"], decreed["dihitung_sejak"]) == ("2020-03", "2020-03-31")
    assert decreed["keadaan_sesudahnya"] == "terbentuk"
    assert decreed["nomor_dokumen"] == "188.45/119/35.73.112/2020"
    assert decreed["sumber_alamat"] == "https://gerabah.example/profil"
    assert (decreed["kelurahan"], decreed["kecamatan"]) == ("Penanggungan", "Klojen")


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("address", ["/kim/atlas.csv", "/kim/atlas.json", "/kim/tonggak.csv"])
def test_files_name_only_what_is_public(client, address, state):
    make_kim(name="KIM Rahasia", state=state)
    assert b"Rahasia" not in client.get(address).content


def test_no_cell_is_taken_for_a_formula(client):
    kim = make_kim(published=True, name="=1+1")
    make_milestone(kim, "trained", note="@SUM(A1)", source_name="+62 341")
    cells = [cell for row in table(client, "/kim/tonggak.csv") for cell in row.values()]
    assert "'=1+1" in cells and "'@SUM(A1)" in cells and "'+62 341" in cells
    assert "'=1+1 (terbentuk)" in place(table(client, "/kim/atlas.csv"), "Samaan")["kim"]


@pytest.mark.parametrize("address", ["/kim/atlas.csv", "/kim/atlas.json", "/kim/tonggak.csv"])
def test_unchanged_file_is_not_sent_again(client, address, gerabah):
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    make_kim(published=True, name="KIM Baru", kelurahan=kelurahan("Kasin"))
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "most"),
    [("/kim/atlas.csv", 2), ("/kim/atlas.json", 2), ("/kim/tonggak.csv", 1), ("/kim/atlas.svg", 2)],
)
def test_file_costs_the_same_however_many_groups(client, django_assert_num_queries, address, most):
    for name in ("Samaan", "Kasin", "Bareng"):
        make_kim(published=True, kelurahan=kelurahan(name))
    with django_assert_num_queries(most):
        client.get(address)


def test_kim_list_offers_the_files_of_its_day(client):
    page = client.get("/kim/?pada=2022-12-07").content.decode()
    for link in ("atlas.csv?pada=2022-12-07", "atlas.json?pada=2022-12-07", "tonggak.csv"):
        assert f'href="/kim/{link}" rel="nofollow" download' in page
    for column in (*PLACES, *STEPS):
        assert f"<code>{column.name}</code>" in page
