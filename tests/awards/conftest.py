"""One award with every fact, and what stands around it."""

import datetime as dt

import pytest

from awards.models import OrganizationName
from tests.factories import (
    make_award,
    make_edition,
    make_kim,
    make_organization,
    make_programme,
    make_work,
)


@pytest.fixture
def amh():
    """Anugerah Media Humas 2023, held by a ministry under the name it bore then."""
    ministry = make_organization(
        name="Kementerian Komunikasi dan Digital", abbreviation="Komdigi", kind="ministry"
    )
    OrganizationName.objects.create(
        organization=ministry,
        name="Kementerian Komunikasi dan Informatika",
        valid_until=dt.date(2024, 10, 20),
    )
    programme = make_programme(
        name="Anugerah Media Humas",
        abbreviation="AMH",
        aliases="Anugerah Humas Indonesia",
        level="nasional",
        organizer=ministry,
    )
    return make_edition(
        programme=programme,
        year=2023,
        ordinal=16,
        theme="Humas yang Bekerja",
        conferred_on=dt.date(2023, 10, 30),
        place="Surabaya",
        co_organizers=[make_organization(name="Humas Provinsi")],
    )


@pytest.fixture
def office():
    return make_organization(
        name="Dinas Komunikasi dan Informatika Kota Malang", abbreviation="Diskominfo Kota Malang"
    )


@pytest.fixture
def award(amh, office):
    return make_award(
        published=True,
        edition=amh,
        category="Media Audiovisual",
        participant_class="Pemerintah kota",
        rank_label="Terbaik I",
        recipients=[office, make_kim(published=True, name="KIM Samaan")],
        work=make_work(title="Gelaran Malang"),
        decided_on=dt.date(2023, 9, 30),
        decided_on_precision="month",
        certificate_number="12/AMH/2023",
        remarks="Satu piagam untuk keduanya.",
    )
