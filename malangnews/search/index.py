"""Keeping the index: writing rows into it, taking them out, building it anew."""

from collections.abc import Iterable

from django.db import connection, transaction

from malangnews.core.querysets import in_parts
from malangnews.search import store
from malangnews.search.documents import Document
from malangnews.search.keys import key_of
from malangnews.search.kinds import KINDS, documents_of
from malangnews.search.models import Entry, Name, Slip, Word
from malangnews.search.names import proper_words
from malangnews.search.spelling import slips
from malangnews.search.words import LONGEST, words_of

CHUNK = 500
# Names of these kinds stand for each other and are offered while a reader types.
NAMED = frozenset({"kim", "kelurahan", "kecamatan", "ajang", "potensi", "karya"})


@transaction.atomic
def renew(kind: str, rows: Iterable[int]) -> None:
    """Bring rows of a kind in line with the database: written when released, else taken out."""
    for part in in_parts(sorted(rows), CHUNK):
        _take_out(Entry.objects.filter(kind=kind, object_id__in=part))
        found = list(documents_of(kind, part))
        # Keys may be left from a table that was emptied past us.
        store.remove([key_of(one.kind, one.row, one.order) for one in found])
        _put_in(found)


@transaction.atomic
def rebuild() -> int:
    """Make the whole index anew; return how many rows it holds. Readers see the old one until
    it is done."""
    store.clear()
    Name.objects.all().delete()
    Entry.objects.all().delete()
    Slip.objects.all().delete()
    Word.objects.all().delete()
    for kind in KINDS:
        for part in in_parts(documents_of(kind), CHUNK):
            _put_in(part)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {store.TABLE}({store.TABLE}) VALUES ('optimize')")  # noqa: S608
    return Entry.objects.count()


def telling_of(mark: str) -> list[tuple[str, int]]:
    """Return (kind, row) of what carries a mark, such as "k12": what tells of KIM 12."""
    rows = Entry.objects.filter(marks__contains=f" {mark} ")
    return list(rows.values_list("kind", "object_id"))


def _take_out(entries) -> None:
    keys = list(entries.values_list("pk", flat=True))
    store.remove(keys)
    Entry.objects.filter(pk__in=keys).delete()


def _put_in(found: Iterable[Document]) -> None:
    rows = [(key_of(one.kind, one.row, one.order), one) for one in found]
    if not rows:
        return
    Entry.objects.bulk_create(
        Entry(
            pk=key,
            kind=one.kind,
            object_id=one.row,
            visible_from=one.visible_from,
            visible_until=one.visible_until,
            marks=f" {' '.join(sorted(one.marks))} ",
        )
        for key, one in rows
    )
    store.write(rows, proper_words())
    Name.objects.bulk_create(
        Name(phrase=phrase, head=phrase.split()[0], shown=shown[:200], entry_id=key)
        for key, one in rows
        if one.kind in NAMED
        for phrase, shown in _phrases(one).items()
    )
    _learn({word for _, one in rows for line in (*one.names, *one.lead) for word in words_of(line)})


def _phrases(document: Document) -> dict[str, str]:
    """Return {folded name: as it is shown}, each once."""
    found: dict[str, str] = {}
    for name in document.names:
        words = words_of(name)
        if words and len(" ".join(words)) <= 200:
            found.setdefault(" ".join(words), name)
    return found


def _learn(words: set[str]) -> None:
    """Remember words that are not known yet, with the forms by which they are found near."""
    words = {word for word in words if word.isalpha() and 3 <= len(word) <= LONGEST}
    words -= set(Word.objects.filter(word__in=words).values_list("word", flat=True))
    Word.objects.bulk_create([Word(word=word) for word in sorted(words)], ignore_conflicts=True)
    known = dict(Word.objects.filter(word__in=words).values_list("word", "pk"))
    Slip.objects.bulk_create(
        [Slip(form=form, word_id=known[word]) for word in sorted(words) for form in slips(word)],
        batch_size=5000,
    )
