"""A test for one of many keys that takes them as a single parameter, however many they are."""

import json
from collections.abc import Iterable

from django.db.models import BooleanField, Func, TextField, Value


class OneOf(Func):
    """True for rows whose ``name`` is one of ``keys``: ``rows.filter(OneOf("pk", keys))``.

    ``pk__in`` writes a parameter for every key; a database takes only so many, and Django and the
    database both read each one.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(self, name: str, keys: Iterable[int]) -> None:
        """Take the name of a column of whole numbers, and the numbers."""
        super().__init__(name, Value(json.dumps(sorted(keys)), output_field=TextField()))

    def as_sqlite(self, compiler, connection):
        """Return the test as SQLite says it."""
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s))",
            arg_joiner=" IN (SELECT value FROM json_each(",
        )

    def as_postgresql(self, compiler, connection):
        """Return the test as PostgreSQL says it."""
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s::jsonb)::bigint)",
            arg_joiner=" IN (SELECT jsonb_array_elements_text(",
        )
