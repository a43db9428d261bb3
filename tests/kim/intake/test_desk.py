"""Bringing tables in at the desk: who may, what is shown, what is kept."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kim.models import Kim, KimMember, Potential
from tests import factories as make
from tests.kim.intake import city

pytestmark = pytest.mark.django_db
KIM = "nama,kelurahan,tonggak,tanggal,sumber\n"


@pytest.fixture
def pembina(client):
    client.force_login(make.make_user(group="Pembina KIM"))
    return client


def upload(client, table, content, **data):
    content = content.encode() if isinstance(content, str) else content
    file = SimpleUploadedFile("berkas.csv", content)
    return client.post(address(), {"table": table, "file": file, **data})


def address():
    return reverse("admin:kim_kim_intake")


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def parcel_of(response):
    return response.context["parcel"]


def press_save(client, response, **data):
    return client.post(address(), {"parcel": parcel_of(response), **data}, follow=True)


def test_nine_mistakes_are_shown_at_their_rows_and_the_mended_file_is_saved(pembina):
    wrong = upload(pembina, "kim", city.as_csv(city.with_mistakes(city.table())))
    page = words_of(wrong)
    assert "9 kesalahan, tidak ada yang disimpan" in page
    for row, *_, told in city.MISTAKES:
        assert f"Baris {row}, kolom" in page
        assert told in page
    assert parcel_of(wrong) == ""
    assert Kim.objects.count() == 0

    right = upload(pembina, "kim", city.as_xlsx(city.table()))
    assert "Simpan 57 baris" in words_of(right)
    assert Kim.objects.count() == 0
    assert "KIM tersimpan: 57 baru, 0 berubah. 57 menjadi draf." in words_of(
        press_save(pembina, right)
    )
    assert Kim.objects.drafts().count() == 57
    again = upload(pembina, "kim", city.as_xlsx(city.table()))
    assert "Tidak ada yang perlu disimpan" in words_of(again)
    assert parcel_of(again) == ""


def test_complete_ones_are_published_when_asked(pembina):
    rows = KIM + "KIM Satu,Samaan,Dibentuk,2020,Portal\nKIM Dua,Klojen,,,\n"
    page = press_save(pembina, upload(pembina, "kim", rows), publish="1")
    assert [str(kim) for kim in Kim.objects.published()] == ["KIM Satu"]
    assert "“KIM Dua” tetap draf. Masih kurang: catat sedikitnya satu tonggak" in words_of(page)
    assert "2 baru, 0 berubah. 1 menjadi draf. 1 sudah terbit." in words_of(page)


def test_only_who_may_publish_may_publish_at_once(client):
    client.force_login(make.make_user(group="Penulis"))
    row = "nama,jenis,kelurahan,ringkasan,sumber\nGerabah,kerajinan,Samaan,Gerabah.,Portal\n"
    page = upload(client, "potensi", row)
    assert "Langsung terbitkan" not in words_of(page)
    answer = client.post(address(), {"parcel": parcel_of(page), "publish": "1"})
    assert answer.status_code == 403
    assert Potential.objects.count() == 0
    press_save(client, page)
    potential = Potential.objects.get()
    assert potential.created_by.groups.get().name == "Penulis"
    assert not potential.is_released


@pytest.mark.parametrize(
    ("role", "tables"),
    [
        ("Penulis", {"kim", "tonggak", "potensi"}),
        ("Penyunting", {"kim", "tonggak", "potensi"}),
        ("Pembina KIM", {"kim", "tonggak", "potensi", "pengurus"}),
        ("Pengelola Penghargaan", set()),
        ("Kontributor KIM", set()),
        ("", set()),
    ],
)
def test_each_role_brings_in_its_own_tables_only(client, role, tables):
    client.force_login(make.make_user(group=role))
    page = client.get(address())
    if not tables:
        assert page.status_code in (302, 403)
        assert upload(client, "kim", KIM).status_code in (302, 403)
        return
    assert {table.key for table in page.context["tables"]} == tables
    for table in ("kim", "tonggak", "potensi", "pengurus"):
        pattern = reverse("admin:kim_kim_intake_pattern", args=[table, "csv"])
        assert client.get(pattern).status_code == (200 if table in tables else 404)
        said = words_of(upload(client, table, "x\ny\n"))
        assert ("Pilih dulu isi berkasnya" in said) == (table not in tables)


def test_visitors_are_sent_to_the_login(client):
    for page in (address(), reverse("admin:kim_kim_intake_pattern", args=["kim", "csv"])):
        answer = client.get(page)
        assert answer.status_code == 302
        assert "/login/" in answer["Location"]


def test_a_parcel_serves_nobody_else_and_no_other_words(pembina, client):
    page = upload(pembina, "pengurus", members(make.make_kim(name="KIM Satu")))
    packed = parcel_of(page)
    for broken in ("", "x", packed[:-2], packed + "a", packed[::-1]):
        assert "Pratinjau itu sudah kedaluwarsa" in words_of(
            pembina.post(address(), {"parcel": broken})
        )
    client.force_login(make.make_user(group="Pembina KIM"))
    assert "Pratinjau itu sudah kedaluwarsa" in words_of(client.post(address(), {"parcel": packed}))
    assert KimMember.objects.count() == 0


def members(kim):
    return f"kim,nama,jabatan\n{kim},Nama Yang Rahasia,ketua\n"


def test_names_of_members_are_in_no_history(pembina):
    kim = make.make_kim(name="KIM Satu")
    press_save(pembina, upload(pembina, "pengurus", members(kim)))
    assert kim.members.get().name == "Nama Yang Rahasia"
    entry = LogEntry.objects.get()
    assert entry.object_id == str(kim.pk)
    assert "Rahasia" not in entry.object_repr + entry.change_message
    assert "pengurus" in entry.get_change_message()


def test_what_moved_since_the_preview_is_shown_again_before_saving(pembina):
    kim = make.make_kim(name="KIM Satu")
    page = upload(pembina, "kim", "nama,kelurahan,tentang\nKIM Satu,Samaan,Baru\n")
    Kim.objects.filter(pk=kim.pk).update(about="Ditulis orang lain")
    again = press_save(pembina, page)
    assert "Sejak pratinjau dibuat, catatan di portal berubah" in words_of(again)
    assert "lain dari pratinjau tadi" in words_of(again)
    kim.refresh_from_db()
    assert kim.about == "Ditulis orang lain"
    press_save(pembina, again)
    kim.refresh_from_db()
    assert kim.about == "Baru"


def test_pressing_save_twice_saves_once(pembina):
    page = upload(pembina, "kim", KIM + "KIM Satu,Samaan,Dibentuk,2020,Portal\n")
    press_save(pembina, page)
    assert "Semua sudah tercatat" in words_of(press_save(pembina, page))
    assert Kim.objects.count() == 1


def test_a_released_row_is_changed_only_by_who_may_publish_it(client):
    potential = make.make_potential(published=True, name="Gerabah", summary="Lama.")
    client.force_login(make.make_user(group="Penulis"))
    row = "nama,jenis,kelurahan,ringkasan\nGerabah,kerajinan,Samaan,{}\n"
    page = upload(client, "potensi", row.format("Baru."))
    assert "Anda tidak berhak mengubah Gerabah" in words_of(page)
    assert "Tidak ada yang perlu disimpan" in words_of(
        upload(client, "potensi", row.format("Lama."))
    )
    potential.refresh_from_db()
    assert potential.summary == "Lama."


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("table", ["kim", "tonggak", "potensi", "pengurus"])
def test_the_file_to_begin_with_is_read_back(pembina, table, kind):
    make.make_kim(name="KIM Gerabah", kelurahan=make.kelurahan("Penanggungan"), milestones=[])
    pattern = pembina.get(reverse("admin:kim_kim_intake_pattern", args=[table, kind]))
    report = upload(pembina, table, pattern.content).context["report"]
    told = [fault.words for _, fault in report.faults]
    example = ["Ini baris contoh: ganti dengan nama, atau hapus barisnya."]
    assert told == (example if table == "pengurus" else [])


def test_strange_requests_are_answered_in_words(pembina):
    assert pembina.put(address()).status_code == 405
    assert (
        pembina.get(reverse("admin:kim_kim_intake_pattern", args=["x", "csv"])).status_code == 404
    )
    assert (
        pembina.get(reverse("admin:kim_kim_intake_pattern", args=["kim", "x"])).status_code == 404
    )
    for data in ({}, {"table": "kim"}, {"table": "\u202e"}, {"table": "kim", "file": "x"}):
        assert "Pilih" in words_of(pembina.post(address(), data))
    assert "lebih dari 2 MB" in words_of(upload(pembina, "kim", b"x" * (2 * 1024 * 1024 + 1)))


def test_the_list_leads_to_it(pembina):
    assert address() in pembina.get(reverse("admin:kim_kim_changelist")).content.decode()
