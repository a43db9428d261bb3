"""The index in the database: SQLite's FTS5, PostgreSQL's tsvector with GIN, one behaviour.

Both hold the same words, made in Python (malangnews/search/words.py); the database only finds
them. Nothing is ranked here but by the key, so that results come in the same order on both.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from malangnews.search.documents import Document
from malangnews.search.query import Expression, mark_word
from malangnews.search.words import stem, words_of

TABLE = "search_index"
# What of a text is searched, in words.
LONGEST_BODY = 20_000


def write(rows: Iterable[tuple[int, Document]], protected: frozenset[str]) -> None:
    """Add rows to the index; their keys must be free. ``protected`` words get no stem."""
    if connection.vendor == "postgresql":
        sql = (
            f"INSERT INTO {TABLE} (id, names, leads, words)"  # noqa: S608
            " VALUES (%s, %s::tsvector, %s::tsvector, %s::tsvector)"
        )
        made = _vectors
    else:
        sql = f"INSERT INTO {TABLE} (rowid, names, lead, body, marks) VALUES (%s, %s, %s, %s, %s)"  # noqa: S608
        made = _columns
    values = [(key, *made(document, protected)) for key, document in rows]
    with connection.cursor() as cursor:
        cursor.executemany(sql, values)


def remove(keys: Sequence[int]) -> None:
    """Take rows out of the index; keys that are not there do no harm."""
    name = "id" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {TABLE} WHERE {name} = %s", [(key,) for key in keys])  # noqa: S608


def clear() -> None:
    """Empty the index."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608


def find(expressions: Sequence[Expression], most: int) -> list[tuple]:
    """Return (key, kind, row, marks, visible from, visible until) of at most ``most`` rows that
    each expression fits: all of the first, newest first, then all of the second. One query."""
    one = (
        "SELECT * FROM (SELECT %s AS place, e.id, e.kind, e.object_id, e.marks, e.visible_from,"  # noqa: S608
        f" e.visible_until FROM {TABLE} i JOIN search_entry e ON e.id = i.{_key()}"
        f" WHERE {{}} ORDER BY i.{_key()} DESC LIMIT %s) AS found"
    )
    rows = _read_all(one, expressions, most)
    # A database may give the parts of a union in any order.
    rows.sort(key=lambda row: (row[0], -row[1]))
    return [row[1:] for row in rows]


def counts(expressions: Sequence[Expression], most: int) -> list[int]:
    """Return how many rows each expression fits, ``most`` when it is as many or more. One query."""
    one = (
        f"SELECT %s AS place, count(*) FROM (SELECT i.{_key()} FROM {TABLE} i"  # noqa: S608
        " WHERE {} LIMIT %s) AS found"
    )
    found = dict(_read_all(one, expressions, most))
    return [found[place] for place in range(len(expressions))]


def _read_all(one: str, expressions: Sequence[Expression], most: int) -> list[tuple]:
    """Read a union of queries, one for each expression, each with its place in front."""
    union = " UNION ALL ".join(one.format(_condition(each)) for each in expressions)
    values = [
        value
        for place, expression in enumerate(expressions)
        for value in (place, _written(expression), most)
    ]
    with connection.cursor() as cursor:
        cursor.execute(union, values)
        return cursor.fetchall()


def _key() -> str:
    return "id" if connection.vendor == "postgresql" else "rowid"


def _condition(expression: Expression) -> str:
    if connection.vendor == "postgresql":
        return f"i.{expression.column} @@ %s::tsquery"
    return f"{TABLE} MATCH %s"


def _written(expression: Expression) -> str:
    return (
        expression.for_postgresql()
        if connection.vendor == "postgresql"
        else expression.for_sqlite()
    )


def _parts(document: Document, protected: frozenset[str]) -> list[set[str]]:
    """Return the words and stems of names, lead and text."""
    parts = []
    for lines in (document.names, document.lead, [document.body]):
        words = set(words_of(" ".join(lines))[:LONGEST_BODY])
        parts.append(words | {stem(word) for word in words - protected} - {""})
    return parts


def _marks(document: Document) -> set[str]:
    return {mark_word(mark) for mark in (document.kind, *document.marks)}


def _columns(document: Document, protected: frozenset[str]) -> list[str]:
    parts = [*_parts(document, protected), _marks(document)]
    return [" ".join(sorted(words)) for words in parts]


def _vectors(document: Document, protected: frozenset[str]) -> list[str]:
    """Return the words of each scope as a tsvector is written, the marks in each."""
    vectors, words = [], _marks(document)
    for part in _parts(document, protected):
        words = words | part
        vectors.append(" ".join(f"'{word}'" for word in sorted(words)))
    return vectors
