"""What groups did, at the desk: the list, the form, the panel beside a KIM, who may."""

import csv
import datetime as dt
import io

import pytest

from kim.models import KimActivity
from tests import factories as make

pytestmark = pytest.mark.django_db

LISTED = "/admin/kim/kimactivity/"
ADD = f"{LISTED}add/"


@pytest.fixture
def enter(client):
    def log_in(role):
        client.force_login(make.make_user(group=role))
        return client

    return log_in


def activity(kim, **fields):
    defaults = {
        "kim": kim.pk,
        "kind": "discussion",
        "title": "Diskusi warga",
        "happened_on": "2024-05-04",
        "happened_on_precision": "month",
        "source_name": "Arsip KIM",
    }
    return defaults | fields


def change(row):
    return f"{LISTED}{row.pk}/change/"


def test_activity_is_recorded_with_its_source_and_counts_from_the_end_of_its_month(enter):
    kim = make.make_kim()
    client = enter("Penulis")
    assert client.post(ADD, activity(kim)).status_code == 302
    assert KimActivity.objects.get().happened_on == dt.date(2024, 5, 31)
    text = client.post(ADD, activity(kim, title="Lain", source_name="")).content.decode()
    assert "Tulis sumbernya: nama media atau alamatnya." in text
    text = client.post(ADD, activity(kim, happened_on="2024-05-31")).content.decode()
    assert KimActivity.objects.count() == 1


def test_new_activity_begins_with_the_group_it_was_opened_from(enter):
    kim = make.make_kim(name="KIM Gribig")
    client = enter("Penulis")
    text = client.get(f"{ADD}?kim={kim.pk}").content.decode()
    assert "KIM Gribig" in text
    assert "Kim:" not in text
    answer = client.post(f"{ADD}?kim={kim.pk}", activity(kim) | {"_addanother": "1"})
    assert answer.url == f"{ADD}?kim={kim.pk}"
    for key in ("abc", "9" * 30, "-1"):
        assert client.get(f"{ADD}?kim={key}").status_code == 200, key


def test_form_of_a_group_shows_its_latest_activities_and_no_table_of_all(enter):
    kim = make.make_kim()
    for day in range(1, 8):
        make.make_activity(kim, title=f"Kegiatan ke-{day}", happened_on=dt.date(2024, 5, day))
    text = enter("Penulis").get(f"/admin/kim/kim/{kim.pk}/change/").content.decode()
    assert "Kegiatan ke-7" in text
    assert "Kegiatan ke-3" in text
    assert "Kegiatan ke-2" not in text
    assert "Semua kegiatan (7)" in text
    assert f"{ADD}?kim={kim.pk}" in text
    assert "activities-TOTAL_FORMS" not in text


def test_list_is_narrowed_by_group_kind_year_and_kecamatan(enter):
    home = make.make_kim(name="KIM Asal", kelurahan=make.kelurahan("Samaan"))
    far = make.make_kim(name="KIM Lain", kelurahan=make.kelurahan("Madyopuro"))
    make.make_activity(home, title="Sasaran", kind="access", happened_on=dt.date(2021, 5, 1))
    make.make_activity(far, title="Bukan", kind="discussion", happened_on=dt.date(2022, 5, 1))
    client = enter("Penulis")
    klojen = home.kelurahan.kecamatan.pk
    for query in (
        f"kim__id__exact={home.pk}",
        "kind__exact=access",
        "tahun=2021",
        f"kim__kelurahan__kecamatan__id__exact={klojen}",
        "q=asal",
    ):
        text = client.get(f"{LISTED}?{query}").content.decode()
        assert "Sasaran" in text, query
        assert "Bukan" not in text, query
    for query in ("tahun=abcd", "tahun=²²²²", "kim__id__exact=x", "tahun=0000"):
        assert client.get(f"{LISTED}?{query}", follow=True).status_code == 200, query


def test_list_of_many_costs_what_a_list_of_one_costs(enter, django_assert_max_num_queries):
    client = enter("Penyunting")
    for _ in range(30):
        make.make_activity()
    client.get(LISTED)
    with django_assert_max_num_queries(22):
        client.get(LISTED)


def test_ticked_activities_are_a_file(enter):
    kim = make.make_kim(name="KIM Gribig")
    day = dt.date(2024, 5, 4)
    row = make.make_activity(
        kim, title="=1+1", happened_on=day, happened_on_precision="month", kind="aspiration"
    )
    make.make_activity(kim, title="Tidak dicentang")
    data = {"action": "as_csv", "_selected_action": [row.pk]}
    answer = enter("Penulis").post(LISTED, data)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(text))
    assert found["kim"] == "KIM Gribig"
    assert (found["jenis"], found["tanggal"]) == ("Aspirasi", "2024-05")
    assert found["kegiatan"] == "'=1+1"


# Who may


def test_what_a_public_group_did_is_written_by_those_who_publish_groups(enter):
    """It is read by everybody from the moment that it is saved."""
    kim = make.make_kim(published=True)
    row = make.make_activity(kim, title="Semula")
    writer = enter("Penulis")
    text = writer.post(ADD, activity(kim)).content.decode()
    assert "KIM ini sudah terbit" in text
    assert writer.post(change(row), activity(kim)).status_code == 403
    assert writer.post(f"{LISTED}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    own = make.make_activity(make.make_kim(), title="Milik draf")
    assert "KIM ini sudah terbit" in writer.post(change(own), activity(kim)).content.decode()
    assert set(kim.activities.values_list("title", flat=True)) == {"Semula"}

    editor = enter("Pembina KIM")
    assert editor.post(change(row), activity(kim, title="Sesudah")).status_code == 302
    assert editor.post(ADD, activity(kim)).status_code == 302
    assert set(kim.activities.values_list("title", flat=True)) == {"Sesudah", "Diskusi warga"}
    assert editor.post(f"{LISTED}{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert kim.activities.count() == 1


@pytest.mark.parametrize("role", ["Pengelola Penghargaan", ""])
def test_other_roles_see_no_activities(enter, role):
    row = make.make_activity(title="Kegiatan Tertutup")
    client = enter(role)
    for address in (LISTED, ADD, change(row)):
        assert client.get(address).status_code == 403, address
    if role:
        page = client.get(f"/admin/kim/kim/{row.kim_id}/change/")
        assert "Kegiatan Tertutup" not in page.content.decode()


def test_contributor_and_stranger_reach_no_list(client):
    row = make.make_activity()
    for address in (LISTED, ADD, change(row)):
        assert client.get(address).status_code == 302
    client.force_login(make.make_contributor(row.kim).user)
    for address in (LISTED, ADD, change(row)):
        assert client.get(address).status_code in (302, 403)
