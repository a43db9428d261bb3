"""Acceptance 6: a withdrawn consent hides a name and a contact at once, everywhere."""

import re

import pytest
from django.test import Client

from kim.models import KimMember, PotentialContact
from kim.privacy import REVALIDATED
from malangnews.search.index import rebuild
from tests.factories import consent, make_contact, make_member
from tests.house import walker, world

pytestmark = pytest.mark.django_db

NAME, CONTACT = "Zqlia Zqwandari", "0341 7788990"
# What is recorded of a consent, and never shown.
PROOF = {"guardian": "Zqwali", "consent_by": "Zqpemberi", "consent_note": "Zqbukti"}
# Each as it may stand in text, in a link and in an address.
MARKS = {"name": ("zqwandari",), "contact": ("7788990",)}


@pytest.fixture
def portal():
    """A portal with one of everything, and somebody who agreed to be in open data."""
    made = world.World()
    world.add_public(made)
    open_to_all = consent(consent_scope="open", is_minor=True, **PROOF)
    member = make_member(made.public["kim"], name=NAME, role="sekretaris", **open_to_all)
    contact = make_contact(made.public["potential"], value=CONTACT, **open_to_all)
    return made.public, member, contact


def visit() -> dict[str, walker.Page]:
    rebuild()
    words = [f"/cari/?q={word}" for word in ("Zqlia", "0341", "sekretaris")]
    return walker.walk(Client(raise_request_exception=False), words)


def naming(pages, mark: str) -> set[str]:
    """Return the addresses that show the mark, even where they are no page."""
    wanted = MARKS[mark]
    shown = {
        address: re.sub(r"%20|[\s+]", "", page.body) if mark == "contact" else page.body
        for address, page in pages.items()
    }
    return {
        address.partition("?")[0]
        for address, body in shown.items()
        if any(word in body.lower() for word in wanted)
    }


def test_a_withdrawn_consent_is_gone_from_every_address_at_once(portal):
    public, member, contact = portal
    kim, potential = public["kim"].get_absolute_url(), public["potential"].get_absolute_url()
    before = visit()
    assert len(before) > 100
    assert naming(before, "name") == {kim, "/kim/pengurus.csv"}
    assert naming(before, "contact") == {potential, "/kim/potensi.csv", "/kim/potensi.json"}

    for word in PROOF.values():
        assert not [page.address for page in before.values() if word in page.body], word

    named = naming(before, "name") | naming(before, "contact")
    tags = {}
    for address in named:
        page = before[address]
        assert page.headers["Cache-Control"] == REVALIDATED, address
        tags[address] = page.headers["ETag"]
        assert Client().get(address, HTTP_IF_NONE_MATCH=tags[address]).status_code == 304

    for row in (member, contact):
        assert row.withdraw_consent()
        row.save()

    after = visit()
    assert not naming(after, "name")
    assert not naming(after, "contact")
    assert set(before) - set(after) == set()
    for address in named:
        again = Client().get(address, HTTP_IF_NONE_MATCH=tags[address])
        assert again.status_code == 200, address
        text = b"".join(again).decode()
        assert "Zqwandari" not in text
        assert "7788990" not in text


@pytest.mark.parametrize("change", ["not yet", "page only", "no consent", "withdrawn", "draft"])
def test_the_file_of_members_holds_only_open_consents_of_public_groups(client, portal, change):
    _, member, _ = portal
    assert NAME in client.get("/kim/pengurus.csv").content.decode()
    fields = {
        "not yet": {"consent_on": "2999-01-01"},
        "page only": {"consent_scope": "page"},
        "no consent": {"consent_on": None},
        "withdrawn": {"consent_withdrawn_on": "2023-01-01"},
    }
    if change == "draft":
        type(member.kim).objects.filter(pk=member.kim_id).update(status="draft")
    else:
        KimMember.objects.filter(pk=member.pk).update(**fields[change])
    assert NAME not in client.get("/kim/pengurus.csv").content.decode()


def test_a_contact_for_the_page_only_is_in_no_file_and_no_structured_data(client, portal):
    public, _, contact = portal
    PotentialContact.objects.filter(pk=contact.pk).update(consent_scope="page")
    page = client.get(public["potential"].get_absolute_url()).content.decode()
    assert CONTACT in page
    assert (
        CONTACT not in re.search(r"<script type=.application/ld\+json.*?</script>", page, re.S)[0]
    )
    for address in ("/kim/potensi.csv", "/kim/potensi.json"):
        assert CONTACT not in client.get(address).content.decode()


def test_structured_data_holds_an_open_contact(client, portal):
    public, _, _ = portal
    page = client.get(public["potential"].get_absolute_url()).content.decode()
    assert CONTACT in re.search(r"<script type=.application/ld\+json.*?</script>", page, re.S)[0]


def test_a_page_that_names_people_is_private_for_a_session(client, portal):
    public, _, _ = portal
    client.cookies["sessionid"] = "x" * 32
    for address in (public["kim"].get_absolute_url(), "/kim/pengurus.csv"):
        control = client.get(address)["Cache-Control"]
        assert control == "private, no-cache", address


def test_an_error_is_kept_as_errors_are(client):
    assert "no-cache" not in client.get("/kim/potensi/tiada/")["Cache-Control"]
