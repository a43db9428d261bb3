"""Keeps the index in step: what core.changes tells of is renewed when it is sure.

Rows are noted while a transaction runs and renewed once it has ended well, each once.
"""

import logging

from django.db import DatabaseError, transaction
from django.db.models import Model

from awards.models import Award, Edition, Organization, Person, Programme, Recipient, Work
from kim.models import Kelurahan, Kim
from malangnews.news.models import Rubric
from malangnews.search.index import renew, telling_of
from malangnews.search.kinds import KINDS

logger = logging.getLogger(__name__)
OF_MODEL = {kind.model: key for key, kind in KINDS.items()}
#: Models whose rows are named in what others hold, and the letter that these are marked by.
LETTERS = {Kim: "k", Kelurahan: "p", Rubric: "r", Programme: "a"}
#: Models that awards name.
IN_AWARDS = (Edition, Organization, Person, Work)

Row = tuple[str, int]


class _Noted:
    """The rows that a transaction has touched, renewed when it ends."""

    def __init__(self):
        self.rows: set[Row] = set()

    def __call__(self) -> None:
        rows, self.rows = self.rows, set()
        try:
            for kind in KINDS:
                touched = [row for key, row in rows if key == kind]
                if touched:
                    renew(kind, touched)
        except DatabaseError:
            # The row itself is saved; `manage.py index_search` brings the index in line.
            logger.exception("The search index was not renewed for %d rows", len(rows))


def note(*rows: Row) -> None:
    """Have rows (kind, primary key) renewed when the transaction that runs now has ended well."""
    connection = transaction.get_connection()
    waiting = next(
        (action for _, action, _ in connection.run_on_commit if isinstance(action, _Noted)), None
    )
    if waiting is None:
        waiting = _Noted()
        waiting.rows.update(rows)
        transaction.on_commit(waiting)
    else:
        waiting.rows.update(rows)


def told(obj: Model, is_renamed: bool) -> None:
    """Have renewed what the index holds of a row, and of what names it."""
    rows = []
    if type(obj) in OF_MODEL:
        rows.append((OF_MODEL[type(obj)], obj.pk))
    if isinstance(obj, Recipient):
        rows.append(("penghargaan", obj.award_id))
    if isinstance(obj, Award):
        rows.append(("ajang", obj.edition.programme_id))
        rows += [("karya", obj.work_id)] if obj.work_id else []
    if isinstance(obj, IN_AWARDS):
        rows += [("penghargaan", pk) for pk in obj.awards.values_list("pk", flat=True)]
    if isinstance(obj, Organization):
        rows += [("ajang", pk) for pk in obj.programmes.values_list("pk", flat=True)]
    if is_renamed and type(obj) in LETTERS:
        rows += telling_of(f"{LETTERS[type(obj)]}{obj.pk}")
    if rows:
        note(*rows)
