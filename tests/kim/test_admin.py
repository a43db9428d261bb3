"""KIM at the desk: evidence in one form, members for those in charge only."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from kim.models import Kim
from tests import factories as make

pytestmark = pytest.mark.django_db

INLINES = ("milestones", "accounts", "members")


@pytest.fixture
def enter(client):
    def log_in(role):
        client.force_login(make.make_user(group=role))
        return client

    return log_in


def kim_form(kim=None, **rows):
    data = {
        "name": kim.name if kim else "KIM Samaan",
        "kelurahan": (kim.kelurahan if kim else make.kelurahan("Samaan")).pk,
    }
    for prefix in INLINES:
        given = rows.get(prefix, [])
        stored = sum("id" in row for row in given)
        data |= {f"{prefix}-TOTAL_FORMS": len(given), f"{prefix}-INITIAL_FORMS": stored}
        for number, row in enumerate(given):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


MILESTONE = {
    "kind": "decreed",
    "happened_on": "2020-05-04",
    "happened_on_precision": "month",
    "document_number": "188.45/119/35.73.112/2020",
}


def change(kim):
    return reverse("admin:kim_kim_change", args=[kim.pk])


def test_a_kim_is_entered_with_its_evidence_and_published(enter):
    client = enter("Pembina KIM")
    data = kim_form(milestones=[MILESTONE]) | {"_publish": "1"}
    assert client.post(reverse("admin:kim_kim_add"), data).status_code == 302
    kim = Kim.objects.published().with_state().get()
    assert kim.state == "active"
    assert kim.milestones.get().happened_on.isoformat() == "2020-05-31"


def test_a_milestone_without_evidence_is_refused_with_a_message(enter):
    client = enter("Penulis")
    data = kim_form(milestones=[MILESTONE | {"document_number": ""}])
    text = client.post(reverse("admin:kim_kim_add"), data).content.decode()
    assert "Tulis buktinya: sumber, alamatnya, atau nomor dokumen." in text
    assert not Kim.objects.exists()


def test_a_published_kim_keeps_a_milestone(enter):
    client = enter("Pembina KIM")
    kim = make.make_kim(published=True)
    milestone = kim.milestones.get()
    row = MILESTONE | {"id": milestone.pk, "DELETE": "on"}
    text = client.post(change(kim), kim_form(kim, milestones=[row])).content.decode()
    assert "catat sedikitnya satu tonggak" in text
    assert kim.milestones.count() == 1


@pytest.mark.parametrize("role", ["Penulis", "Penyunting", "Pengelola Penghargaan"])
def test_members_are_hidden_from_other_roles_on_every_page(enter, role):
    kim = make.make_kim()
    member = make.make_member(kim, name="Nama Tertutup")
    client = enter("Pembina KIM")
    row = {"id": member.pk, "name": "Nama Tertutup", "role": "sekretaris"}
    assert client.post(change(kim), kim_form(kim, members=[row])).status_code == 302
    assert "Nama Tertutup" in client.get(change(kim)).content.decode()
    entry = LogEntry.objects.get(object_id=kim.pk).get_change_message()
    assert "nama tidak dicatat" in entry
    assert "Nama Tertutup" not in entry

    client = enter(role)
    history = reverse("admin:kim_kim_history", args=[kim.pk])
    listed = reverse("admin:kim_kim_changelist") + "?q=Tertutup"
    for address in (change(kim), history, listed, reverse("admin:index")):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "Nama Tertutup" not in answer.content.decode()


def test_a_kim_with_members_is_deleted_by_those_who_see_them(enter):
    kim = make.make_kim()
    make.make_member(kim, name="Nama Tertutup")
    delete = reverse("admin:kim_kim_delete", args=[kim.pk])
    listed = reverse("admin:kim_kim_changelist")
    client = enter("Penyunting")
    assert client.get(delete).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [kim.pk]}
    assert "Nama Tertutup" not in client.post(listed, data).content.decode()
    client.post(listed, data | {"post": "yes"})
    assert Kim.objects.exists()
    assert enter("Pembina KIM").post(delete, {"post": "yes"}).status_code == 302
    assert not Kim.objects.exists()


def test_a_role_without_members_cannot_write_them(enter):
    client = enter("Penyunting")
    kim = make.make_kim()
    row = {"name": "Selundupan", "role": "ketua"}
    client.post(change(kim), kim_form(kim, members=[row]))
    assert not kim.members.exists()


def test_a_draft_named_by_a_released_award_is_closed_to_writers(enter):
    kim = make.make_kim(published=True)
    make.make_award(published=True, recipients=[kim])
    Kim.objects.filter(pk=kim.pk).update(status="draft")
    assert enter("Penulis").post(change(kim), kim_form(kim)).status_code == 403


def test_places_are_changed_by_those_in_charge_only(enter):
    place = make.kelurahan("Samaan")
    address = reverse("admin:kim_kelurahan_change", args=[place.pk])
    for role, status in (("Penulis", 403), ("Penyunting", 403), ("Pembina KIM", 200)):
        client = enter(role)
        assert client.post(address, {"name": ""}).status_code == status, role
        assert client.get(reverse("admin:kim_kelurahan_add")).status_code == 403
    page = enter("Pembina KIM").get(address)
    assert not {"slug", "code"} & set(page.context["adminform"].form.fields)


def test_new_member_with_half_a_consent_comes_back_with_the_reason(enter):
    client = enter("Pembina KIM")
    kim = make.make_kim()
    row = {"name": "Orang Uji", "role": "ketua", "consent_on": "2022-03-01"}
    answer = client.post(change(kim), kim_form(kim, members=[row]))
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Catat bukti persetujuannya." in text
    assert 'value="Orang Uji"' in text
    assert not kim.members.exists()
