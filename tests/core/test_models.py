"""Constraints that every publishable model inherits."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from malangnews.core.models import Publishable, StatedFigure
from tests import factories
from tests.constraints import constraint_of
from tests.core.test_publishing import MAKERS

pytestmark = pytest.mark.django_db


@pytest.fixture(params=MAKERS)
def row(request):
    return MAKERS[request.param]()


def rule_name(row, rule):
    return f"{row._meta.app_label}_{row._meta.model_name}_{rule}"


BROKEN = {
    "published_has_time": {"status": "published", "published_at": None},
    "withdrawn_has_reason": {"status": "withdrawn", "withdrawn_at": None},
}


@pytest.mark.parametrize("rule", BROKEN)
def test_state_and_time_go_together_in_the_form(row, rule):
    constraint = constraint_of(row, rule_name(row, rule))
    for field, value in BROKEN[rule].items():
        setattr(row, field, value)
    with pytest.raises(Exception, match=constraint.violation_error_message):
        row.validate_constraints()


@pytest.mark.parametrize("rule", BROKEN)
def test_state_and_time_go_together_in_the_database(row, rule):
    rows = type(row).objects.filter(pk=row.pk)
    with pytest.raises(IntegrityError, match=rule_name(row, rule)), transaction.atomic():
        rows.update(**BROKEN[rule])


def test_withdrawal_needs_time_and_reason_both(row):
    rows = type(row).objects.filter(pk=row.pk)
    for half in ({"withdrawn_at": timezone.now()}, {"withdrawal_reason": "Sebab."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(status="withdrawn", **half)


def test_new_row_is_a_draft(row):
    assert row.status == Publishable.Status.DRAFT
    assert row.published_at is None
    assert not row.is_public


def test_status_is_no_field_of_any_form(row):
    editable = {field.name for field in row._meta.get_fields() if getattr(field, "editable", 0)}
    assert not editable & {"status", "withdrawn_at", "withdrawal_reason", "created_by"}


@pytest.mark.parametrize(("low", "high", "words"), [(43, 43, "43"), (40, 49, "40–49")])
def test_stated_figure_is_written_as_number_or_range(low, high, words):
    figure = factories.make_stated_kim_figure(value_min=low, value_max=high)
    assert isinstance(figure, StatedFigure)
    assert figure.value_text == words
