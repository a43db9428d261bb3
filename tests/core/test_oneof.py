"""Many keys as one parameter."""

import pytest

from awards.models import Programme
from malangnews.core.oneof import OneOf
from tests.factories import make_programme

pytestmark = pytest.mark.django_db


def test_one_of_finds_the_rows_of_these_keys():
    first, second, _ = (make_programme() for _ in range(3))
    found = Programme.objects.filter(OneOf("pk", {first.pk, second.pk, 10**15}))
    assert set(found) == {first, second}


def test_one_of_nothing_finds_nothing():
    make_programme()
    assert not Programme.objects.filter(OneOf("pk", [])).exists()


def test_one_of_looks_along_relations_and_takes_more_keys_than_parameters():
    programme = make_programme()
    keys = [programme.organizer.pk, *range(10**6, 10**6 + 300_000)]
    assert list(Programme.objects.filter(OneOf("organizer__pk", keys))) == [programme]
