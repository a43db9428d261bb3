"""What a page of results shows: each row with its address, its name and the passage found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model, QuerySet

from malangnews.search.engine import Hit
from malangnews.search.excerpts import Piece, excerpt, pieces
from malangnews.search.kinds import KINDS


@dataclass(frozen=True)
class Result:
    """One row among the results; ``said`` stands above its name."""

    kind: str
    said: str
    url: str
    name: list[Piece]
    passage: list[Piece]


def results(hits: Iterable[Hit], wanted: frozenset[str]) -> list[Result]:
    """Read the rows of ``hits`` and return them in the same order, a few queries a kind.

    What is not public now is left out, whatever the index says.
    """
    hits = list(hits)
    asked: dict[str, list[int]] = defaultdict(list)
    for hit in hits:
        asked[hit.kind].append(hit.row)
    found = {
        (kind, row.pk): _result(kind, row, wanted)
        for kind, rows in asked.items()
        for row in _rows(kind).filter(pk__in=rows)
    }
    return [found[hit.kind, hit.row] for hit in hits if (hit.kind, hit.row) in found]


def _rows(kind: str) -> QuerySet:
    """Return the public rows of a kind, with what a result shows of them."""
    rows = KINDS[kind].rows(False)
    return rows.prefetch_related(None) if kind == "berita" else rows


def _result(kind: str, row: Model, wanted: frozenset[str]) -> Result:
    return Result(
        kind=kind,
        said=KINDS[kind].said(row),
        url=row.get_absolute_url(),
        name=pieces(str(row), wanted),
        passage=excerpt(KINDS[kind].lines(row), wanted),
    )
