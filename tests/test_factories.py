"""The makers themselves: what they make is valid, in every state."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db

PUBLISHABLES = (
    factories.make_article,
    factories.make_award,
    factories.make_handover,
    factories.make_kim,
    factories.make_potential,
)


@pytest.mark.parametrize("maker", PUBLISHABLES)
@pytest.mark.parametrize("state", factories.STATES)
def test_publishable_is_made_in_every_state(maker, state):
    row = maker(state=state)
    row.full_clean()
    assert row.status == {"scheduled": "published"}.get(state, state)
    assert type(row).objects.published().filter(pk=row.pk).exists() is (state == "published")


@pytest.mark.parametrize(
    "maker",
    [
        factories.make_edition,
        factories.make_organization,
        factories.make_person,
        factories.make_photo,
        factories.make_programme,
        factories.make_rubric,
        factories.make_initial,
        factories.make_stated_award_figure,
        factories.make_stated_kim_figure,
        factories.make_work,
        factories.make_member,
    ],
)
def test_made_rows_are_valid(maker):
    first, second = maker(), maker()
    second.full_clean()
    assert first.pk != second.pk
