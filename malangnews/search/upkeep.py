"""Keeps the index in step: what is saved, moved or deleted in a room is renewed when it is sure.

Rows are noted while a transaction runs and renewed once it has ended well, each once.
"""

import logging

from django.apps import AppConfig
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_save

from awards.models import Award, Edition, Organization, Person, Programme, Recipient, Work
from kim.models import Kelurahan, Kim
from malangnews.core.querysets import moved
from malangnews.news.models import Article, Rubric
from malangnews.search.index import rebuild, renew, telling_of
from malangnews.search.kinds import KINDS
from malangnews.search.models import Entry
from malangnews.search.store import TABLE

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


def _rows_of(obj: Model) -> list[Row]:
    """Return all that the index holds of a row, and of what is called by it."""
    rows = []
    if type(obj) in OF_MODEL:
        rows.append((OF_MODEL[type(obj)], obj.pk))
    if isinstance(obj, Recipient):
        rows.append(("penghargaan", obj.award_id))
    if isinstance(obj, Award):
        rows += [
            ("ajang", obj.edition.programme_id),
            *([("karya", obj.work_id)] if obj.work_id else []),
        ]
    if isinstance(obj, IN_AWARDS):
        rows += [("penghargaan", pk) for pk in obj.awards.values_list("pk", flat=True)]
    if isinstance(obj, Organization):
        rows += [("ajang", pk) for pk in obj.programmes.values_list("pk", flat=True)]
    if getattr(obj, "_search_named_anew", True) and type(obj) in LETTERS:
        rows += telling_of(f"{LETTERS[type(obj)]}{obj.pk}")
    return rows


def _named(obj: Model) -> tuple[str, bool]:
    """Return what others show of a row: its name, and whether it may be shown at all."""
    short = getattr(obj, "abbreviation", "")
    return f"{obj} {short}", getattr(obj, "is_public", True)


def _before(sender, instance, **kwargs):
    """Note whether a row is called otherwise than before: only then others are renewed too."""
    old = sender._base_manager.filter(pk=instance.pk).first()
    instance._search_named_anew = old is not None and _named(old) != _named(instance)


def _saved(instance, raw=False, **kwargs):
    if not raw:
        note(*_rows_of(instance))


def _deleted(instance, **kwargs):
    instance._search_named_anew = True
    note(*_rows_of(instance))


def _linked(sender, instance, action, **kwargs):
    if action.startswith("post") and isinstance(instance, Article):
        note(("berita", instance.pk))


def _moved(sender, rows, **kwargs):
    if sender in OF_MODEL:
        for obj in sender.objects.filter(pk__in=rows):
            note(*_rows_of(obj))


def _migrated(**kwargs):
    """Fill the index of a portal that had none, and of one whose tables were emptied."""
    tables = transaction.get_connection().introspection.table_names()
    # Going back to before the index was, its tables are gone.
    if {TABLE, Entry._meta.db_table} <= set(tables) and not Entry.objects.exists():
        rebuild()


def watch(app: AppConfig) -> None:
    """Listen to the rooms; called once, when the portal starts."""
    post_migrate.connect(_migrated, sender=app, dispatch_uid="search migrated")
    for model in LETTERS:
        pre_save.connect(_before, sender=model, dispatch_uid=f"search before {model.__name__}")
    for model in {*OF_MODEL, *LETTERS, *IN_AWARDS, Recipient}:
        post_save.connect(_saved, sender=model, dispatch_uid=f"search {model.__name__}")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"search {model.__name__}")
    for name in ("kims", "kelurahan", "awards", "tags"):
        through = getattr(Article, name).through
        m2m_changed.connect(_linked, sender=through, dispatch_uid=f"search {name}")
    moved.connect(_moved, dispatch_uid="search moved")
