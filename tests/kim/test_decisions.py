"""Who may say that a group is dormant, on what evidence, and what is refused."""

import csv
import datetime as dt
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kim.decisions import Outdated, decide, fingerprint
from kim.models import Kim, KimMilestone
from tests import factories as make

pytestmark = pytest.mark.django_db

TABLE, CSV = "admin:kim_kim_vitality", "admin:kim_kim_vitality_csv"
EDITORS = ["Penulis", "Penyunting", "Pengelola Penghargaan", "Pembina KIM"]
FORMED = dt.date(2010, 1, 1)


@pytest.fixture
def enter(client):
    def log_in(role):
        client.force_login(make.make_user(group=role))
        return client

    return log_in


@pytest.fixture
def kim():
    return make.make_kim(published=True, milestones=[("formed", FORMED)], name="KIM Sunyi")


def address(kim) -> str:
    return reverse("admin:kim_kim_decide", args=[kim.pk])


def form(kim, kind="dormant", **fields) -> dict:
    return {
        "kind": kind,
        "happened_on": timezone.localdate().isoformat(),
        "happened_on_precision": "day",
        "source_name": "Berita acara kunjungan",
        "source_url": "",
        "document_number": "",
        "note": "Menurut lurah tidak ada kegiatan sejak 2024.",
        "seen": fingerprint(kim),
        **fields,
    }


def state(kim) -> str:
    return Kim.objects.with_state().get(pk=kim.pk).state


def send(client, kim, data, status=200) -> str:
    answer = client.post(address(kim), data)
    assert answer.status_code == status
    return answer.content.decode()


# Who


@pytest.mark.parametrize("role", EDITORS)
def test_every_role_of_the_newsroom_sees_the_table_and_the_evidence(enter, kim, role):
    client = enter(role)
    for page in (reverse(TABLE), reverse(CSV), address(kim)):
        assert client.get(page).status_code == 200


@pytest.mark.parametrize("role", ["Kontributor KIM", ""])
def test_others_see_neither(enter, kim, role):
    client = enter(role)
    for page in (reverse(TABLE), reverse(CSV), address(kim)):
        assert client.get(page).status_code == 403
    assert client.post(address(kim), form(kim)).status_code == 403
    assert "KIM yang mungkin vakum" not in client.get("/admin/").content.decode()


def test_nobody_logged_in_is_sent_to_the_login(client, kim):
    for page in (reverse(TABLE), reverse(CSV), address(kim)):
        assert client.get(page).status_code == 302


@pytest.mark.parametrize("role", ["Pembina KIM", "Penyunting"])
def test_who_looks_after_kim_decides(enter, kim, role):
    client = enter(role)
    assert "Catat keputusan" in client.get(address(kim)).content.decode()
    send(client, kim, form(kim), 302)
    assert state(kim) == "dormant"


@pytest.mark.parametrize("role", ["Penulis", "Pengelola Penghargaan"])
def test_others_may_look_and_not_decide(enter, kim, role):
    client = enter(role)
    assert "Catat keputusan" not in client.get(address(kim)).content.decode()
    send(client, kim, form(kim), 403)
    assert state(kim) == "active"


@pytest.mark.parametrize("right", ["kim.change_kim", "kim.publish_kim"])
def test_changing_a_group_without_its_milestones_is_not_enough(client, kim, right):
    user = make.make_user()
    for name in ("kim.view_kim", "kim.change_kim", right):
        user.user_permissions.add(make.permission(name))
    client.force_login(user)
    send(client, kim, form(kim), 403)
    assert state(kim) == "active"


@pytest.mark.parametrize("role", EDITORS)
def test_names_of_members_are_on_no_page(enter, kim, role):
    make.make_member(kim, name="Nama Tertutup", term_until=dt.date(2020, 1, 1))
    client = enter(role)
    for page in (TABLE, CSV):
        answer = client.get(reverse(page))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "berakhir 1 Januari 2020" in body.decode() and "Nama Tertutup" not in body.decode()
    assert "Nama Tertutup" not in client.get(address(kim)).content.decode()


# What is recorded


def test_dormant_is_a_milestone_with_date_source_and_note(enter, kim):
    before = kim.updated_at
    send(enter("Pembina KIM"), kim, form(kim, happened_on_precision="day"), 302)
    step = kim.milestones.get(kind="dormant")
    assert step.happened_on == timezone.localdate()
    assert step.source_name == "Berita acara kunjungan"
    assert step.note == "Menurut lurah tidak ada kegiatan sejak 2024."
    kim.refresh_from_db()
    assert kim.updated_at > before
    log = LogEntry.objects.get(object_id=str(kim.pk))
    assert "Vakum" in log.get_change_message() and "Menurut lurah" in log.get_change_message()


def test_the_decision_stands_in_the_history_of_the_group(enter, kim):
    client = enter("Pembina KIM")
    send(client, kim, form(kim), 302)
    history = client.get(reverse("admin:kim_kim_history", args=[kim.pk])).content.decode()
    assert "Mencatat tonggak “Vakum”" in history


def test_still_active_is_attested_and_ends_the_proposal(enter, kim):
    client = enter("Pembina KIM")
    assert "Mungkin vakum." in client.get(address(kim)).content.decode()
    send(client, kim, form(kim, "attested", note=""), 302)
    assert kim.milestones.get(kind="attested").source_name
    text = client.get(address(kim)).content.decode()
    assert "Mungkin vakum." not in text and "Tidak ada yang diusulkan" in text


def test_a_dormant_group_is_active_again_the_same_day(enter, kim):
    client = enter("Pembina KIM")
    send(client, kim, form(kim), 302)
    assert "Aktif kembali" in client.get(address(kim)).content.decode()
    send(client, kim, form(kim, "reactivated"), 302)
    assert state(kim) == "active"


def test_a_month_or_year_that_is_over_may_be_given(enter, kim):
    data = form(kim, happened_on="2024-05-03", happened_on_precision="month")
    send(enter("Pembina KIM"), kim, data, 302)
    assert kim.milestones.get(kind="dormant").happened_on == dt.date(2024, 5, 31)


# What is refused


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"source_name": " "}, "Tulis buktinya"),
        ({"note": ""}, "Tulis apa yang diketahui"),
        ({"kind": ""}, "Belum ada yang dicatat"),
        ({"kind": "dissolved"}, "Belum ada yang dicatat"),
        ({"kind": "reactivated"}, "Belum ada yang dicatat"),
        ({"happened_on": ""}, "Belum ada yang dicatat"),
        ({"happened_on": "2999-01-01"}, "belum lewat"),
        ({"happened_on": "0001-01-01"}, "Belum ada yang dicatat"),
        ({"happened_on": "2009-12-31"}, "lebih baru"),
        ({"happened_on_precision": "abad"}, "Belum ada yang dicatat"),
        ({"source_url": "javascript:alert(1)"}, "Belum ada yang dicatat"),
        ({"note": "x" * 301}, "Belum ada yang dicatat"),
        ({"source_name": "x" * 100_000}, "Belum ada yang dicatat"),
    ],
)
def test_without_evidence_or_sense_nothing_is_recorded(enter, kim, fields, words):
    data = form(kim, **fields)
    text = send(enter("Pembina KIM"), kim, data)
    assert words in text
    assert kim.milestones.count() == 1 and not LogEntry.objects.exists()
    if fields.get("note") is None:
        assert "Menurut lurah tidak ada kegiatan sejak 2024." in text


def test_a_year_that_is_not_over_is_refused(enter, kim):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    data = form(kim, happened_on=tomorrow.isoformat(), happened_on_precision="year")
    assert "belum lewat" in send(enter("Pembina KIM"), kim, data)
    assert state(kim) == "active"


def test_a_writer_decides_of_a_draft_as_she_may_change_it(enter):
    kim = make.make_kim(milestones=[("formed", FORMED)])
    send(enter("Penulis"), kim, form(kim), 302)
    assert state(kim) == "dormant"


def test_dormant_before_the_last_sign_is_refused(enter, kim):
    make.make_activity(kim, happened_on=dt.date(2024, 6, 1))
    text = send(enter("Pembina KIM"), kim, form(kim, happened_on="2024-05-31"))
    assert "Sesudah tanggal ini masih ada jejak: kegiatan, 1 Juni 2024" in text
    assert state(kim) == "active"


@pytest.mark.parametrize("kind", ["proposed", "dissolved"])
def test_of_others_there_is_nothing_to_decide(enter, kind):
    kim = make.make_kim(milestones=[(kind, FORMED)])
    client = enter("Pembina KIM")
    assert "Tidak ada yang perlu diputuskan" in client.get(address(kim)).content.decode()
    send(client, kim, form(kim), 409)
    assert kim.milestones.count() == 1


@pytest.mark.parametrize("key", ["0", "99999999", "9" * 30, "abc"])
def test_a_group_that_is_not_there_is_not_found(enter, key):
    client = enter("Pembina KIM")
    # Django's admin leads an unknown word to the first screen, with a message.
    assert client.get(f"/admin/kim/kim/{key}/vitalitas/").status_code in (302, 404)


def test_only_get_and_post_are_answered(enter, kim):
    client = enter("Pembina KIM")
    assert client.put(address(kim)).status_code == 405
    assert client.post(reverse(TABLE)).status_code == 405
    assert client.post(reverse(CSV)).status_code == 405


# Two at once


def test_the_same_decision_sent_twice_is_recorded_once(enter, kim):
    client, data = enter("Pembina KIM"), form(kim)
    send(client, kim, data, 302)
    send(client, kim, data, 302)
    assert kim.milestones.filter(kind="dormant").count() == 1
    assert LogEntry.objects.count() == 1
    assert "Keputusan itu sudah tercatat" in client.get(address(kim)).content.decode()


def test_a_decision_upon_old_evidence_is_shown_again_and_not_recorded(enter, kim):
    client, data = enter("Pembina KIM"), form(kim)
    make.make_milestone(kim, "trained", timezone.localdate())
    text = send(client, kim, data, 409)
    assert "tonggak KIM ini berubah" in text
    assert "Menurut lurah tidak ada kegiatan sejak 2024." in text
    assert fingerprint(kim) in text
    assert state(kim) == "active" and not LogEntry.objects.exists()
    # Having seen what is new, she may still decide.
    send(client, kim, data | {"seen": fingerprint(kim)}, 302)
    assert state(kim) == "dormant"


def test_two_who_decide_differently_do_not_both_win(enter, kim):
    client, first, second = enter("Pembina KIM"), form(kim), form(kim, "attested")
    send(client, kim, first, 302)
    assert "Aktif kembali" in send(client, kim, second, 409)
    assert state(kim) == "dormant"
    assert kim.milestones.count() == 2


def test_a_change_between_check_and_record_is_noticed(kim):
    seen = fingerprint(kim)
    make.make_milestone(kim, "trained", dt.date(2024, 1, 1))
    fields = {"happened_on": dt.date(2025, 1, 1), "source_name": "Uji"}
    with pytest.raises(Outdated):
        decide(KimMilestone(kim=kim, kind="dormant", **fields), seen)
    assert kim.milestones.count() == 2


@pytest.mark.parametrize("change", ["date", "kind", "gone"])
def test_any_change_of_the_milestones_changes_the_fingerprint(kim, change):
    seen, step = fingerprint(kim), kim.milestones.get()
    if change == "gone":
        step.delete()
    else:
        step.kind = "decreed" if change == "kind" else step.kind
        step.happened_on += dt.timedelta(days=change == "date")
        step.save()
    assert fingerprint(kim) != seen


# Table, file and first screen


def test_the_table_says_what_is_known_of_each(enter, kim):
    make.make_milestone(
        kim,
        "decreed",
        dt.date(2011, 1, 1),
        document_number="188.45/1",
        valid_until=FORMED.replace(2014),
    )
    make.make_activity(kim, happened_on=timezone.localdate(), kind="networking")
    text = enter("Pembina KIM").get(reverse(TABLE)).content.decode()
    for words in (
        "KIM Sunyi",
        "188.45/1",
        "berakhir 1 Januari 2014",
        "1 kegiatan",
        "Networking: 1",
    ):
        assert words in text
    assert "Mungkin vakum: lihat bukti" not in text


def test_the_file_has_the_rows_of_the_page(enter, kim):
    make.make_kim(name="=KIM", milestones=[("formed", timezone.localdate())])
    answer = enter("Penulis").get(reverse(CSV) + "?tampil=usul")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["kim"], row["diusulkan_vakum"]) == ("KIM Sunyi", "ya")
    assert (row["jejak_terakhir"], row["jenis_jejak"]) == ("2010-01-01", "tonggak")
    assert row["kegiatan_akses_informasi"] == "0"
    every = enter("Penyunting").get(reverse(CSV))
    assert "'=KIM" in b"".join(every.streaming_content).decode()


@pytest.mark.parametrize(
    "query", ["?tampil=x", "?urut=--", "?kecamatan=" + "x" * 3000, "?tampil=masa"]
)
def test_junk_in_the_address_is_answered(enter, kim, query):
    client = enter("Penyunting")
    assert client.get(reverse(TABLE) + query).status_code == 200
    assert client.get(reverse(CSV) + query).status_code == 200


def test_the_table_costs_the_same_for_many_groups(enter, kim):
    client = enter("Pembina KIM")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(TABLE))
        return len(queries)

    cost()
    few = cost()
    for _ in range(6):
        made = make.make_kim(published=True)
        make.make_activity(made)
        make.make_milestone(made, "decreed")
    assert cost() == few <= 14


def test_first_screen_names_those_who_may_be_dormant(enter, kim):
    make.make_kim(milestones=[("formed", timezone.localdate())], name="KIM Baru")
    lists = enter("Pembina KIM").get("/admin/").context["desk_lists"]
    found = next(row for row in lists if row.title == "KIM yang mungkin vakum")
    assert [row["title"] for row in found.rows] == ["KIM Sunyi"]
    assert found.rows[0]["url"] == address(kim)
    assert found.counts[0]["url"].endswith("?tampil=usul")


def test_the_group_and_its_list_lead_to_its_vitality(enter, kim):
    client = enter("Pembina KIM")
    change = client.get(reverse("admin:kim_kim_change", args=[kim.pk])).content.decode()
    assert f'href="{address(kim)}"' in change
    assert reverse(TABLE) in client.get(reverse("admin:kim_kim_changelist")).content.decode()
