"""What readers look for, and what they shall find at once: on the demo's real facts."""

import csv
from pathlib import Path

import pytest

from malangnews.demo.loading import load_all
from malangnews.search.engine import search
from malangnews.search.index import rebuild
from malangnews.search.results import results

pytestmark = pytest.mark.django_db

GOLDEN = (Path(__file__).parent / "golden.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(GOLDEN.splitlines()))
AIM, FIRST_AIM = 0.95, 0.80


def addresses(query: str, most: int = 3) -> list[str]:
    """The first addresses that a reader is shown; of the mended words when nothing else is."""
    found = search(query)
    if not found.hits and found.meant:
        found = found.meant
    return [result.url for result in results(found.hits[:most], frozenset())]


def test_readers_find_in_one_try(client, capsys):
    load_all()
    rebuild()
    assert len(ROWS) >= 120
    missed, firsts = [], 0
    for row in ROWS:
        expected, shown = set(row["expected"].split("|")), addresses(row["query"])
        firsts += bool(expected & set(shown[:1]))
        if not expected & set(shown):
            missed.append(f"{row['query']!r} ({row['about']}): {shown}")
    ratio, first = 1 - len(missed) / len(ROWS), firsts / len(ROWS)
    with capsys.disabled():
        print(f"\n{len(ROWS)} queries: {ratio:.3f} in the first three, {first:.3f} first")  # noqa: T201
    assert ratio >= AIM, "\n".join(missed)
    assert first >= FIRST_AIM
    for path in {path for row in ROWS for path in row["expected"].split("|")}:
        assert client.get(path).status_code == 200, path
