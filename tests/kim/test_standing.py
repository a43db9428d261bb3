"""kim/standing.py: what can be said of one group, and what proves it."""

import datetime as dt

import pytest

from kim.models import KimMilestone
from kim.standing import standing

TODAY = dt.date(2023, 11, 6)


def steps(*kinds_and_days):
    """Milestones as they would be stored, without a database."""
    return [
        KimMilestone(
            kind=kind, happened_on=dt.date.fromisoformat(day), state=KimMilestone.STATE_AFTER[kind]
        )
        for kind, day in kinds_and_days
    ]


def test_standing_without_milestones_is_empty():
    result = standing([], TODAY)
    assert (result.state, result.since, result.evidence) == ("", None, None)
    assert result.label == "Belum tercatat"


def test_standing_is_since_the_first_step_of_the_unbroken_run():
    life = steps(
        ("proposed", "2019-11-01"),
        ("formed", "2020-01-14"),
        ("trained", "2020-02-01"),
        ("decreed", "2020-03-16"),
    )
    result = standing(life, TODAY)
    assert result.state == "active"
    assert result.since.kind == "formed"
    assert result.evidence.kind == "decreed"
    assert not result.is_since_at_latest


def test_standing_starts_anew_after_a_dormant_time():
    life = steps(("formed", "2010-01-01"), ("dormant", "2015-01-01"), ("reactivated", "2020-01-01"))
    assert standing(life, TODAY).since.kind == "reactivated"
    assert standing(life, dt.date(2016, 1, 1)).state == "dormant"


def test_standing_ignores_what_is_still_to_come():
    life = steps(("proposed", "2023-01-01"), ("formed", "2024-01-01"))
    assert standing(life, TODAY).state == "in_process"


@pytest.mark.parametrize("kind", ["attested", "registered"])
def test_standing_proved_by_a_later_record_holds_at_the_latest(kind):
    assert standing(steps((kind, "2020-11-30")), TODAY).is_since_at_latest
