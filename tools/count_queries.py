"""Counts the queries of every kind of public page on a small and on a large archive.

    .venv/bin/python tools/count_queries.py [SMALL] [LARGE]

Makes two throw-away SQLite databases with the demo content and SMALL (100) or LARGE (10,000)
generated stories, opens the same addresses on both, prints both counts, and fails when a page needs
more than twelve queries or more on the large archive than on the small one.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST = 12
ADDRESSES = (
    "/",
    "/berita/",
    "/berita/?page=3",
    "/berita/tujuh-penghargaan-satu-kebersamaan/",
    "/berita/kampung-warna-warni-jodipan/",
    "/berita/rubrik/prestasi/",
    "/berita/tag/penghargaan/",
    "/berita/arsip/",
    "/berita/arsip/2023/",
    "/berita/arsip/2023/11/",
    "/berita/rss.xml",
    "/berita/atom.xml",
    "/berita/kelurahan/samaan/rss.xml",
    "/penghargaan/",
    "/penghargaan/?tahun=2023",
    "/penghargaan/?jenis=kim&penerima=kim-kim-samaan&peringkat=juara-3&ajang=kim-hackathon&q=juara",
    "/penghargaan/amh-2023-media-audiovisual-terbaik-i/",
    "/penghargaan/ajang/anugerah-media-humas/",
    "/penghargaan/ajang/jatim-public-relations-award/2023/",
    "/penghargaan/lembaga/diskominfo-kota-malang/",
    "/penghargaan/karya/gelaran-malang/",
    "/penghargaan/rss.xml",
    "/kim/",
    "/kim/?pada=2022-12-07",
    "/kim/atlas.csv",
    "/kim/atlas.json",
    "/kim/atlas.svg",
    "/kim/atlas/sematan/",
    "/kim/tonggak.csv",
    "/kim/pengurus.csv",
    "/kim/kim-samaan/",
    "/kim/kelurahan/samaan/",
    "/kim/kecamatan/klojen/",
    "/kim/potensi/",
    "/kim/potensi.csv",
    "/kim/potensi.json",
    "/kim/potensi/gerabah-penanggungan/",
    "/cari/",
    "/cari/?q=kelurahan",
    "/cari/?q=kelurahan&jenis=berita&page=2",
    "/sitemap.xml",
    "/sitemap-berita.xml",
    "/tidak-ada/",
)


def measure(stories: int) -> dict[str, int]:
    """Return the number of queries by address, on a new archive with so many generated stories."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "SECRET_KEY": "only-for-counting",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }
        for command in (["migrate", "-v0"], ["demo"], ["demo", "--articles", str(stories)]):
            subprocess.run(  # noqa: S603
                [sys.executable, "manage.py", *command],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.DEVNULL,
            )
        answer = subprocess.run(  # noqa: S603
            [sys.executable, __file__, "--here"],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(answer.stdout)


def count_here() -> dict[str, int]:
    """Open every address on the database of the environment."""
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415 (the environment chooses the database)
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    django.setup()
    client, counts = Client(), {}
    for address in ADDRESSES:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        if response.status_code != (404 if address == "/tidak-ada/" else 200):
            sys.exit(f"{address} answers {response.status_code}")
        counts[address] = len(queries)
    return counts


def main() -> int:
    """Print the table; return 1 when a page is over its budget."""
    if "--here" in sys.argv:
        print(json.dumps(count_here()))
        return 0
    numbers = [int(argument) for argument in sys.argv[1:3]] or [100, 10_000]
    small, large = (measure(number) for number in numbers)
    over = [page for page in ADDRESSES if large[page] > MOST or large[page] > small[page]]
    print(f"{'queries at':>10} {numbers[0]:>7} {numbers[1]:>7} stories")
    for page in ADDRESSES:
        print(f"{'OVER' if page in over else '':>10} {small[page]:>7} {large[page]:>7} {page}")
    print(f"{len(over)} of {len(ADDRESSES)} pages over {MOST} or growing")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
