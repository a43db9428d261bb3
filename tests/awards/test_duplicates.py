"""Rows that may be one: what is suggested and what is not, and the desk's pages of merging."""

import pytest
from django.urls import reverse

from awards.duplicates import alike, pairs_of, plain
from awards.models import Distinct, Kind, Merge, Organization
from tests import factories as make

DOUBLES = "admin:awards_merge_doubles"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Diskominfo Kota Malang", "Dinas Komunikasi dan Informatika Kota Malang"),
        ("Jatim Publik Relation Award", "Jawa Timur Public Relations Awards"),
        ("Anugerah Media Humas", "AMH"),
        ("Anugerah Media Humas", "Anugrah Media Humas"),
        ("KIM Award", "Kim  award"),
        ("Pemkot Malang", "Pemerintah Kota Malang"),
        ("RW 05 Purwantoro", "RW 05, Purwantoro"),
    ],
)
def test_one_thing_written_twice_is_noticed(first, second):
    assert alike(first, second)
    assert alike(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Pemerintah Kota Malang", "Pemerintah Kabupaten Malang"),
        ("Pemerintah Kota Malang", "Pemerintah Kota Batu"),
        ("Kementerian Dalam Negeri", "Kementerian Luar Negeri"),
        ("SMK Negeri 4 Malang", "SMK Negeri 6 Malang"),
        ("RW 05 Purwantoro", "RW 06 Purwantoro"),
        ("Anugerah Media Humas", "AMK"),
        ("Terbaik I", "Terbaik II"),
        ("", "Diskominfo"),
        ("!!!", "???"),
    ],
)
def test_two_things_are_left_alone(first, second):
    assert not alike(first, second)
    assert not alike(second, first)


def test_name_is_compared_in_one_spelling():
    assert plain("Diskominfo Kab. Malang") == "dinas komunikasi informatika kab malang"


def names(kind):
    return {frozenset((str(pair.kept), str(pair.gone))) for pair in pairs_of(kind)}


@pytest.mark.django_db
def test_pairs_of_every_kind():
    make.make_organization(name="Pemkot Malang")
    make.make_organization(name="Pemerintah Kota Malang")
    make.make_person(name="Siti Rahayu"), make.make_person(name="Siti Rahayu ")
    one, two = (make.make_programme(name=name) for name in ("Anugerah Humas", "Anugrah Humas"))
    for programme in (one, two):
        make.make_edition(programme=programme, year=2022)
    make.make_edition(programme=two, year=2021)
    office = make.make_organization(name="Kecamatan Klojen")
    edition = make.make_edition(programme=one, year=2023)
    for category in ("Website", "Web site", "Media Sosial"):
        make.make_award(edition=edition, category=category, recipients=[office])
    make.make_award(edition=edition, category="Website", recipients=[make.make_organization()])
    found = {kind: len(pairs_of(kind)) for kind in Kind}
    assert found == {
        Kind.ORGANIZATION: 1,
        Kind.PERSON: 1,
        Kind.PROGRAMME: 1,
        Kind.EDITION: 1,
        Kind.AWARD: 1,
        Kind.WORK: 0,
    }


@pytest.mark.django_db
def test_row_with_more_behind_it_stays():
    light = make.make_organization(name="Pemkot Malang")
    heavy = make.make_organization(name="Pemerintah Kota Malang")
    make.make_award(recipients=[heavy])
    (pair,) = pairs_of(Kind.ORGANIZATION)
    assert (pair.kept, pair.gone) == (heavy, light)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", list(Kind))
def test_queries_do_not_grow(kind, django_assert_max_num_queries):
    edition = make.make_edition()
    office = make.make_organization(name="Kantor")
    for number in range(15):
        make.make_organization(name=f"Lembaga {chr(65 + number)}")
        make.make_award(edition=edition, recipients=[office], category=f"Kelas {number}")
    with django_assert_max_num_queries(6):
        pairs_of(kind)


# At the desk


@pytest.fixture
def twins():
    return (
        make.make_organization(name="Pemerintah Kota Malang"),
        make.make_organization(name="Pemkot Malang"),
    )


@pytest.fixture
def pengelola(client):
    client.force_login(make.make_user("sari", group="Pengelola Penghargaan"))
    return client


def ask(kept, gone):
    return reverse("admin:awards_merge_ask", args=["organization", kept.pk, gone.pk])


@pytest.mark.django_db
def test_two_clicks_merge_and_one_undoes(pengelola, twins):
    kept, gone = twins
    make.make_award(recipients=[gone], published=True)
    page = pengelola.get(reverse(DOUBLES)).content.decode()
    address = ask(gone, kept)
    assert address in page
    shown = pengelola.get(ask(kept, gone)).content.decode()
    assert "1 penerima pindah" in shown
    assert Organization.objects.filter(pk=gone.pk).exists()
    answer = pengelola.post(ask(kept, gone), follow=True)
    assert "Dapat dibatalkan" in answer.content.decode()
    assert not Organization.objects.filter(pk=gone.pk).exists()
    row = Merge.objects.get()
    assert row.by.username == "sari"
    listed = pengelola.get(reverse("admin:awards_merge_changelist")).content.decode()
    assert "Pemkot Malang" in listed
    back = pengelola.post(reverse("admin:awards_merge_undo", args=[row.pk]), follow=True)
    assert "berdiri sendiri lagi" in back.content.decode()
    assert Organization.objects.filter(pk=gone.pk).exists()


@pytest.mark.django_db
def test_who_comes_second_sees_the_merge_of_the_first(pengelola, twins):
    kept, gone = twins
    pengelola.post(ask(kept, gone))
    answer = pengelola.post(ask(kept, gone))
    assert answer.headers["Location"].endswith(f"/merge/{Merge.objects.get().pk}/change/")


@pytest.mark.django_db
def test_pair_told_apart_is_not_asked_again(pengelola, twins):
    kept, gone = twins
    data = {"apart": f"organization {gone.pk} {kept.pk}"}
    answer = pengelola.post(reverse(DOUBLES), data, follow=True)
    assert "tidak akan ditanyakan lagi" in answer.content.decode()
    assert Distinct.objects.count() == 1
    assert pairs_of(Kind.ORGANIZATION) == []
    pengelola.post(reverse(DOUBLES), data)
    assert Distinct.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "data", ["", "organization", "organization 1", "organization 1 1", "x 1 2", "person a b"]
)
def test_junk_is_not_found(pengelola, data):
    assert pengelola.post(reverse(DOUBLES), {"apart": data}).status_code == 404


@pytest.mark.django_db
def test_two_ticked_rows_of_a_list_are_shown_side_by_side(pengelola, twins):
    address = reverse("admin:awards_organization_changelist")
    keys = [row.pk for row in twins]
    data = {"action": "merge_rows", "_selected_action": keys}
    assert pengelola.post(address, data).headers["Location"] == ask(*twins)
    data["_selected_action"] = keys[:1]
    assert "tepat dua" in pengelola.post(address, data, follow=True).content.decode()


@pytest.mark.django_db
def test_public_row_that_would_become_a_draft_is_told(pengelola):
    edition = make.make_edition()
    kept, gone = make.make_award(edition=edition), make.make_award(edition=edition, published=True)
    address = reverse("admin:awards_merge_ask", args=["award", kept.pk, gone.pk])
    assert "Tukar keduanya" in pengelola.get(address).content.decode()
    assert "Tukar keduanya" in pengelola.post(address, follow=True).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("group", ["Penulis", "Pembina KIM", ""])
def test_who_may_not_merge_sees_and_does_nothing(client, twins, group):
    client.force_login(make.make_user("lain", group=group))
    row = Merge.objects.create(kind="person", kept_id=1, gone_id=2, record={"steps": []})
    assert client.get(reverse(DOUBLES)).status_code == 403
    assert client.get(ask(*twins)).status_code == 403
    assert client.post(ask(*twins)).status_code == 403
    assert client.post(reverse("admin:awards_merge_undo", args=[row.pk])).status_code == 403
    data = {"action": "merge_rows", "_selected_action": [twin.pk for twin in twins]}
    client.post(reverse("admin:awards_organization_changelist"), data)
    assert Organization.objects.filter(pk__in=[twin.pk for twin in twins]).count() == 2
    client.logout()
    for address in (reverse(DOUBLES), ask(*twins)):
        assert client.get(address).status_code == 302


@pytest.mark.django_db
def test_address_of_nothing_is_not_found(pengelola, twins):
    kept, gone = twins
    for address in (
        ask(kept, gone).replace("organization", "berita"),
        ask(kept, kept),
        ask(kept, gone).replace(str(gone.pk), str(10**30)),
    ):
        assert pengelola.get(address).status_code == 404
    row = Merge.objects.create(kind="person", kept_id=1, gone_id=2, record={"steps": []})
    undo = reverse("admin:awards_merge_undo", args=[row.pk])
    assert pengelola.get(undo).status_code == 404
    assert "sudah tidak ada" in pengelola.post(undo, follow=True).content.decode()
