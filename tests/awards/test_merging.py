"""Merging: what points at the one points at the other, and all of it can go back."""

import pytest
from django.apps import apps
from django.core import serializers

from awards.merging import CannotMerge, merge, present_keys, preview
from awards.models import (
    Award,
    Call,
    Edition,
    Entry,
    FormerAddress,
    Merge,
    Organization,
    Programme,
    Recipient,
)
from awards.unmerging import undo
from tests import factories as make

pytestmark = pytest.mark.django_db
LEFT_OUT = {"awards.merge", "awards.formeraddress"}


def everything() -> list[str]:
    """All rows of the registry and the newsroom, as text, but for the record of merges."""
    found = []
    for label in ("awards", "news", "kim"):
        for model in apps.get_app_config(label).get_models():
            if model._meta.label_lower not in LEFT_OUT:
                found.append(serializers.serialize("json", model._base_manager.order_by("pk")))
    return found


@pytest.fixture
def offices():
    """One office recorded twice, with everything that can point at it."""
    kept = make.make_organization(name="Dinas Komunikasi dan Informatika Kota Malang")
    gone = make.make_organization(name="Diskominfo Kota Malang", website="https://example.go.id")
    programme = make.make_programme(organizer=gone)
    edition = make.make_edition(programme=programme)
    edition.co_organizers.set([kept, gone])
    make.make_award(edition=edition, recipients=[gone], published=True)
    make.make_award(edition=edition, recipients=[kept, gone], category="Berdua", published=True)
    gone.names.create(name="Kantor Infokom")
    return kept, gone


def test_everything_moves_and_nothing_is_twice(offices):
    kept, gone = offices
    merge(kept, gone)
    assert list(Organization.objects.all()) == [kept]
    kept.refresh_from_db()
    assert kept.website == "https://example.go.id"
    assert Programme.objects.get().organizer == kept
    assert list(Edition.objects.get().co_organizers.all()) == [kept]
    assert {row.organization for row in Recipient.objects.all()} == {kept}
    assert Award.objects.get(category="Berdua").recipients.count() == 1
    assert {row.name for row in kept.names.all()} == {"Kantor Infokom", "Diskominfo Kota Malang"}


def test_undoing_leaves_every_row_as_it_was(offices):
    before = everything()
    row = merge(*offices)
    assert everything() != before
    undo(row)
    assert everything() == before
    assert not FormerAddress.objects.exists()
    assert Merge.objects.get().undone_at


def test_looking_at_it_first_changes_nothing(offices):
    before = everything()
    outcome = preview(*offices)
    assert everything() == before
    assert not Merge.objects.exists()
    assert outcome.moved["penerima"] == 1
    assert outcome.doubles["penerima"] == 1
    assert outcome.moved["ajang"] == 1
    assert outcome.taken == ["situs web"]


def test_former_address_leads_on(client, offices):
    kept, gone = offices
    address, target = gone.get_absolute_url(), kept.get_absolute_url()
    row = merge(kept, gone)
    answer = client.get(address + "?page=2")
    assert (answer.status_code, answer.headers["Location"]) == (301, target + "?page=2")
    undo(row)
    assert client.get(address).status_code == 200


def test_address_of_what_is_not_public_is_not_told(client):
    kept, gone = make.make_person(name="Satu"), make.make_person(name="Satu Lagi")
    address = gone.get_absolute_url()
    merge(kept, gone)
    assert client.get(address).status_code == 404


def test_chain_of_merges_leads_to_the_last(client):
    first, second, third = (make.make_organization(name=f"Lembaga {n}") for n in "ABC")
    make.make_award(recipients=[first], published=True)
    old, second_key, first_key = first.get_absolute_url(), second.pk, first.pk
    one = merge(second, first)
    two = merge(third, Organization.objects.get(pk=second_key))
    assert client.get(old).headers["Location"] == third.get_absolute_url()
    assert present_keys("organization", [first_key, 0]) == {first_key: third.pk}
    with pytest.raises(CannotMerge, match="sudah tidak ada"):
        undo(one)
    undo(two)
    undo(one)
    assert client.get(old).status_code == 200


def test_programmes_with_the_same_year_become_one_edition(client):
    kept, gone = make.make_programme(name="Anugerah A"), make.make_programme(name="Anugerah B")
    here, there = (make.make_edition(programme=row, year=2022) for row in (kept, gone))
    other = make.make_edition(programme=gone, year=2021)
    award = make.make_award(edition=there, published=True)
    make.make_award(edition=other, published=True)
    call = Call.objects.create(programme=kept, year=2027)
    Entry.objects.create(call=Call.objects.create(programme=gone, year=2027), category="Video")
    addresses = [row.get_absolute_url() for row in (gone, there, other)]
    before = everything()
    row = merge(kept, gone)
    award.refresh_from_db()
    assert award.edition == here
    assert {edition.programme for edition in Edition.objects.all()} == {kept}
    assert call.entries.count() == 1
    kept.refresh_from_db()
    assert "Anugerah B" in kept.alias_list
    other.refresh_from_db()
    now = [kept.get_absolute_url(), here.get_absolute_url(), other.get_absolute_url()]
    assert now[2].startswith(now[0])
    for old, new in zip(addresses, now, strict=True):
        answer = client.get(old)
        assert (answer.status_code, answer.headers["Location"]) == (301, new)
    undo(row)
    assert everything() == before


def test_awards_become_one_with_their_stories_and_sources(client):
    edition = make.make_edition()
    kept = make.make_award(edition=edition, published=True, category="")
    gone = make.make_award(edition=edition, published=True, category="Website")
    gone.sources.create(url="https://malangkota.go.id/berita")
    handover = make.make_handover(awards=[kept, gone])
    story = make.make_article(awards=[gone], published=True)
    old, before = gone.get_absolute_url(), everything()
    row = merge(kept, gone)
    kept.refresh_from_db()
    assert kept.category == "Website"
    assert list(story.awards.all()) == [kept]
    assert list(handover.awards.all()) == [kept]
    titles = [source.title or source.url for source in kept.sources.all()]
    assert len(titles) == len(set(titles))
    assert client.get(old).headers["Location"] == kept.get_absolute_url()
    undo(row)
    assert everything() == before


def test_what_the_public_reads_does_not_become_a_draft():
    kept, gone = make.make_award(), make.make_award(published=True)
    with pytest.raises(CannotMerge, match="Tukar keduanya"):
        merge(kept, gone)
    assert Award.objects.count() == 2


def test_only_two_rows_of_one_kind_become_one():
    person, office = make.make_person(), make.make_organization()
    for pair in ((person, person), (person, office)):
        with pytest.raises(CannotMerge, match="dua catatan yang berbeda"):
            merge(*pair)


def test_undoing_twice_or_onto_a_taken_name_is_refused():
    kept, gone = make.make_organization(name="Satu"), make.make_organization(name="Dua")
    row = merge(kept, gone)
    taker = make.make_organization(name="Dua")
    with pytest.raises(CannotMerge, match="sudah dipakai"):
        undo(row)
    taker.delete()
    undo(row)
    with pytest.raises(CannotMerge, match="sudah dibatalkan"):
        undo(row)


def test_merging_costs_the_same_for_many_awards(django_assert_max_num_queries):
    kept, gone = make.make_organization(), make.make_organization()
    for _ in range(30):
        make.make_award(recipients=[gone])
    with django_assert_max_num_queries(60):
        merge(kept, gone)
