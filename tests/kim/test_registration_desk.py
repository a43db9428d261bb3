"""The guided registration at the desk: what is saved, what is refused, and who may."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from kim.models import Kim, KimMember
from kim.registration import STEPS
from tests import factories as make

pytestmark = pytest.mark.django_db

NEW = "/admin/kim/kim/daftarkan/"
LISTED = "/admin/kim/kim/pendaftaran/"
KEYS = [step.key for step in STEPS]


@pytest.fixture
def enter(client):
    def log_in(role, **fields):
        client.force_login(make.make_user(group=role, **fields))
        return client

    return log_in


def going_on(kim):
    return f"/admin/kim/kim/{kim.pk}/daftarkan/"


def page(name="KIM Gribig", kelurahan="Madyopuro", **steps):
    """The page as it is sent: ``musyawarah={...}``, dashes of a step's key written as "__"."""
    data = {"kim-name": name, "kim-kelurahan": make.kelurahan(kelurahan).pk}
    for key in KEYS:
        data[f"{key}-happened_on_precision"] = "day"
    for key, fields in steps.items():
        key = key.replace("__", "-")
        data |= {f"{key}-{field}": value for field, value in fields.items()}
    return data


def board(*rows):
    data = {"pengurus-TOTAL_FORMS": max(len(rows), 5), "pengurus-INITIAL_FORMS": 0}
    roles = ("ketua", "sekretaris", "bendahara", "", "")
    for number, role in enumerate(roles):
        data[f"pengurus-{number}-role"] = role
        data[f"pengurus-{number}-consent_scope"] = "page"
    for number, row in enumerate(rows):
        data |= {f"pengurus-{number}-{name}": value for name, value in row.items()}
    return data


TALKS = {"happened_on": "2025-02-03", "note": "Kantor kelurahan"}
MINUTES = {"happened_on": "2025-02-03", "document_number": "400/12/2025"}
DECREE = {
    "happened_on": "2025-03-10",
    "document_number": "188.45/7/2025",
    "valid_until": "2028-03-09",
}
LISTING = {"happened_on": "2025-04-02", "source_url": "https://gribig.kim.id"}
TRAINING = {
    "happened_on": "2025-05-06",
    "note": "Diskominfo, menulis berita",
    "source_name": "Daftar hadir",
}
WHOLE = {
    "musyawarah": TALKS,
    "berita__acara": MINUTES,
    "sk": DECREE,
    "kim__id": LISTING,
    "pembinaan": TRAINING,
}


# The guide at the desk


def test_whole_registration_is_made_in_one_go(enter):
    client = enter("Pembina KIM")
    rows = board({"name": "Ketua Uji", "role": "ketua"})
    answer = client.post(NEW, page(**WHOLE) | rows | {"_publish": "1"})
    kim = Kim.objects.published().with_state().get()
    assert answer.url == going_on(kim)
    assert (kim.name, kim.kelurahan.name, kim.state) == ("KIM Gribig", "Madyopuro", "active")
    assert kim.kim_id_url == "https://gribig.kim.id"
    found = {row.kind: row for row in kim.milestones.in_order()}
    assert list(found) == ["deliberated", "formed", "decreed", "registered", "trained"]
    # The minutes prove the talks too; their number stays with the formation.
    assert found["deliberated"].source_name == "Berita acara nomor 400/12/2025"
    assert found["deliberated"].document_number == ""
    assert found["formed"].document_number == "400/12/2025"
    assert found["decreed"].valid_until == dt.date(2028, 3, 9)
    assert kim.members.get().name == "Ketua Uji"
    assert not kim.members.published().exists()
    text = client.get(answer.url).content.decode()
    assert "5 dari 5 langkah tercatat" in text
    history = LogEntry.objects.get(object_id=kim.pk, action_flag=1).get_change_message()
    assert "nama tidak dicatat" in history
    assert "Ketua Uji" not in history


def test_writer_saves_a_draft_with_one_step_and_is_told_the_next(enter):
    client = enter("Penulis")
    answer = client.post(NEW, page(berita__acara=MINUTES), follow=True)
    kim = Kim.objects.get()
    assert not Kim.objects.published().exists()
    assert kim.created_by.username == answer.wsgi_request.user.username
    text = answer.content.decode()
    assert "Langkah berikutnya: SK lurah." in text
    assert "Simpan dan terbitkan" not in text
    assert "Pengurus" not in text


def test_going_on_shows_what_is_recorded_and_takes_the_next_step(enter):
    kim = make.make_kim(name="KIM Gribig", milestones=[("formed", dt.date(2025, 2, 3))])
    client = enter("Penulis")
    text = client.get(going_on(kim)).content.decode()
    assert "3 Februari 2025" in text
    assert 'name="berita-acara-happened_on"' not in text
    assert 'name="sk-happened_on"' in text
    answer = client.post(going_on(kim), page(sk=DECREE), follow=True)
    assert "tersimpan dengan 1 tonggak" in answer.content.decode()
    assert kim.milestones.get(kind="decreed").document_number == "188.45/7/2025"


def test_nothing_filled_in_saves_nothing_and_says_so(enter):
    kim = make.make_kim()
    before = kim.updated_at
    text = enter("Penulis").post(going_on(kim), page()).content.decode()
    assert "tidak ada yang disimpan" in text
    kim.refresh_from_db()
    assert kim.updated_at == before


WRONG = [
    ({"sk": DECREE | {"happened_on": ""}}, "Isi tanggalnya"),
    ({"sk": DECREE | {"document_number": ""}}, "Tulis buktinya: nomor SK"),
    ({"sk": DECREE | {"valid_until": "2025-03-09"}}, "Masa berlaku berakhir sebelum"),
    ({"sk": DECREE | {"happened_on": "2925-03-09"}}, "Tanggal itu belum tiba"),
    ({"sk": DECREE | {"happened_on": "kemarin"}}, "Masukkan tanggal"),
    ({"sk": DECREE | {"document_number": "9" * 121}}, "121"),
    ({"musyawarah": TALKS}, "Tulis buktinya: sumber atau alamatnya."),
    ({"berita__acara": {"happened_on": "2025-02-03"}}, "nomor berita acara"),
    ({"kim__id": {"happened_on": "2025-02-03"}}, "alamat halamannya di kim.id"),
    ({"kim__id": LISTING | {"source_url": "https://kim.id.palsu.org"}}, "tidak berada di kim.id"),
    ({"kim__id": LISTING | {"source_url": "javascript:alert(1)"}}, "URL"),
    ({"sk": DECREE, "kim__id": LISTING | {"happened_on": "2025-03-09"}}, "mendahului “SK lurah”"),
]


@pytest.mark.parametrize(("steps", "words"), WRONG)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(enter, steps, words):
    answer = enter("Penulis").post(NEW, page(**steps))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert words in text
    assert "Belum ada yang disimpan" in text
    assert 'value="KIM Gribig"' in text
    assert not Kim.objects.exists()


def test_month_of_today_is_not_in_the_future(enter):
    today = timezone.localdate().replace(day=1).isoformat()
    step = {"happened_on": today, "happened_on_precision": "month", "source_name": "Arsip"}
    enter("Penulis").post(NEW, page(berita__acara=step))
    assert Kim.objects.get().milestones.get().happened_on >= timezone.localdate()


def test_groups_that_may_be_the_same_are_shown_and_not_forbidden(enter):
    known = make.make_kim(name="KIM Gribig Religi", kelurahan=make.kelurahan("Madyopuro"))
    make.make_kim(name="KIM Jauh", kelurahan=make.kelurahan("Samaan"))
    client = enter("Penulis")
    text = client.post(NEW, page(name="KIM Gribik Religi")).content.decode()
    assert f"/admin/kim/kim/{known.pk}/change/" in text
    assert "KIM Jauh" not in text
    assert "Periksa dahulu" in text
    assert Kim.objects.count() == 2
    client.post(NEW, page(name="KIM Gribik Religi") | {"kim-distinct": "on"})
    assert Kim.objects.filter(name="KIM Gribik Religi").exists()


def test_same_name_twice_is_refused(enter):
    make.make_kim(name="KIM Gribig")
    answer = enter("Penulis").post(NEW, page() | {"kim-distinct": "on"})
    assert answer.status_code == 200
    assert Kim.objects.count() == 1


def test_doubles_are_told_while_somebody_types(enter):
    kim = make.make_kim(name="KIM Gribig", kelurahan=make.kelurahan("Samaan"))
    client = enter("Penulis")
    place = make.kelurahan("Samaan").pk
    for query in ("nama=gribik", f"kelurahan={place}"):
        assert kim.name in client.get(f"{NEW}kembar/?{query}").content.decode(), query
    for query in ("nama=%27%25", "kelurahan=abc", "kelurahan=9" + "9" * 30, ""):
        answer = client.get(f"{NEW}kembar/?{query}")
        assert answer.status_code == 200, query
        assert kim.name not in answer.content.decode(), query
    assert client.post(f"{NEW}kembar/").status_code == 405


def test_step_that_somebody_else_was_quicker_with_is_not_recorded_twice(enter):
    kim = make.make_kim(milestones=[("formed", dt.date(2025, 2, 3))])
    make.make_milestone(kim, "decreed", dt.date(2025, 3, 1))
    text = enter("Penulis").post(going_on(kim), page(sk=DECREE)).content.decode()
    assert "sudah dicatat (1 Maret 2025)" in text
    assert DECREE["document_number"] in text
    assert kim.milestones.filter(kind="decreed").count() == 1


def test_new_decree_follows_the_one_that_ran_out(enter):
    kim = make.make_kim(milestones=[("registered", dt.date(2021, 1, 1))])
    old = {"valid_until": dt.date(2023, 3, 16)}
    make.make_milestone(kim, "decreed", dt.date(2020, 3, 16), **old)
    client = enter("Penulis")
    early = DECREE | {"happened_on": "2020-03-16"}
    assert "sesudah SK lama" in client.post(going_on(kim), page(sk=early)).content.decode()
    client.post(going_on(kim), page(sk=DECREE))
    assert kim.milestones.filter(kind="decreed").count() == 2


# The board


def test_rows_of_the_board_as_the_page_gives_them_may_stay_empty(enter):
    client = enter("Pembina KIM")
    board_of = client.get(NEW).context["guide"].board
    data = {form.add_prefix("role"): form["role"].value() or "" for form in board_of}
    data |= {form.add_prefix("consent_scope"): "page" for form in board_of}
    management = board_of.management_form
    data |= {management.add_prefix(name): management[name].value() for name in management.fields}
    assert [data[form.add_prefix("role")] for form in board_of][:2] == ["ketua", "sekretaris"]
    assert client.post(NEW, page() | data).status_code == 302
    assert not KimMember.objects.exists()


def test_consent_on_the_guide_is_whole_or_refused(enter):
    client = enter("Pembina KIM")
    row = {"name": "Ketua Uji", "role": "ketua", "consent_on": "2025-03-01"}
    text = client.post(NEW, page() | board(row)).content.decode()
    assert "Catat bukti persetujuannya." in text
    assert not Kim.objects.exists()
    row |= {"consent_by": "Orangnya sendiri", "consent_note": "Formulir"}
    client.post(NEW, page() | board(row))
    member = KimMember.objects.published().get()
    assert member.consent_recorded_by.groups.get().name == "Pembina KIM"


def test_board_sent_twice_is_recorded_once(enter):
    kim = make.make_kim()
    make.make_member(kim, name="Ketua Uji", role="ketua")
    rows = [{"name": f"Orang {number}", "role": "anggota"} for number in range(5)]
    client = enter("Pembina KIM")
    assert client.post(going_on(kim), page() | board(*rows)).status_code == 302
    again = client.post(going_on(kim), page() | board(*rows))
    assert again.status_code == 200 and "sudah tercatat" in again.content.decode()
    later = [row | {"term_from": "2026-01-01"} for row in rows]
    assert kim.members.count() == 6
    assert client.post(going_on(kim), page() | board(*later)).status_code == 302
    assert kim.members.count() == 11


@pytest.mark.parametrize("role", ["Penulis", "Penyunting"])
def test_board_is_neither_shown_to_nor_taken_from_other_roles(enter, role):
    kim = make.make_kim()
    make.make_member(kim, name="Nama Tertutup")
    client = enter(role)
    for address in (NEW, going_on(kim)):
        text = client.get(address).content.decode()
        assert "pengurus-" not in text
        assert "Nama Tertutup" not in text
    client.post(going_on(kim), page(sk=DECREE) | board({"name": "Selundupan", "role": "ketua"}))
    assert kim.members.count() == 1


@pytest.mark.parametrize("total", ["", "x", "-1", "999999999"])
def test_junk_in_the_table_of_the_board_is_an_error_and_no_crash(enter, total):
    data = page(sk=DECREE) | {"pengurus-TOTAL_FORMS": total, "pengurus-INITIAL_FORMS": "0"}
    assert enter("Pembina KIM").post(NEW, data).status_code in (200, 302)


# Who may


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("Penulis", 200),
        ("Penyunting", 200),
        ("Pembina KIM", 200),
        ("Pengelola Penghargaan", 403),
        ("", 403),
    ],
)
def test_guide_is_for_those_who_record_groups(enter, role, status):
    kim = make.make_kim()
    client = enter(role)
    for address in (NEW, going_on(kim), f"{NEW}kembar/"):
        assert client.get(address).status_code == status, address
    assert client.post(NEW, page() | board()).status_code == (302 if status == 200 else 403)


@pytest.mark.parametrize("address", [NEW, f"{NEW}kembar/", LISTED])
def test_guide_asks_strangers_and_contributors_to_log_in(client, address):
    assert client.get(address).status_code == 302
    client.force_login(make.make_contributor().user)
    assert client.get(address).status_code in (302, 403)


def test_released_group_goes_on_only_with_those_who_publish(enter):
    kim = make.make_kim(published=True)
    assert enter("Penulis").get(going_on(kim)).status_code == 403
    assert enter("Penyunting").get(going_on(kim)).status_code == 200


def test_writer_cannot_publish_from_the_guide(enter):
    data = page(berita__acara=MINUTES) | {"_publish": "1"}
    assert enter("Penulis").post(NEW, data).status_code == 403
    assert not Kim.objects.exists()


def test_publishing_without_a_milestone_keeps_the_draft_and_says_what_is_missing(enter):
    answer = enter("Penyunting").post(NEW, page() | {"_publish": "1"}, follow=True)
    assert "catat sedikitnya satu tonggak" in answer.content.decode()
    assert Kim.objects.exists()
    assert not Kim.objects.published().exists()


def test_group_is_published_from_the_guide_without_a_new_step(enter):
    kim = make.make_kim()
    enter("Pembina KIM").post(going_on(kim), page() | board() | {"_publish": "1"})
    assert Kim.objects.published().get() == kim


@pytest.mark.parametrize("key", ["0", "999999", "9" * 30, "abc"])
def test_group_that_is_not_there_is_no_page(enter, key):
    answer = enter("Penyunting").get(f"/admin/kim/kim/{key}/daftarkan/")
    assert answer.status_code in (302, 404)


# Who is on the way


def test_list_tells_each_group_and_its_next_step(enter):
    make.make_kim(name="KIM Awal", milestones=[("deliberated", dt.date(2025, 2, 3))])
    make.make_kim(name="KIM Jadi")
    make.make_kim(name="KIM Bubar", milestones=[("dissolved", dt.date(2025, 2, 3))])
    done = [("decreed", None), ("registered", None), ("trained", None)]
    make.make_kim(name="KIM Lengkap", milestones=done)
    text = enter("Penulis").get(LISTED).content.decode()
    forming, formed = text.split("<h2>Sudah terbentuk, langkahnya")
    assert "KIM Awal" in forming
    assert "Berita acara pembentukan" in forming
    assert "KIM Jadi" in formed
    assert "KIM Bubar" not in text
    assert "KIM Lengkap" not in text


def test_first_screen_names_groups_on_their_way_to_those_who_can_go_on(enter):
    kim = make.make_kim(name="KIM Awal", milestones=[("deliberated", dt.date(2025, 2, 3))])
    make.make_kim(name="KIM Terbit", published=True)
    text = enter("Penulis").get("/admin/").content.decode()
    assert "Pendaftaran KIM" in text
    assert going_on(kim) in text
    assert "berikutnya: Berita acara pembentukan" in text
    assert "KIM Terbit</a>" not in text.split("Pendaftaran KIM")[1].split("</section>")[0]
    assert "Pendaftaran KIM" not in enter("Pengelola Penghargaan").get("/admin/").content.decode()


def test_first_screen_costs_the_same_for_many_groups(enter, django_assert_max_num_queries):
    client = enter("Penyunting")
    for number in range(12):
        make.make_kim(name=f"KIM Nomor {number}")
    client.get("/admin/")
    with django_assert_max_num_queries(75):
        client.get("/admin/")


def test_list_of_groups_and_form_of_a_group_lead_to_the_guide(enter):
    kim = make.make_kim()
    client = enter("Penyunting")
    for address in ("/admin/kim/kim/", "/admin/kim/kim/add/"):
        assert NEW in client.get(address).content.decode(), address
    assert going_on(kim) in client.get(f"/admin/kim/kim/{kim.pk}/change/").content.decode()
