"""How the registry stands: a tag that changes with all that a download shows, in one query."""

import datetime as dt

import pytest
from django.utils import timezone

from awards.exports.standing import standing
from awards.merging import merge
from awards.models import Award, Handover
from kim.models import Kim
from tests import factories as make

pytestmark = pytest.mark.django_db


def tag() -> str:
    return standing(Award.objects.published()).tag


@pytest.fixture
def award():
    kim = make.make_kim(published=True)
    office = make.make_organization()
    office.names.create(name="Nama lama", valid_until=dt.date(2020, 1, 1))
    programme = make.make_programme(organizer=make.make_organization())
    return make.make_award(
        published=True,
        edition=make.make_edition(programme=programme),
        recipients=[office, kim, make.kelurahan(), make.make_person()],
        work=make.make_work(),
    )


def renamed(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


CHANGES = {
    "award": lambda award: renamed(award, category="Lain"),
    "another award": lambda award: make.make_award(edition=award.edition, published=True),
    "withdrawn": lambda award: Award.objects.filter(pk=award.pk).withdraw("Keliru."),
    "organisation": lambda award: renamed(award.organizations.get(), name="Nama baru"),
    "former name": lambda award: renamed(
        award.organizations.get().names.get(), valid_until=dt.date(2021, 1, 1)
    ),
    "programme": lambda award: renamed(award.edition.programme, abbreviation="XYZ"),
    "edition": lambda award: renamed(award.edition, place="Batu"),
    "organisers": lambda award: award.edition.co_organizers.add(make.make_organization()),
    "person": lambda award: renamed(award.people.get(), name="Nama lain"),
    "work": lambda award: renamed(award.work, title="Judul lain"),
    "group": lambda award: renamed(award.kims.get(), name="KIM Lain"),
    "hidden group": lambda award: Kim.objects.withdraw("Bubar."),
    "kelurahan": lambda award: renamed(award.kelurahan.get(), name="Samaan Baru"),
    "hand-over": lambda award: make.make_handover(awards=[award], published=True),
    "merge": lambda award: merge(award.organizations.get(), make.make_organization()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_tag_changes_with_all_that_a_file_shows(award, change):
    before = tag()
    assert tag() == before
    CHANGES[change](award)
    assert tag() != before


def test_hand_over_that_is_moved_changes_the_tag(award):
    make.make_handover(awards=[award], published=True)
    before = tag()
    renamed(Handover.objects.get(), held_on=dt.date(2023, 12, 1))
    assert tag() != before


def test_count_and_time_are_those_of_the_awards(award, django_assert_num_queries):
    make.make_award()
    with django_assert_num_queries(1):
        now = standing(Award.objects.published())
    latest = max(award.updated_at, award.published_at)
    assert now.count == 1
    assert abs(now.changed - latest) < dt.timedelta(milliseconds=1)
    assert timezone.is_aware(now.changed)


def test_nothing_stands_without_a_time():
    now = standing(Award.objects.published())
    assert (now.count, now.changed) == (0, None)


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_who_has_the_file_is_sent_nothing(client, award, form, django_assert_num_queries):
    address = f"/penghargaan/?format={form}"
    answer = client.get(address)
    etag = answer.headers["ETag"]
    assert answer.getvalue()
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    renamed(award.organizations.get(), name="Nama baru")
    changed = client.get(address, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert changed.getvalue()
