import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from kim.models import (
    Contributor,
    Kecamatan,
    Kelurahan,
    Kim,
    KimAccount,
    KimActivity,
    KimMember,
    KimMilestone,
    Potential,
    PotentialContact,
    StatedKimFigure,
)
from tests import factories
from tests.constraints import assert_database_refuses, assert_form_says, messages_for
from tests.factories import consent, kelurahan, make_kim, make_milestone

pytestmark = pytest.mark.django_db
DAY = dt.date(2020, 3, 2)


def _kelurahan_on_a_taken_tile():
    other = kelurahan()
    return Kelurahan(
        code="35.73.99.1001",
        name="Baru",
        slug="baru",
        kecamatan=other.kecamatan,
        postal_code="65100",
        latitude="-7.9",
        longitude="112.6",
        area_km2="1.0",
        hex_column=other.hex_column,
        hex_row=other.hex_row,
    )


def _potential_named_twice():
    other = factories.make_potential()
    return Potential(name=other.name, kind="food", kelurahan=other.kelurahan, slug="lain")


def _account_listed_twice():
    first = KimAccount.objects.create(
        kim=make_kim(), platform="Instagram", url="https://contoh.id/a"
    )
    return KimAccount(kim=first.kim, platform="Situs", url=first.url)


def _milestone_recorded_twice():
    kim = make_kim(milestones=[("formed", DAY)])
    return KimMilestone(kim=kim, kind="formed", happened_on=DAY, source_name="Sumber lain")


def _activity_recorded_twice():
    first = factories.make_activity()
    return KimActivity(
        kim=first.kim,
        kind=first.kind,
        title=first.title,
        happened_on=first.happened_on,
        source_name="Sumber lain",
    )


def _contributor_twice():
    first = factories.make_contributor()
    return Contributor(kim=first.kim, user=first.user)


def _contact_listed_twice():
    first = factories.make_contact()
    return PotentialContact(potential=first.potential, kind=first.kind, value=first.value)


def _contact(**fields):
    potential = factories.make_potential()
    return PotentialContact(potential=potential, kind="phone", value="0341 1", **fields)


def _broken_consents():
    """What is wrong with a consent, for both tables that hold one."""
    wrong = {
        "consent_has_proof": consent(consent_note=""),
        "consent_has_giver": consent(consent_by=""),
        "minor_has_guardian": consent(is_minor=True),
        "consent_in_order": consent(consent_withdrawn_on=dt.date(2022, 2, 28)),
    }
    return {
        f"kim_{table}_{name}": lambda make=make, fields=fields: make(**fields)
        for table, make in (("kimmember", _member), ("potentialcontact", _contact))
        for name, fields in wrong.items()
    }


def _member(**fields):
    return KimMember(kim=make_kim(), name="Nama", role="ketua", **fields)


BROKEN = {
    "kim_kim_slug_not_reserved": lambda: Kim(name="KIM X", slug="potensi", kelurahan=kelurahan()),
    "kim_kimaccount_listed_once": _account_listed_twice,
    "kim_kimmilestone_recorded_once": _milestone_recorded_twice,
    "kim_kimmilestone_has_evidence": lambda: KimMilestone(
        kim=make_kim(), kind="dormant", happened_on=DAY
    ),
    "kim_kimmember_term_in_order": lambda: _member(
        term_from=dt.date(2022, 1, 2), term_until=dt.date(2022, 1, 1)
    ),
    "kim_kimmilestone_valid_after_it_happened": lambda: KimMilestone(
        kim=make_kim(),
        kind="decreed",
        happened_on=DAY,
        valid_until=DAY - dt.timedelta(days=1),
        source_name="Sumber",
    ),
    **_broken_consents(),
    "kim_kimactivity_recorded_once": _activity_recorded_twice,
    "kim_kimactivity_has_source": lambda: KimActivity(
        kim=make_kim(), kind="discussion", title="Diskusi", happened_on=DAY
    ),
    "kim_contributor_once_a_group": _contributor_twice,
    "kim_potentialcontact_listed_once": _contact_listed_twice,
    "kim_kelurahan_hex_taken_once": _kelurahan_on_a_taken_tile,
    "kim_potential_named_once": _potential_named_twice,
    "kim_statedkimfigure_range_in_order": lambda: StatedKimFigure(
        value_min=5, value_max=4, as_of=DAY, stated_by="Camat"
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_form_says_what_is_wrong(name):
    assert_form_says(name, BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


@pytest.mark.parametrize(
    "evidence",
    [
        {"source_name": "Portal Kota Malang"},
        {"source_url": "https://malangkota.go.id/"},
        {"document_number": "188.45/119/35.73.112/2020"},
    ],
)
def test_one_kind_of_evidence_is_enough(evidence):
    assert (
        messages_for(KimMilestone(kim=make_kim(), kind="decreed", happened_on=DAY, **evidence))
        == []
    )


def test_reference_table_is_there():
    assert Kecamatan.objects.count() == 5
    assert Kelurahan.objects.count() == 57
    assert Kelurahan.objects.filter(neighbours=None).count() == 0
    assert all(
        place.code.startswith(place.kecamatan.code)
        for place in Kelurahan.objects.select_related("kecamatan")
    )


def test_neighbours_know_each_other():
    here = kelurahan()
    for beside in here.neighbours.all():
        assert here in beside.neighbours.all()
        assert beside != here


# A KIM's state, from its milestones


def state(kim, on=None):
    return Kim.objects.with_state(on).get(pk=kim.pk).state


def test_kim_without_milestones_has_no_state():
    assert state(make_kim(milestones=[])) is None


@pytest.mark.parametrize("kind", KimMilestone.Kind.values)
def test_every_milestone_says_what_the_group_is_after_it(kind):
    kim = make_kim(milestones=[(kind, DAY)])
    assert state(kim) == (KimMilestone.STATE_AFTER[kind] or None)


def test_state_is_that_of_the_day_asked_for():
    kim = make_kim(
        milestones=[
            ("proposed", dt.date(2019, 1, 10)),
            ("formed", dt.date(2019, 3, 1)),
            ("dormant", dt.date(2021, 6, 30)),
            ("reactivated", dt.date(2022, 2, 1)),
            ("dissolved", dt.date(2024, 12, 31)),
        ]
    )
    asked = {
        dt.date(2019, 1, 9): None,
        dt.date(2019, 1, 10): "in_process",
        dt.date(2019, 2, 28): "in_process",
        dt.date(2019, 3, 1): "active",
        dt.date(2021, 6, 29): "active",
        dt.date(2021, 6, 30): "dormant",
        dt.date(2022, 2, 1): "active",
        dt.date(2024, 12, 31): "dissolved",
    }
    assert {day: state(kim, day) for day in asked} == asked


def test_training_says_nothing_about_existence():
    kim = make_kim(milestones=[("dormant", DAY), ("trained", dt.date(2023, 1, 1))])
    assert state(kim) == "dormant"


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_steps_on_one_day_the_later_in_a_life_counts(order):
    kim = make_kim(milestones=[("deliberated", DAY), ("formed", DAY)][::order])
    assert state(kim) == "active"


def test_step_known_by_year_counts_from_the_end_of_that_year():
    kim = make_kim(milestones=[])
    make_milestone(kim, "formed", dt.date(2006, 1, 1), happened_on_precision="year")
    assert state(kim, dt.date(2006, 12, 30)) is None
    assert state(kim, dt.date(2006, 12, 31)) == "active"


def test_milestone_that_changes_its_kind_changes_the_state():
    kim = make_kim(milestones=[("formed", DAY)])
    milestone = kim.milestones.get()
    milestone.kind = "dissolved"
    milestone.save()
    assert state(kim) == "dissolved"


def test_formed_groups_are_active_or_dormant():
    kims = {
        kind: make_kim(milestones=[(kind, DAY)])
        for kind in ("proposed", "formed", "dormant", "dissolved")
    }
    assert set(Kim.objects.formed()) == {kims["formed"], kims["dormant"]}
    assert not Kim.objects.formed(dt.date(2020, 3, 1)).exists()


# People


def test_member_is_public_only_with_consent_in_force():
    kim, today = make_kim(), dt.date(2024, 1, 1)
    shown = factories.make_member(kim, **consent())
    factories.make_member(kim)
    factories.make_member(kim, **consent(consent_withdrawn_on=dt.date(2023, 5, 1)))
    factories.make_member(kim, **consent(consent_on=dt.date(2024, 1, 2)))
    assert kim.members.published(today).get() == shown


def test_only_who_agreed_to_that_is_in_open_data():
    kim = make_kim()
    open_to_all = factories.make_member(kim, **consent(consent_scope="open"))
    factories.make_member(kim, **consent())
    factories.make_member(kim, consent_scope="open")
    assert kim.members.open_data().get() == open_to_all


def test_consent_cannot_be_withdrawn_that_was_never_given():
    member = factories.make_member()
    member.consent_withdrawn_on = DAY
    assert messages_for(member) == ["Belum ada persetujuan yang dicatat."]


# Rows that hold each other


def test_kelurahan_with_a_kim_cannot_be_deleted():
    kim = make_kim()
    with pytest.raises(ProtectedError):
        kim.kelurahan.delete()


def test_kim_has_a_home():
    kim = make_kim()
    kim.kelurahan_id = None
    assert messages_for(kim)
    with pytest.raises(IntegrityError), transaction.atomic():
        kim.save()


def test_name_of_a_kim_is_taken_once():
    make_kim(name="KIM Samaan")
    twin = Kim(name="KIM Samaan", kelurahan=kelurahan())
    assert len(messages_for(twin)) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_milestones_of_a_hidden_group_are_hidden():
    shown, hidden = make_kim(published=True), make_kim()
    public = KimMilestone.objects.published()
    assert public.filter(kim=shown).exists()
    assert not public.filter(kim=hidden).exists()


def test_atlas_holds_public_groups_only():
    shown = make_kim(published=True)
    make_kim()
    place = Kelurahan.objects.for_atlas().get(name="Samaan")
    assert [(kim, kim.state) for kim in place.groups] == [(shown, "active")]


def test_other_spellings_are_read_line_by_line():
    kim = make_kim(aliases="KIM Purwoagung\n\n KIM Purwo Agung ")
    assert kim.alias_list == ["KIM Purwoagung", "KIM Purwo Agung"]


def test_addresses_are_those_of_the_room():
    kim = make_kim(name="KIM Samaan")
    assert kim.get_absolute_url() == "/kim/kim-samaan/"
    assert kim.kelurahan.get_absolute_url() == "/kim/kelurahan/samaan/"
    assert kim.kelurahan.kecamatan.get_absolute_url() == "/kim/kecamatan/klojen/"
    potential = factories.make_potential(name="Gerabah")
    assert potential.get_absolute_url() == "/kim/potensi/gerabah/"
