"""Measures the search on a large archive: CPU milliseconds of 200 mixed queries.

    make bench-search                                     # SQLite, 100,000 stories
    tools/with-postgres make bench-search STORIES=20000   # PostgreSQL

Makes the demo content and so many generated stories in a throw-away database (or in that of
DATABASE_URL, which must be empty), asks the golden queries and some of the commonest words, and
prints the median and the 95th percentile in milliseconds, and as a ratio to opening one story by
its address on the same archive. With PostgreSQL its own time is in the elapsed figure only.
"""

import csv
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = ["kota malang", "warga", "kelurahan", "klojen warga malang", "kim", "pelatihan umkm"]
QUERIES = 200


def fill(stories: int) -> None:
    """Make tables, content and index in the database of the environment."""
    for command in (["migrate", "-v0"], ["demo"], ["demo", "--articles", str(stories)]):
        subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL
        )


def measure() -> None:
    """Ask and print."""
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415 (the environment chooses the database)

    django.setup()
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from malangnews.news.models import Article  # noqa: PLC0415

    golden = (ROOT / "tests" / "search" / "golden.csv").read_text(encoding="utf-8")
    words = [row["query"] for row in csv.DictReader(golden.splitlines())] + COMMON
    client = Client()
    story = Article.objects.published().newest_first()[0].get_absolute_url()
    searches = [
        ("/cari/", {"q": text}) for text in itertools.islice(itertools.cycle(words), QUERIES)
    ]
    print(f"{Article.objects.count()} stories on {connection.vendor}, {QUERIES} pages of results")
    pages = {"search": searches, "story": [(story, {})] * 50}
    figures = {}
    for name, asked in pages.items():
        client.get(*asked[0])
        times = [_time(client, address, query) for address, query in asked]
        for kind, values in zip(("cpu", "elapsed"), zip(*times, strict=True), strict=True):
            ranked = sorted(values)
            middle, late = statistics.median(ranked), ranked[int(len(ranked) * 0.95)]
            figures[name, kind] = middle
            print(f"{name:>7} {kind:>8}: median {middle:6.1f} ms, p95 {late:6.1f} ms")
    for kind in ("cpu", "elapsed"):
        ratio = figures["search", kind] / figures["story", kind]
        print(f"search / story, {kind}: {ratio:.2f}")


def _time(client, address: str, query: dict) -> tuple[float, float]:
    """Return CPU and elapsed milliseconds of one page."""
    cpu, clock = time.process_time(), time.perf_counter()
    if client.get(address, query).status_code != 200:
        sys.exit(f"{address} {query} does not answer 200")
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000


def main() -> None:
    """Fill a database and measure in it."""
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    os.environ.setdefault("SECRET_KEY", "only-for-measuring")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        fill(stories)
        measure()


if __name__ == "__main__":
    main()
