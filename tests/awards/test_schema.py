"""awards/schema.py, kim/schema.py, core/record.py: what pages say of themselves to machines."""

import datetime as dt
import json
import re

import pytest
from django.conf import settings

from malangnews.core.short import short_code
from tests import factories
from tests.factories import (
    kelurahan,
    make_award,
    make_edition,
    make_handover,
    make_kim,
    make_person,
    make_programme,
    make_recipient,
    make_source,
)

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
# What every record must have, whatever it is of.
REQUIRED = {
    *("@context", "@type", "@id", "identifier", "url", "name", "isPartOf", "publisher"),
    *("license", "inLanguage", "isAccessibleForFree"),
}


def blocks_of(client, row) -> list[dict]:
    text = client.get(row.get_absolute_url()).content.decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    assert len(scripts) == 1
    return json.loads(scripts[0])


def record_of(client, row) -> dict:
    found = [block for block in blocks_of(client, row) if block["@type"] == "CreativeWork"]
    assert len(found) == 1
    return found[0]


def subject_of(client, row) -> dict:
    return record_of(client, row)["mainEntity"]


@pytest.fixture
def rows(award, amh, office):
    """One public record of every kind, by kind."""
    person = make_person(name="Siti", known_as="Pegiat KIM")
    make_recipient(award, person)
    handover = make_handover(published=True, awards=[award], occasion="Apel pagi")
    kim = award.kims.get()
    everything = [award, amh, amh.programme, office, person, award.work, handover, kim]
    return {row._meta.model_name: row for row in [*everything, kelurahan()]}


def test_every_page_of_a_record_says_what_a_record_must(client, rows):
    for row in rows.values():
        record = record_of(client, row)
        assert REQUIRED <= record.keys(), row
        assert record["@id"] == record["identifier"] == f"{HOST}/p/{short_code(row)}/"
        assert record["url"] == HOST + row.get_absolute_url()
        assert record["license"] == settings.OPEN_DATA_LICENCE["url"]
        assert record["publisher"]["name"] == "Diskominfo Kota Malang"
        assert ("mainEntity" in record) != ("about" in record)
        kinds = {block["@type"] for block in blocks_of(client, row)}
        assert kinds == {"WebPage", "BreadcrumbList", "CreativeWork"}


def test_nothing_empty_is_said(client, rows):
    def walk(value):
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        assert value not in ("", None, [], {})

    for row in rows.values():
        walk(record_of(client, row))


def test_award_tells_edition_recipients_work_and_sources(client, award, amh):
    make_source(award, title="Piagam", url="https://contoh.id/x", published_on=dt.date(2023, 11, 1))
    record = record_of(client, award)
    event, office, kim, work = record["about"]
    assert event["@type"] == "Event"
    assert event["name"] == "Anugerah Media Humas 2023"
    assert event["startDate"] == "2023-10-30"
    assert event["location"] == {"@type": "Place", "name": "Surabaya"}
    assert event["superEvent"]["@type"] == "EventSeries"
    # As it was called that day.
    assert event["organizer"][0]["name"] == "Kementerian Komunikasi dan Informatika"
    assert office["@type"] == "GovernmentOrganization"
    assert kim["@type"] == "Organization"
    assert work["@type"] == "CreativeWork"
    for winner in (office, kim, work):
        assert winner["award"] == [str(award)]
        assert winner["url"].startswith(HOST)
    first, second = record["isBasedOn"]
    assert first["name"] == "Berita penganugerahan"
    assert second == {
        "@type": "CreativeWork",
        "name": "Piagam",
        "url": "https://contoh.id/x",
        "publisher": {"@type": "Organization", "name": "Pemerintah Kota Malang"},
        "datePublished": "2023-11-01",
    }
    assert record["datePublished"] == award.published_at.isoformat()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", record["dateModified"])


def test_day_of_the_award_itself_and_its_precision_are_kept(client, amh):
    month = {"conferred_on": dt.date(2023, 12, 31), "conferred_on_precision": "month"}
    award = make_award(published=True, edition=amh, **month)
    assert record_of(client, award)["about"][0]["startDate"] == "2023-12"


def test_what_is_not_known_of_an_edition_is_not_said(client):
    edition = make_edition(programme=make_programme(organizer=None))
    make_award(published=True, edition=edition)
    event = subject_of(client, edition)
    assert event.keys() == {"@type", "@id", "name", "url", "superEvent"}


def test_recipients_have_the_type_that_fits(client):
    person, place = make_person(), kelurahan()
    award = make_award(published=True, recipients=[person, place])
    make_recipient(award, make_kim(published=True), position=3, detail="RW 05")
    about = record_of(client, award)["about"]
    assert [thing["@type"] for thing in about[1:]] == [
        "Person",
        ["AdministrativeArea", "GovernmentOrganization"],
        "Organization",
    ]
    assert about[2]["name"] == "Kelurahan Samaan"
    assert about[3]["name"].startswith("KIM Uji")
    assert about[3]["description"].startswith("RW 05 KIM Uji")


def test_kim_that_is_not_public_is_named_only(client, award):
    hidden = make_kim(name="KIM Belum Terbit")
    make_recipient(award, hidden, position=9)
    thing = record_of(client, award)["about"][3]
    assert thing == {"@type": "Organization", "name": "KIM Belum Terbit", "award": [str(award)]}


def test_what_won_tells_its_awards(client, rows):
    award = rows["award"]
    kinds = {
        "organization": "GovernmentOrganization",
        "person": "Person",
        "work": "CreativeWork",
        "kim": "Organization",
    }
    for name, kind in kinds.items():
        thing = subject_of(client, rows[name])
        assert thing["@type"] == kind
        assert thing["award"] == [str(award)], name
        assert thing["url"] == HOST + rows[name].get_absolute_url()


def test_programme_is_a_series_of_its_editions(client, amh, award):
    make_award(published=True, edition=make_edition(programme=amh.programme, year=2022))
    make_award(edition=make_edition(programme=amh.programme, year=2021))
    series = subject_of(client, amh.programme)
    assert series["@type"] == "EventSeries"
    assert series["alternateName"] == ["AMH", "Anugerah Humas Indonesia"]
    assert series["organizer"]["name"] == "Kementerian Komunikasi dan Digital"
    assert [event["name"] for event in series["subEvent"]] == [
        "Anugerah Media Humas 2023",
        "Anugerah Media Humas 2022",
    ]


def test_handover_is_an_event_about_its_awards(client, award):
    handover = make_handover(published=True, awards=[award, make_award(category="Rahasia")])
    event = subject_of(client, handover)
    assert (event["@type"], event["startDate"]) == ("Event", "2023-11-06")
    assert [thing["name"] for thing in event["about"]] == [str(award)]
    sources = record_of(client, handover)["isBasedOn"]
    assert [source["name"] for source in sources] == ["Portal Kota Malang", "Berita penganugerahan"]


def test_kelurahan_is_a_place_with_its_own_awards_only(client):
    place = kelurahan()
    own = make_award(published=True, recipients=[place])
    of_its_kim = make_award(published=True, recipients=[make_kim(published=True, kelurahan=place)])
    text = client.get(place.get_absolute_url()).content.decode()
    assert of_its_kim.get_absolute_url() in text
    thing = subject_of(client, place)
    assert thing["award"] == [str(own)]
    assert thing["identifier"] == place.code
    assert thing["geo"]["latitude"] == float(place.latitude)
    assert thing["containedInPlace"]["containedInPlace"]["name"] == "Kota Malang"


def test_drafts_shown_to_staff_are_no_records(client):
    client.force_login(factories.make_user(is_superuser=True))
    for row in (make_award(), make_handover(), make_kim()):
        kinds = [block["@type"] for block in blocks_of(client, row)]
        assert kinds == ["WebPage", "BreadcrumbList"]
        assert "Kutip halaman ini" not in client.get(row.get_absolute_url()).content.decode()


def test_words_of_a_record_cannot_leave_the_script(client, award):
    type(award).objects.filter(pk=award.pk).update(category="</script><script>alert(1)</script>")
    assert "</script><script>alert" in record_of(client, award)["name"]
    assert "<script>alert" not in client.get(award.get_absolute_url()).content.decode()
