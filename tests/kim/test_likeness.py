"""Names of groups that may mean one and the same group."""

import pytest

from kim.likeness import alike
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("KIM Lestari Tunjungskar", True),
        ("lestari tunjungsekar", True),
        ("Kelompok Informasi Masyarakat Lestari", True),
        ("KIM Purwoagung", True),
        ("KIM Kartika", False),
        ("KIM", False),
        ("", False),
    ],
)
def test_names_alike_are_found_by_name_and_by_other_spelling(asked, found):
    others = [
        make.make_kim(name="KIM Lestari Tunjungsekar", aliases="Purwoagung\nKIM Lain"),
        make.make_kim(name="KIM Kayutangan"),
    ]
    assert alike(asked, others) == (others[:1] if found else [])
