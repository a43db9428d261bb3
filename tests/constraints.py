"""How a constraint is tested twice: the form shows its message, the database refuses the row.

Each room keeps a table ``BROKEN``: constraint name -> a function that makes an unsaved row which
breaks that constraint and no other. A house test asks for every constraint of every model.
"""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

OURS = {"core", "media", "kim", "awards", "news", "search"}


def constraint_of(row: models.Model, name: str) -> models.BaseConstraint:
    """Return the constraint of that name on the row's model."""
    return next(rule for rule in row._meta.constraints if rule.name == name)


def messages_for(row: models.Model) -> list[str]:
    """Return what a form would say about the row; an empty list when it is valid."""
    try:
        row.full_clean()
    except ValidationError as error:
        return error.messages
    return []


def assert_form_says(name: str, broken: Callable[[], models.Model]) -> None:
    """The form shows the constraint's own message, in Indonesian, and nothing else."""
    row = broken()
    rule = constraint_of(row, name)
    assert rule.violation_error_message != rule.default_violation_error_message
    assert messages_for(row) == [rule.violation_error_message]


def assert_database_refuses(name: str, broken: Callable[[], models.Model]) -> None:
    """The row cannot be saved past the form either."""
    row = broken()
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        row.save()
    # SQLite names the columns of a unique index, not the index.
    if connection.vendor == "postgresql" or "CHECK" in str(caught.value):
        assert name in str(caught.value)
