import datetime as dt

import pytest
from django.db.models import ProtectedError

from awards.models import (
    Award,
    Call,
    Distinct,
    Edition,
    Entry,
    FormerAddress,
    Merge,
    Organization,
    OrganizationName,
    Person,
    Programme,
    Recipient,
    Source,
    StatedAwardFigure,
    Work,
)
from tests import factories
from tests.constraints import assert_database_refuses, assert_form_says, messages_for
from tests.factories import (
    kelurahan,
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_user,
)

pytestmark = pytest.mark.django_db


def _received_twice(target):
    award = make_award(recipients=[target])
    return Recipient(award=award, **{type(target)._meta.model_name: target})


def _edition_twice():
    first = make_edition()
    return Edition(programme=first.programme, year=first.year)


def _confirmed_by_its_writer():
    user = make_user("satu")
    return Award(
        edition=make_edition(),
        rank_label="Juara I",
        rank_scheme="juara",
        recorded_by=user,
        confirmed_by=user,
    )


def _call(**fields):
    return Call.objects.create(programme=make_programme(), year=2027, **fields)


def _call_twice():
    return Call(programme=_call().programme, year=2027)


def _led_twice():
    merge = Merge.objects.create(kind="person", kept_id=1, gone_id=2, record={})
    fields = {"kind": "person", "address": "lama", "merge": merge, "leads_to": 1}
    FormerAddress.objects.create(**fields)
    return FormerAddress(**fields)


def _told_apart_twice():
    fields = {"kind": "person", "first_id": 1, "second_id": 2}
    Distinct.objects.create(**fields)
    return Distinct(**fields)


BROKEN = {
    "awards_distinct_said_once": _told_apart_twice,
    "awards_distinct_in_order": lambda: Distinct(kind="person", first_id=2, second_id=1),
    "awards_award_confirmed_by_another": _confirmed_by_its_writer,
    "awards_call_once_a_year": _call_twice,
    "awards_call_year_plausible": lambda: Call(programme=make_programme(), year=1899),
    "awards_call_closes_after_opening": lambda: Call(
        programme=make_programme(),
        year=2027,
        opens_on=dt.date(2027, 5, 2),
        closes_on=dt.date(2027, 5, 1),
    ),
    "awards_entry_says_what": lambda: Entry(call=_call()),
    "awards_entry_award_is_won": lambda: Entry(
        call=_call(), category="Video", state="submitted", award=make_award()
    ),
    "awards_formeraddress_leads_to_one": _led_twice,
    "awards_award_slug_not_reserved": lambda: Award(
        edition=make_edition(), rank_label="Juara I", rank_scheme="juara", slug="karya"
    ),
    "awards_award_rank_order_from_one": lambda: Award(
        edition=make_edition(), rank_label="Juara", rank_scheme="juara", rank_order=0
    ),
    "awards_recipient_exactly_one_kind": lambda: Recipient(award=make_award()),
    "awards_recipient_organization_once": lambda: _received_twice(make_organization()),
    "awards_recipient_kim_once": lambda: _received_twice(make_kim()),
    "awards_recipient_kelurahan_once": lambda: _received_twice(kelurahan()),
    "awards_recipient_person_once": lambda: _received_twice(make_person()),
    "awards_source_names_something": lambda: Source(award=make_award(), publisher="Penerbit"),
    "awards_organizationname_in_order": lambda: OrganizationName(
        organization=make_organization(),
        name="Lama",
        valid_from=dt.date(2024, 1, 2),
        valid_until=dt.date(2024, 1, 1),
    ),
    "awards_edition_once_a_year": _edition_twice,
    "awards_edition_year_plausible": lambda: Edition(programme=make_programme(), year=1899),
    "awards_statedawardfigure_range_in_order": lambda: StatedAwardFigure(
        value_min=5,
        value_max=4,
        as_of=dt.date(2023, 1, 1),
        stated_by="Wali kota",
        measure="penghargaan",
        year=2023,
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_form_says_what_is_wrong(name):
    assert_form_says(name, BROKEN[name])


@pytest.mark.parametrize("name", BROKEN)
def test_database_refuses_what_is_wrong(name):
    assert_database_refuses(name, BROKEN[name])


@pytest.mark.parametrize("year", [0, 23, 1899, 3000, 32767])
def test_year_of_an_edition_is_plausible(year):
    assert messages_for(Edition(programme=make_programme(), year=year))


@pytest.mark.parametrize(
    "pair", [("organization", "kim"), ("kim", "kelurahan"), ("kelurahan", "person")]
)
def test_recipient_is_not_two_things_at_once(pair):
    targets = {
        "organization": make_organization,
        "kim": make_kim,
        "kelurahan": kelurahan,
        "person": make_person,
    }
    award = make_award(recipients=[])
    recipient = Recipient(award=award, **{kind: targets[kind]() for kind in pair})
    assert messages_for(recipient) == ["Pilih tepat satu: lembaga, KIM, kelurahan, atau orang."]


def test_two_parts_of_one_kelurahan_may_both_receive():
    award = make_award(recipients=[])
    for part in ("RW 05", "RW 06"):
        recipient = Recipient(award=award, kelurahan=kelurahan(), detail=part)
        assert messages_for(recipient) == []
        recipient.save()
    assert award.recipient_names == "RW 05 Kelurahan Samaan dan RW 06 Kelurahan Samaan"


# The award's own words


def test_rank_is_read_from_the_printed_words():
    award = make_award(rank_label="Terbaik II")
    assert (award.rank_scheme, award.rank_order) == ("terbaik", 2)
    assert (award.roundel.form, award.roundel.text) == ("silver", "II")


def test_rank_given_by_hand_is_kept():
    award = make_award(rank_label="Terbaik", rank_scheme="terbaik", rank_order=1)
    award.save()
    assert (award.rank_scheme, award.rank_order) == ("terbaik", 1)


def test_rank_not_understood_is_still_an_award():
    award = make_award(rank_label="Penghargaan Khusus Juri", published=True)
    assert (award.rank_scheme, award.rank_order) == ("other", None)


def test_title_names_edition_and_category():
    edition = make_edition(programme=make_programme(name="Anugerah Media Humas"))
    award = make_award(edition=edition, category="Media Audiovisual")
    assert award.title == "Anugerah Media Humas 2023 · Media Audiovisual"
    assert str(award) == "Anugerah Media Humas 2023 · Media Audiovisual, Terbaik I"
    assert make_award(edition=edition, category="").title == "Anugerah Media Humas 2023"


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "A"), (2, "A dan B"), (3, "A, B, dan C")]
)
def test_recipients_are_listed_as_one_reads_them(count, words):
    people = [make_person(name=name) for name in "ABC"[:count]]
    assert make_award(recipients=people).recipient_names == words


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: make_organization(name="Dinas X", abbreviation="DX"), "DX"),
        (lambda: make_kim(name="KIM Samaan"), "KIM Samaan"),
        (lambda: kelurahan("Samaan"), "Kelurahan Samaan"),
        (lambda: make_person(name="Nama"), "Nama"),
    ],
)
def test_recipient_is_written_as_what_it_is(make, words):
    target = make()
    recipient = make_award(recipients=[target]).recipients.get()
    assert recipient.target == target
    assert str(recipient) == words


def test_day_of_conferment_is_the_awards_own_first():
    edition = make_edition(conferred_on=dt.date(2023, 10, 1), conferred_on_precision="month")
    award = make_award(edition=edition)
    assert award.conferred == (dt.date(2023, 10, 31), "month")
    award.conferred_on = dt.date(2023, 10, 25)
    assert award.conferred == (dt.date(2023, 10, 25), "day")


def test_day_of_conferment_may_be_unknown():
    assert make_award().conferred == (None, "day")


def test_handover_does_not_move_the_awards_dates():
    award = make_award(published=True, conferred_on=dt.date(2023, 10, 25))
    factories.make_handover(published=True, awards=[award], held_on=dt.date(2023, 11, 6))
    award.refresh_from_db()
    assert award.conferred[0] == dt.date(2023, 10, 25)


def test_award_tells_its_address_from_what_it_is():
    edition = make_edition(
        programme=make_programme(name="Anugerah Media Humas", abbreviation="AMH")
    )
    award = make_award(edition=edition, category="Audiovisual", rank_label="Terbaik II")
    assert award.get_absolute_url() == "/penghargaan/amh-2023-audiovisual-terbaik-ii/"


def test_addresses_are_those_of_the_room():
    programme = make_programme(name="Ajang A")
    edition = make_edition(programme=programme)
    assert programme.get_absolute_url() == "/penghargaan/ajang/ajang-a/"
    assert edition.get_absolute_url() == "/penghargaan/ajang/ajang-a/2023/"
    assert make_organization(name="B").get_absolute_url() == "/penghargaan/lembaga/b/"
    assert make_person(name="C").get_absolute_url() == "/penghargaan/orang/c/"
    assert factories.make_work(title="D").get_absolute_url() == "/penghargaan/karya/d/"
    handover = factories.make_handover(occasion="Apel pagi")
    assert handover.get_absolute_url() == "/penghargaan/serah-terima/apel-pagi-2023-11-06/"


# What the public sees of rows that hang on awards


def test_rows_are_public_by_a_public_award_only():
    for published in (False, True):
        organizer, partner, winner = (make_organization() for _ in range(3))
        person, work = make_person(), factories.make_work()
        edition = make_edition(
            programme=make_programme(organizer=organizer), co_organizers=[partner]
        )
        make_award(edition=edition, work=work, recipients=[winner, person], published=published)
        for row in (organizer, partner, winner, person, work, edition, edition.programme):
            assert type(row).objects.published().filter(pk=row.pk).exists() is published, row


@pytest.mark.parametrize("state", factories.STATES)
def test_programme_follows_the_state_of_its_only_award(state):
    make_award(state=state)
    for model in (Programme, Edition, Organization):
        assert model.objects.published().exists() is (state == "published")
    assert not Work.objects.published().exists()
    assert not Person.objects.published().exists()


def test_scheduled_award_brings_its_programme_at_its_minute():
    at = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    factories.bring_to(make_award(), "scheduled", at)
    assert not Programme.objects.published(at - dt.timedelta(seconds=1)).exists()
    assert Programme.objects.published(at).exists()


def test_award_with_several_recipients_counts_once():
    award = make_award(recipients=[make_organization(), make_kim(), make_kim(), make_person()])
    for kind in Recipient.KINDS:
        won = Award.objects.won_by(kind)
        assert won.count() == (1 if kind != "kelurahan" else 0)
    assert Award.objects.won_by_kim().get() == award


def test_organization_bears_the_name_of_the_day():
    komdigi = make_organization(name="Kementerian Komunikasi dan Digital")
    komdigi.names.create(
        name="Kementerian Komunikasi dan Informatika", valid_until=dt.date(2024, 10, 20)
    )
    assert komdigi.name_on(dt.date(2023, 11, 6)) == "Kementerian Komunikasi dan Informatika"
    assert komdigi.name_on(dt.date(2024, 10, 20)) == "Kementerian Komunikasi dan Informatika"
    assert komdigi.name_on(dt.date(2024, 10, 21)) == "Kementerian Komunikasi dan Digital"
    assert komdigi.name_on(None) == "Kementerian Komunikasi dan Digital"


def test_rows_of_the_registry_hold_each_other():
    work, winner = factories.make_work(), make_organization()
    edition = make_edition()
    award = make_award(edition=edition, work=work, recipients=[winner])
    for row in (work, winner, edition, edition.programme, edition.programme.organizer):
        with pytest.raises(ProtectedError):
            row.delete()
    award.delete()
    assert not Recipient.objects.exists()
    assert not Source.objects.exists()
