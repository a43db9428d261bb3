"""Takes in an exchange file: `manage.py import_awards awards.json`."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from awards.exports.intake import take_in
from awards.exports.reading import Refused
from awards.exports.tables import TABLES

NAMES = {
    "organizations": "lembaga",
    "programmes": "ajang",
    "editions": "edisi",
    "people": "orang",
    "works": "karya",
    "kims": "KIM",
    "awards": "penghargaan",
    "handovers": "serah terima",
    "stated_figures": "angka pejabat",
}


class Command(BaseCommand):
    """Store everything that is in the file and not here yet, or nothing at all."""

    help = (
        "Memasukkan berkas pertukaran dari export_awards --format json. Yang sudah ada di sini "
        "tidak pernah ditimpa; bila satu saja berbeda atau salah, tidak ada yang dimasukkan."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the file."""
        parser.add_argument("file", help="nama berkas; - untuk masukan baku")

    def handle(self, *args, file: str, **options) -> None:
        """Read, store, and say how much was new; raise CommandError with every fault."""
        try:
            counts = take_in(read(file))
        except Refused as refused:
            lines = "\n".join(f"  {fault}" for fault in refused.faults)
            raise CommandError(f"Tidak ada yang dimasukkan.\n{lines}") from refused
        for table in TABLES:
            new, known = counts[table.name]["baru"], counts[table.name]["sudah ada"]
            self.stdout.write(f"{NAMES[table.name]}: {new} baru, {known} sudah ada")


def read(name: str) -> object:
    """Read a file of JSON; raises CommandError, in plain words, for anything else."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} tidak dapat dibaca: {error.strerror}.") from error
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CommandError(f"{name} bukan teks UTF-8.") from error
    except json.JSONDecodeError as error:
        raise CommandError(
            f"{name} bukan JSON yang utuh: kesalahan di baris {error.lineno}, "
            f"huruf ke-{error.colno}."
        ) from error
    except (RecursionError, ValueError) as error:
        raise CommandError(f"{name} memuat nilai yang tidak dapat dibaca.") from error
