"""kim/privacy.py and the consent of rows: no number of identity, nothing withdrawn twice."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from kim.privacy import has_identity_number
from tests.factories import consent, make_contact, make_member

pytestmark = pytest.mark.django_db
NIK = "3573041203890001"


@pytest.mark.parametrize(
    "text",
    [
        NIK,
        f"KTP {NIK}.",
        "3573 0412 0389 0001",
        "3573.041203.890001",
        "35-73-041203890001",
        f"{NIK} 0812",
    ],
)
def test_sixteen_digits_are_a_number_of_identity(text):
    assert has_identity_number(text)


@pytest.mark.parametrize(
    "text", ["", "0341 123456", "+62 812-3456-7890", "SK 188.45/119/35.73.112/2020", NIK + "7"]
)
def test_other_numbers_are_none(text):
    assert not has_identity_number(text)


@pytest.mark.parametrize("field", ["name", "role", "consent_by", "consent_note", "guardian"])
def test_a_number_of_identity_is_refused_beside_its_field(field):
    member = make_member(**consent())
    setattr(member, field, f"Nama {NIK}")
    with pytest.raises(ValidationError) as refused:
        member.full_clean()
    assert list(refused.value.message_dict) == [field]
    assert "Nomor identitas tidak dicatat" in refused.value.messages[0]


def test_a_number_of_identity_is_refused_as_a_contact_but_not_in_an_address():
    contact = make_contact(value=NIK)
    with pytest.raises(ValidationError, match="Nomor identitas"):
        contact.full_clean()
    contact.kind, contact.value = "account", f"https://contoh.id/profil/{NIK}"
    contact.full_clean()


def test_other_errors_stand_beside_it():
    member = make_member()
    member.name, member.role = NIK, ""
    with pytest.raises(ValidationError) as refused:
        member.full_clean()
    assert set(refused.value.message_dict) == {"name", "role"}


def test_a_consent_is_withdrawn_once_and_as_of_today():
    member = make_member(**consent())
    assert member.is_consent_in_force()
    assert member.withdraw_consent()
    assert member.consent_withdrawn_on == timezone.localdate()
    assert not member.is_consent_in_force()
    assert not member.withdraw_consent()
    assert not make_member().withdraw_consent()


def test_a_consent_yet_to_come_is_withdrawn_too():
    later = timezone.localdate() + dt.timedelta(days=30)
    member = make_member(**consent(consent_on=later))
    assert not member.is_consent_in_force()
    assert member.withdraw_consent()
    member.full_clean()
    member.save()
    assert not type(member).objects.published(later + dt.timedelta(days=1)).exists()
