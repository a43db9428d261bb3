"""Times the registry's list in random states, and counts its queries.

    .venv/bin/python tools/time_registry.py [AWARDS] [STATES]
    tools/with-postgres .venv/bin/python tools/time_registry.py

Makes a throw-away SQLite database (or uses the empty PostgreSQL of the environment) with the demo
content and AWARDS (50,000) generated awards, opens STATES (20) random states of /penghargaan/ by
following its own links, and prints milliseconds of the processor and queries of each. Fails when a
state needs more than ten queries, or the middle one more than 150 ms.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5  # the best counts
MOST_QUERIES, MOST_MILLISECONDS = 10, 150
WORDS = ("juara", "video dinas", "2019 uji", "samaan", "malang", "tidak-ada")


def fill(awards: int, environment: dict[str, str]) -> None:
    """Make tables and rows."""
    for command in (["migrate", "-v0"], ["demo", "--awards", str(awards)]):
        subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )


def states(client, number: int) -> list[str]:
    """Return addresses of random states: some options chosen in turn, words, orders, pages."""
    chance, found = random.Random(5), ["/penghargaan/"]  # noqa: S311 (any states will do)
    while len(found) < number:
        filters = client.get("/penghargaan/").context["filters"]
        for _ in range(chance.randint(1, 4)):
            address = filters.address()
            facets = [
                facet
                for facet in client.get(address).context["facets"]
                if facet["name"] not in filters.chosen
            ]
            options = [option for facet in facets for option in facet["options"][:1]]
            options += [option for facet in facets for option in facet["options"][1:4]]
            address = chance.choice(options)["url"] if options else address
            filters = client.get(address).context["filters"]
        changes = {"urut": chance.choice(["", "", "terlama", "peringkat", "nama"])}
        if chance.random() < 0.3:
            changes["q"] = chance.choice(WORDS)
        if chance.random() < 0.3:
            changes["page"] = "3"
        found.append(filters.address(**changes))
    return found


def processor_clock(connection) -> Callable[[], float]:
    """Return a clock of the processor time that a page takes, whatever else the machine does.

    SQLite works in this process; a PostgreSQL server on this machine in one of its own. Of a
    server elsewhere, or on a system without /proc, only the time on the wall can be told.
    """
    if connection.vendor == "sqlite":
        return time.process_time
    connection.ensure_connection()
    server = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    if not server.exists():
        return time.perf_counter
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9


def measure(number: int) -> int:
    """Open the states on the database of the environment; print, and return the exit code."""
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415 (the environment chooses the database)
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import (  # noqa: PLC0415
        CaptureQueriesContext,
        setup_test_environment,
        teardown_test_environment,
    )

    django.setup()
    setup_test_environment()  # keeps what templates are given
    client, times, counts = Client(), [], []
    addresses = states(client, number)
    teardown_test_environment()
    clock = processor_clock(connection)
    for address in addresses:
        runs = []
        for _ in range(RUNS):
            began = clock()
            client.get(address)
            runs.append((clock() - began) * 1000)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        times.append(min(runs))
        counts.append(len(queries))
        print(f"{times[-1]:7.0f} ms {counts[-1]:3} queries {address}")
    middle = statistics.median(times)
    print(f"{connection.vendor}: p50 {middle:.0f} ms, slowest {max(times):.0f} ms, ", end="")
    print(f"at most {max(counts)} queries")
    return 1 if max(counts) > MOST_QUERIES or middle > MOST_MILLISECONDS else 0


def main() -> int:
    """Fill a database and measure; with --here measure the one of the environment."""
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    awards, number = (numbers + [50_000, 20][len(numbers) :])[:2]
    if "--here" in sys.argv:
        return measure(number)
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "SECRET_KEY": "only-for-timing",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        environment.setdefault("DATABASE_URL", f"sqlite:///{folder}/db.sqlite3")
        fill(awards, environment)
        command = [sys.executable, __file__, "--here", str(awards), str(number)]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
