"""Consents at the desk: recorded with the row, listed, withdrawn, and named in no history."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from kim.models import Kim
from tests import factories as make
from tests.kim.test_admin import kim_form

pytestmark = pytest.mark.django_db
NIK = "3573041203890001"
OTHERS = ["Penulis", "Penyunting", "Pengelola Penghargaan", "Kontributor KIM", ""]
AGREED = {
    "name": "Nama Setuju",
    "role": "ketua",
    "consent_on": "2024-02-01",
    "consent_by": "Orangnya sendiri",
    "consent_note": "formulir bertanda tangan",
    "consent_scope": "open",
}


@pytest.fixture
def enter(client):
    def log_in(role):
        user = make.make_user(group=role) if role else make.make_user()
        client.force_login(user)
        client.user = user
        return client

    return log_in


def change(row):
    return reverse(f"admin:kim_{row._meta.model_name}_change", args=[row.pk])


def withdraw(row):
    return reverse(f"admin:kim_{row._meta.model_name}_withdraw", args=[row.pk])


def listed(model="kimmember", query=""):
    return reverse(f"admin:kim_{model}_changelist") + query


def potential_form(potential, contacts=()):
    data = {"name": potential.name, "kind": potential.kind, "kelurahan": potential.kelurahan_id}
    data |= {"summary": "Ringkas.", "products": "Guci\nVas", "source_name": "Portal"}
    stored = sum("id" in row for row in contacts)
    data |= {"contacts-TOTAL_FORMS": len(contacts), "contacts-INITIAL_FORMS": stored}
    for number, row in enumerate(contacts):
        data |= {f"contacts-{number}-{name}": value for name, value in row.items()}
    return data


def test_a_consent_is_recorded_by_who_saves_it(enter):
    kim = make.make_kim()
    client = enter("Pembina KIM")
    answer = client.post(change(kim), kim_form(kim, members=[AGREED]))
    assert answer.status_code == 302
    member = kim.members.get()
    assert (member.consent_scope, member.consent_recorded_by) == ("open", client.user)
    assert kim.members.open_data().get() == member


def test_another_change_leaves_who_recorded_it(enter):
    kim = make.make_kim()
    member = make.make_member(kim, **make.consent(consent_scope="open"))
    client = enter("Pembina KIM")
    row = AGREED | {"id": member.pk, "role": "bendahara", "consent_on": "2022-03-01"}
    assert client.post(change(kim), kim_form(kim, members=[row])).status_code == 302
    member.refresh_from_db()
    assert (member.role, member.consent_recorded_by) == ("bendahara", None)


def test_a_form_without_the_scope_keeps_it(enter):
    kim = make.make_kim()
    member = make.make_member(kim, **make.consent(consent_scope="open"))
    row = {**AGREED, "id": member.pk}
    del row["consent_scope"]
    assert enter("Pembina KIM").post(change(kim), kim_form(kim, members=[row])).status_code == 302
    member.refresh_from_db()
    assert member.consent_scope == "open"


@pytest.mark.parametrize("field", ["name", "role", "consent_note", "guardian"])
def test_a_number_of_identity_is_refused_with_words_and_nothing_is_saved(enter, field):
    kim = make.make_kim()
    row = AGREED | {field: f"Milik {NIK}"}
    page = enter("Pembina KIM").post(change(kim), kim_form(kim, members=[row]))
    assert page.status_code == 200
    assert "Nomor identitas tidak dicatat" in page.content.decode()
    assert not kim.members.exists()


@pytest.mark.parametrize(
    ("lack", "words"),
    [
        ({"consent_by": ""}, "Catat siapa yang menyatakan setuju."),
        ({"consent_note": ""}, "Catat bukti persetujuannya."),
        ({"is_minor": "on"}, "Persetujuan bagi yang belum 18 tahun diberikan wali"),
    ],
)
def test_what_a_consent_lacks_is_said_once_beside_its_field(enter, lack, words):
    kim = make.make_kim()
    answer = enter("Pembina KIM").post(change(kim), kim_form(kim, members=[AGREED | lack]))
    assert answer.content.decode().count(words) == 1
    (formset,) = [
        one.formset
        for one in answer.context["inline_admin_formsets"]
        if one.formset.prefix == "members"
    ]
    (field,) = formset.forms[0].errors
    assert field in ("consent_by", "consent_note", "guardian")
    assert not kim.members.exists()


def test_a_contact_with_products_is_entered_and_shown(enter, client):
    potential = make.make_potential(published=True)
    row = {k: v for k, v in AGREED.items() if k.startswith("consent")}
    row |= {"kind": "whatsapp", "value": "0812 3456 7890"}
    editor = enter("Penyunting")
    assert editor.post(change(potential), potential_form(potential, [row])).status_code == 302
    client.logout()
    page = client.get(potential.get_absolute_url()).content.decode()
    for words in ('href="https://wa.me/6281234567890"', "0812 3456 7890", "<li>Guci</li>"):
        assert words in page, words
    entry = LogEntry.objects.get(object_id=potential.pk).get_change_message()
    assert "isi tidak dicatat" in entry
    assert "0812" not in entry


def test_contacts_are_hidden_from_writers_on_every_page(enter):
    potential = make.make_potential()
    contact = make.make_contact(potential, value="0341 998877")
    client = enter("Penulis")
    history = reverse("admin:kim_potential_history", args=[potential.pk])
    for address in (change(potential), history, reverse("admin:index")):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "998877" not in answer.content.decode()
    row = {"kind": "phone", "value": "0341 111111", "id": contact.pk}
    client.post(change(potential), potential_form(potential, [row]))
    assert potential.contacts.get().value == "0341 998877"


def test_a_potential_with_contacts_is_deleted_by_those_who_see_them(enter):
    writer = enter("Penulis")
    potential = make.make_potential(created_by=writer.user)
    make.make_contact(potential, value="0341 998877")
    address = reverse("admin:kim_potential_delete", args=[potential.pk])
    assert writer.get(address).status_code == 403
    assert enter("Penyunting").post(address, {"post": "yes"}).status_code == 302


def test_a_consent_is_withdrawn_in_one_step_after_a_question(enter, client):
    kim = make.make_kim(published=True)
    member = make.make_member(kim, name="Nama Setuju", **make.consent())
    pembina = enter("Pembina KIM")
    asked = pembina.get(withdraw(member)).content.decode()
    for words in ("Nama Setuju", kim.name, "Disetujui 1 Maret 2022", "Ya, cabut persetujuan"):
        assert words in asked, words
    member.refresh_from_db()
    assert member.consent_withdrawn_on is None
    answer = pembina.post(withdraw(member), follow=True)
    assert "Persetujuan Nama Setuju dicabut" in answer.content.decode()
    member.refresh_from_db()
    assert member.consent_withdrawn_on == timezone.localdate()
    assert member.consent_recorded_by == pembina.user
    entry = LogEntry.objects.get()
    assert (entry.object_id, entry.object_repr) == (str(kim.pk), str(kim))
    assert "Nama Setuju" not in entry.get_change_message()
    client.logout()
    assert "Nama Setuju" not in client.get(kim.get_absolute_url()).content.decode()


def test_a_second_withdrawal_changes_nothing(enter):
    earlier = dt.date(2023, 5, 1)
    member = make.make_member(**make.consent(consent_withdrawn_on=earlier))
    client = enter("Pembina KIM")
    assert "tidak ada yang perlu dicabut" in client.get(withdraw(member)).content.decode()
    answer = client.post(withdraw(member), follow=True)
    assert "Tidak ada yang dicabut" in answer.content.decode()
    member.refresh_from_db()
    assert (member.consent_withdrawn_on, LogEntry.objects.count()) == (earlier, 0)


@pytest.mark.parametrize("role", OTHERS)
def test_other_roles_reach_no_page_of_members(enter, role):
    member = make.make_member(name="Nama Tertutup", **make.consent())
    client = enter(role)
    history = reverse("admin:kim_kimmember_history", args=[member.pk])
    delete = reverse("admin:kim_kimmember_delete", args=[member.pk])
    for address in (listed(), change(member), withdraw(member), history, delete):
        for answer in (client.get(address), client.post(address, {"post": "yes"})):
            assert answer.status_code in (302, 403), address
            assert "Nama Tertutup" not in answer.content.decode()
    assert "/kimmember/" not in client.get(reverse("admin:index")).content.decode()
    member.refresh_from_db()
    assert member.consent_withdrawn_on is None


def test_strangers_are_asked_to_log_in(client):
    member = make.make_member(**make.consent())
    for address in (listed(), withdraw(member)):
        assert client.post(address).status_code == 302
    member.refresh_from_db()
    assert member.consent_withdrawn_on is None


def test_wild_addresses_are_not_found(enter):
    client = enter("Pembina KIM")
    member = make.make_member(**make.consent())
    for key in ("0", "999999", "9" * 40):
        assert client.get(f"/admin/kim/kimmember/{key}/cabut/").status_code == 404
    assert client.put(withdraw(member)).status_code == 405
    for value, status in (("lain", 200), ("%00x", 400), ("9" * 300, 200)):
        assert client.get(listed(query=f"?persetujuan={value}")).status_code == status


def test_the_list_tells_who_agreed_and_is_narrowed(enter):
    rows = {
        "berlaku": make.make_member(name="Anggota Satu", **make.consent()),
        "terbuka": make.make_member(name="Anggota Dua", **make.consent(consent_scope="open")),
        "dicabut": make.make_member(
            name="Anggota Tiga", **make.consent(consent_withdrawn_on=dt.date(2023, 1, 1))
        ),
        "belum": make.make_member(name="Anggota Empat"),
    }
    client = enter("Pembina KIM")
    page = client.get(listed()).content.decode()
    for words in (
        "Disetujui 1 Maret 2022: halaman portal saja",
        "Disetujui 1 Maret 2022: halaman portal dan data terbuka",
        "Dicabut 1 Januari 2023: tidak tampil",
        "Belum ada persetujuan: tidak tampil",
        "Orangnya sendiri",
        withdraw(rows["berlaku"]),
    ):
        assert words in page, words
    assert withdraw(rows["dicabut"]) not in page
    assert withdraw(rows["belum"]) not in page
    expected = {
        "berlaku": {"Anggota Satu", "Anggota Dua"},
        "terbuka": {"Anggota Dua"},
        "dicabut": {"Anggota Tiga"},
        "belum": {"Anggota Empat"},
    }
    for value, names in expected.items():
        found = client.get(listed(query=f"?persetujuan={value}")).context["cl"].result_list
        assert {row.name for row in found} == names, value


def test_a_member_is_erased_from_a_published_group_and_the_log_does_not_know_her(enter):
    kim = make.make_kim(published=True)
    member = make.make_member(kim, name="Nama Terhapus", **make.consent())
    address = reverse("admin:kim_kimmember_delete", args=[member.pk])
    assert enter("Pembina KIM").post(address, {"post": "yes"}).status_code == 302
    assert not kim.members.exists()
    logged = [(entry.object_repr, entry.get_change_message()) for entry in LogEntry.objects.all()]
    assert len(logged) == 1
    assert "Nama Terhapus" not in str(logged)


def test_a_change_of_a_member_on_her_own_page_is_logged_without_her(enter):
    kim = make.make_kim(published=True)
    member = make.make_member(kim, name="Nama Lama")
    client = enter("Pembina KIM")
    assert client.post(change(member), AGREED).status_code == 302
    member.refresh_from_db()
    assert (member.name, member.consent_recorded_by) == ("Nama Setuju", client.user)
    entry = LogEntry.objects.get()
    assert entry.object_id == str(kim.pk)
    assert "Nama" not in entry.object_repr + entry.get_change_message().replace("nama", "")


def test_members_of_a_published_group_are_changed_by_its_publishers_only(enter):
    kim = make.make_kim(published=True)
    member = make.make_member(kim)
    user = make.make_user()
    user.user_permissions.add(
        *(
            make.permission(f"kim.{verb}_{model}")
            for verb in ("view", "change", "delete")
            for model in ("kim", "kimmember")
        )
    )
    client = enter("Pembina KIM")
    client.force_login(user)
    assert client.post(change(member), AGREED).status_code == 403
    assert client.get(withdraw(member)).status_code == 200
    Kim.objects.filter(pk=kim.pk).update(status="draft")
    assert client.post(change(member), AGREED).status_code == 302
