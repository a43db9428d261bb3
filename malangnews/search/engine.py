"""The search itself: words in; what holds them out, the most telling first.

Rows come in steps. First what is called exactly that. Then, newest first within each step: all
words in the name as typed; in the name by stem or synonym; in name and lead; anywhere. A step
costs the same however many stories there are, since at most MOST rows are read of it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.utils import timezone

from malangnews.search import store
from malangnews.search.keys import KINDS
from malangnews.search.models import Slip
from malangnews.search.names import meanings_of, proper_words, synonyms
from malangnews.search.query import (
    EVERYWHERE,
    LEADS,
    NAMES,
    Expression,
    Phrase,
    parts_of,
    read_words,
)
from malangnews.search.spelling import nearest, slips
from malangnews.search.words import STOP_WORDS, stem

#: So many results are counted and can be paged through; of more, only that there are more.
MOST = 1000
STEPS = ((NAMES, False), (NAMES, True), (LEADS, True), (EVERYWHERE, True))
FEW = 3


@dataclass(frozen=True)
class Hit:
    """A row that was found."""

    kind: str
    row: int
    marks: tuple[str, ...] = ()


@dataclass
class Found:
    """``hits`` of ``words`` in their order, and how many there are of each kind; ``meant`` is what
    the words find as they may have been meant, when that is more."""

    words: list[str]
    hits: list[Hit] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    meant: "Found | None" = None
    expression: Expression | None = None

    @property
    def count(self) -> int:
        return min(len(self.hits), MOST)

    @property
    def has_more(self) -> bool:
        """True when there are more than could be counted."""
        return len(self.hits) > MOST

    def marks(self, letter: str) -> Counter:
        """Return how many hits carry each mark of that letter: {"2023": 7}."""
        return Counter(
            mark[1:] for hit in self.hits[:MOST] for mark in hit.marks if mark[0] == letter
        )


def search(text: str, kind: str = "", marks: tuple[str, ...] = (), newest: bool = False) -> Found:
    """Return what holds all words of ``text``: of one kind if it is given, with all ``marks``.

    ``newest`` puts the newest first instead of the most telling. When little is found, words near
    those that are not known are tried too.
    """
    words = read_words(text)
    if not words:
        return Found([])
    taught = synonyms()
    found = _look(words, taught, kind, marks, newest)
    if len(found.hits) <= FEW:
        better = _mended(words)
        meant = _look(better, taught, kind, marks, newest) if better else None
        found.meant = meant if meant and len(meant.hits) > len(found.hits) else None
    return found


def _look(
    words: list[str],
    taught: list[set[Phrase]],
    kind: str,
    marks: tuple[str, ...],
    newest: bool,
) -> Found:
    meanings, called = meanings_of(words, taught)
    everywhere = Expression(parts_of(words, meanings), marks=marks, protected=proper_words())
    found = Found(words, expression=everywhere)
    wanted = replace(everywhere, marks=(*marks, kind) if kind else marks)
    steps = STEPS[-1:] if newest else STEPS
    asked = [replace(wanted, scope=scope, is_loose=is_loose) for scope, is_loose in steps]
    rows = store.find(asked, MOST + 1)
    if not newest:
        rows.sort(key=lambda row: row[0] not in called)
    _gather(found, rows)
    if rows or kind:
        found.kinds = _by_kind(everywhere)
    return found


def _gather(found: Found, rows: list[tuple]) -> None:
    """Take the rows that show now, each once, up to one more than are counted."""
    now, seen = timezone.now(), set()
    for key, kind, row, marks, visible_from, visible_until in rows:
        if len(found.hits) > MOST:
            return
        if key in seen or not _shows(visible_from, visible_until, now):
            continue
        seen.add(key)
        found.hits.append(Hit(kind, row, tuple(marks.split())))


def _shows(
    start: dt.datetime | str | None, end: dt.datetime | str | None, now: dt.datetime
) -> bool:
    """Say whether a row shows now. SQLite gives times as text."""
    start, end = _moment(start), _moment(end)
    return (start is None or start <= now) and (end is None or end > now)


def _moment(value: dt.datetime | str | None) -> dt.datetime | None:
    """Return a time as a database gives it past the ORM: SQLite keeps UTC without saying so."""
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    return value.replace(tzinfo=dt.UTC) if value and value.tzinfo is None else value


def _by_kind(expression: Expression) -> dict[str, int]:
    """Return how many rows of each kind there are, MOST + 1 for more than can be counted."""
    each = [replace(expression, marks=(*expression.marks, kind)) for kind in KINDS]
    counts = zip(KINDS, store.counts(each, MOST + 1), strict=True)
    return {kind: number for kind, number in counts if number}


def _mended(words: list[str]) -> list[str]:
    """Return the words with known ones for those that are not, [] when there is none to change.
    One query."""
    forms = {word: slips(word) for word in words if word not in STOP_WORDS}
    near = Slip.objects.filter(form__in=set().union(*forms.values()))
    known = dict.fromkeys(near.values_list("word__word", flat=True))
    mended = [
        _near(word, forms[word], known) if word not in known and forms.get(word) else ""
        for word in words
    ]
    if not any(mended):
        return []
    return [other or word for word, other in zip(words, mended, strict=True)]


def _near(word: str, forms: set[str], known: Iterable[str]) -> str:
    """Return the known word that a typed one most likely means; "" without any."""
    root = stem(word)
    others = {one for one in known if forms & slips(one) and stem(one) != root}
    return nearest(word, others)
