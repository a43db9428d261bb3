"""The index in the database: SQLite's FTS5, PostgreSQL's tsvector with GIN, one behaviour.

Both hold the same words, made in Python (malangnews/search/words.py); the database only finds
them. Nothing is ranked here but by the key, so that results come in the same order on both.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from malangnews.search.documents import Document
from malangnews.search.query import Expression
from malangnews.search.words import stem, words_of

TABLE = "search_index"
#: Parts of a row in the index, from the most telling on, and their weights in PostgreSQL.
PARTS = {"names": "A", "lead": "B", "body": "C"}
MARK = "8"
BREAK = "7"
# What of a text is searched, in words; PostgreSQL keeps places up to 16,383.
LONGEST_BODY = 12_000


def mark_word(mark: str) -> str:
    """Return the word by which the index knows a mark: "y2023" is "8y2023"."""
    return MARK + mark


def write(rows: Iterable[tuple[int, Document]], protected: frozenset[str]) -> None:
    """Add rows to the index; their keys must be free. ``protected`` words get no stem."""
    if connection.vendor == "postgresql":
        sql = f"INSERT INTO {TABLE} (id, words) VALUES (%s, %s::tsvector)"  # noqa: S608
        values = [(key, _vector(document, protected)) for key, document in rows]
    else:
        sql = (
            f"INSERT INTO {TABLE} (rowid, names, names_stems, lead, lead_stems, body,"  # noqa: S608
            " body_stems, marks) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
        )
        values = [(key, *_columns(document, protected)) for key, document in rows]
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
        f" WHERE {_condition()} ORDER BY i.{_key()} DESC LIMIT %s) AS found"
    )
    rows = _read(" UNION ALL ".join([one] * len(expressions)), _placed(expressions, most))
    # A database may give the parts of a union in any order.
    rows.sort(key=lambda row: (row[0], -row[1]))
    return [row[1:] for row in rows]


def counts(expressions: Sequence[Expression], most: int) -> list[int]:
    """Return how many rows each expression fits, ``most`` when it is as many or more. One query."""
    one = (
        f"SELECT %s AS place, count(*) FROM (SELECT i.{_key()} FROM {TABLE} i"  # noqa: S608
        f" WHERE {_condition()} LIMIT %s) AS found"
    )
    rows = _read(" UNION ALL ".join([one] * len(expressions)), _placed(expressions, most))
    found = dict(rows)
    return [found[place] for place in range(len(expressions))]


def _placed(expressions: Sequence[Expression], most: int) -> list:
    """Return the values of a union of queries, one for each expression."""
    return [
        value
        for place, expression in enumerate(expressions)
        for value in (place, _written(expression), most)
    ]


def _key() -> str:
    return "id" if connection.vendor == "postgresql" else "rowid"


def _condition() -> str:
    if connection.vendor == "postgresql":
        return "i.words @@ %s::tsquery"
    return f"{TABLE} MATCH %s"


def _written(expression: Expression) -> str:
    return (
        expression.for_postgresql()
        if connection.vendor == "postgresql"
        else expression.for_sqlite()
    )


def _read(sql: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _parts(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Yield each part and its words; what no phrase may cross is parted by a break."""
    texts = {"names": document.names, "lead": document.lead, "body": document.body.split("\n")}
    for name, lines in texts.items():
        words = []
        for line in lines:
            words += [*words_of(line), BREAK]
        yield name, words[:LONGEST_BODY]


def _columns(document: Document, protected: frozenset[str]) -> list[str]:
    columns = []
    for _, words in _parts(document):
        stems = {stem(word) for word in words if word not in protected}
        columns += [" ".join(words), " ".join(sorted(stems - {""}))]
    return [*columns, " ".join(sorted(map(mark_word, _all_marks(document))))]


def _vector(document: Document, protected: frozenset[str]) -> str:
    """Return the words as a tsvector is written: 'kim':1A '9kim':1A."""
    places: dict[str, list[str]] = {}
    at = 0
    for name, words in _parts(document):
        for at, word in enumerate(words, at + 1):  # noqa: B020
            marked = f"{at}{PARTS[name]}"
            places.setdefault(word, []).append(marked)
            if word not in protected and (root := stem(word)):
                places.setdefault(root, []).append(marked)
    written = [f"'{word}':{','.join(found[:250])}" for word, found in places.items()]
    return " ".join([*written, *(f"'{mark_word(mark)}'" for mark in _all_marks(document))])


def _all_marks(document: Document) -> list[str]:
    return [document.kind, *document.marks]
