"""Four eyes: who wrote a record does not let it out; a later change is checked again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from awards.models import Award, Merge
from tests import factories as make
from tests.awards.test_admin import award_form, change, rows, stored_rows

pytestmark = pytest.mark.django_db
OWN = "orang lain yang memeriksanya"


def enter(client, name, group="Pengelola Penghargaan"):
    user = make.make_user(name, group=group)
    client.force_login(user)
    return user


def page_of(award):
    return reverse("admin:awards_award_confirm", args=[award.pk])


def save(client, award, **fields):
    recipient, source = stored_rows(award)
    return client.post(change(award), award_form(award, [recipient], [source], **fields))


def confirm(client, award, seen=None):
    seen = seen or Award.objects.get(pk=award.pk).updated_at.isoformat()
    return client.post(page_of(award), {"seen": seen}, follow=True)


@pytest.fixture
def award(client):
    """A complete draft that sari has written."""
    sari = enter(client, "sari")
    award = make.make_award(created_by=sari)
    save(client, award, category="Website")
    award.refresh_from_db()
    assert award.recorded_by == sari
    return award


def test_writer_of_a_record_publishes_it_by_no_way(client, award):
    answer = save(client, award, category="Website", _publish="1")
    assert answer.status_code == 302
    assert OWN in client.get(change(award)).content.decode()
    action = {"action": "publish_rows", "_selected_action": [award.pk]}
    answer = client.post(reverse("admin:awards_award_changelist"), action, follow=True)
    assert OWN in answer.content.decode()
    assert OWN in confirm(client, award).content.decode()
    assert "terbitkan</button>" not in client.get(page_of(award)).content.decode()
    assert not Award.objects.published().exists()


def test_another_publishes_and_so_confirms(client, award):
    rian = enter(client, "rian")
    page = client.get(page_of(award)).content.decode()
    assert "Website" in page
    assert str(award.sources.get()) in page
    confirm(client, award)
    award.refresh_from_db()
    assert award.is_public
    assert award.confirmed_by == rian
    assert not award.awaits_confirmation


def test_who_mends_before_publishing_becomes_the_writer(client, award):
    rian = enter(client, "rian")
    answer = save(client, award, category="Situs Web", _publish="1")
    assert answer.status_code == 302
    award.refresh_from_db()
    assert (award.category, award.recorded_by) == ("Situs Web", rian)
    assert not award.is_public


def test_publishing_without_changing_a_fact_is_confirming(client, award):
    enter(client, "rian")
    save(client, award, _publish="1")
    award.refresh_from_db()
    assert award.is_public
    assert award.recorded_by.username == "sari"


def test_changed_source_counts_as_a_changed_fact(client, award):
    rian = enter(client, "rian")
    recipient, source = stored_rows(award)
    data = award_form(award, [recipient], [source | {"title": "Piagam yang lain"}])
    client.post(change(award), data)
    award.refresh_from_db()
    assert award.recorded_by == rian


def test_fact_changed_in_public_is_checked_again_and_says_so(client, award):
    enter(client, "rian")
    confirm(client, award)
    award.refresh_from_db()
    save(client, award, category="Situs Web")
    award.refresh_from_db()
    assert award.awaits_confirmation
    address = award.get_absolute_url()
    assert "sedang diperiksa orang kedua" in client.get(address).content.decode()
    assert list(Award.objects.unconfirmed()) == [award]
    assert OWN in confirm(client, award).content.decode()
    enter(client, "wati")
    front = client.get(reverse("admin:index")).content.decode()
    assert page_of(award) in front
    listed = client.get(reverse("admin:awards_award_changelist"), {"periksa": "menunggu"})
    assert change(award) in listed.content.decode()
    assert "sudah diperiksa dan benar" in confirm(client, award).content.decode()
    award.refresh_from_db()
    assert award.confirmed_by.username == "wati"
    assert "sedang diperiksa" not in client.get(address).content.decode()


def test_change_made_in_the_form_of_the_edition_is_a_change(client, award):
    enter(client, "rian")
    confirm(client, award)
    row = {"id": award.pk, "rank_label": "Terbaik III", "category": "Website"}
    data = {
        "programme": award.edition.programme_id,
        "year": award.edition.year,
        "conferred_on_precision": "day",
        **rows("awards", [row], 1),
    }
    assert client.post(change(award.edition), data).status_code == 302
    award.refresh_from_db()
    assert (award.rank_label, award.awaits_confirmation) == ("Terbaik III", True)
    assert award.recorded_by.username == "rian"


def test_who_has_not_seen_the_latest_confirms_nothing(client, award):
    enter(client, "rian")
    answer = confirm(client, award, seen=timezone.now().isoformat())
    assert "berubah sejak halaman dibuka" in answer.content.decode()
    assert not Award.objects.published().exists()


def test_incomplete_record_is_not_published_from_the_sheet(client, award):
    award.sources.all().delete()
    enter(client, "rian")
    assert "sedikitnya satu sumber" in confirm(client, award).content.decode()
    assert not Award.objects.published().exists()


@pytest.mark.parametrize("group", ["Penulis", "Pembina KIM", ""])
def test_sheet_is_for_who_may_publish_awards(client, award, group):
    enter(client, "lain", group)
    assert client.get(page_of(award)).status_code == 403
    assert confirm(client, award).status_code == 403
    client.logout()
    assert client.get(page_of(award)).status_code == 302


@pytest.mark.parametrize("key", ["0", "x", str(10**30)])
def test_sheet_of_no_record_is_not_found(client, key):
    enter(client, "rian")
    assert client.get(f"/admin/awards/award/{key}/periksa/").status_code == 404


def test_dispute_is_said_on_the_page_and_in_lists(client):
    award = make.make_award(published=True, dispute="Panitia menyatakan juaranya dua.")
    page = client.get(award.get_absolute_url()).content.decode()
    assert "Catatan ini disanggah" in page
    assert "Panitia menyatakan juaranya dua." in page
    assert "Disanggah" in client.get(reverse("awards:award_list")).content.decode()
    enter(client, "rian")
    listed = client.get(reverse("admin:awards_award_changelist"), {"periksa": "sanggah"})
    assert change(award) in listed.content.decode()


def test_fact_of_the_edition_is_a_fact_of_its_awards(client, award):
    enter(client, "rian")
    confirm(client, award)
    data = {
        "programme": award.edition.programme_id,
        "year": award.edition.year,
        "conferred_on": "2023-10-31",
        "conferred_on_precision": "day",
        **rows("awards", [], 0),
    }
    assert client.post(change(award.edition), data).status_code == 302
    award.refresh_from_db()
    assert award.awaits_confirmation
    assert OWN in confirm(client, award).content.decode()


def test_merging_and_undoing_confirms_nothing(client, award):
    """Who changes a record while it is merged becomes its writer when it is itself again."""
    enter(client, "rian")
    kept = make.make_award(edition=award.edition, category="Video")
    ask = reverse("admin:awards_merge_ask", args=["award", kept.pk, award.pk])
    client.post(ask)
    kept.sources.update(title="Palsu")
    client.post(reverse("admin:awards_merge_undo", args=[Merge.objects.get().pk]))
    assert OWN in confirm(client, award).content.decode()
    assert not Award.objects.published().exists()


def test_who_was_slower_is_told_and_may_save_again(client, award):
    enter(client, "rian")
    opened = Award.objects.get(pk=award.pk).updated_at.isoformat()
    assert opened in client.get(change(award)).content.decode()
    save(client, award, remarks="Tulisan pertama.", seen_at=opened)
    award.refresh_from_db()
    answer = save(client, award, remarks="Tulisan kedua.", seen_at=opened)
    page = answer.content.decode()
    assert "disimpan orang lain" in page
    assert "Tulisan kedua." in page
    assert Award.objects.get(pk=award.pk).remarks == "Tulisan pertama."
    again = award.updated_at.isoformat()
    assert f'name="seen_at" value="{again}"' in page
    assert save(client, award, remarks="Tulisan kedua.", seen_at=again).status_code == 302
    assert Award.objects.get(pk=award.pk).remarks == "Tulisan kedua."
