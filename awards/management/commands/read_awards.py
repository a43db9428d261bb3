"""Reads the awards out of a text file: `manage.py read_awards FILE [--json]`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from awards.reading.reader import read


class Command(BaseCommand):
    """Print what the reader proposes; nothing is saved."""

    help = "Membaca usulan catatan penghargaan dari sebuah naskah. Tidak menyimpan apa pun."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and whether to print JSON."""
        parser.add_argument("file", help="berkas naskah (teks UTF-8)")
        parser.add_argument("--json", action="store_true", help="cetak sebagai JSON")

    def handle(self, *args: object, file: str, json: bool = False, **options: object) -> None:
        """Print the readings in the text's order; raises CommandError if there is no such file."""
        try:
            text = Path(file).read_text(encoding="utf-8-sig", errors="replace")
        except (OSError, ValueError) as error:
            raise CommandError(f"Naskah tidak dapat dibaca: {file}") from error
        rows = [reading.row() for reading in read(text)]
        self.stdout.write(as_json(rows) if json else as_lines(rows))


def as_json(rows: list[dict]) -> str:
    """Return rows as JSON that people can read."""
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_lines(rows: list[dict]) -> str:
    """Return one line a row, in words."""
    if not rows:
        return "Tidak ada penghargaan yang terbaca."
    lines = []
    for row in rows:
        parts = (row["recipient"], row["rank"], row["category"], row["event"], row["year"])
        lines.append(
            " | ".join(str(part) for part in parts if part)
            + (" (riwayat)" if row["historic"] else "")
        )
    return "\n".join(lines)
