"""Writes the registry to a file: `manage.py export_awards --format xlsx --out awards.xlsx`."""

import os
import sys
import tempfile
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict
from django.urls import reverse

from awards.exports.about import About
from awards.exports.csv_file import csv_lines
from awards.exports.exchange import exchange_lines
from awards.exports.json_file import json_lines
from awards.exports.rows import all_public, cells
from awards.exports.standing import standing
from awards.exports.xlsx_file import write_xlsx
from awards.filters import read_filters

FORMATS = ("csv", "xlsx", "json", "json-daftar")


class Command(BaseCommand):
    """Write a table of what is public, or the exchange file that import_awards takes in."""

    help = """Menulis registri penghargaan ke berkas.

  csv, xlsx, json-daftar  tabel yang sama dengan unduhan di /penghargaan/
  json                    berkas pertukaran, untuk import_awards di portal lain

Hanya yang sudah terbit; --all menyertakan draf dan yang ditarik dalam berkas pertukaran."""

    def create_parser(self, *args, **kwargs) -> CommandParser:
        """Keep the lines of the help as they are written."""
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the form of the file, where it goes, and how much is in it."""
        parser.add_argument("--format", choices=FORMATS, default="json", help="bentuk berkas")
        parser.add_argument("--out", default="-", help="nama berkas; - untuk keluaran baku")
        parser.add_argument(
            "--all", action="store_true", help="juga draf dan yang ditarik; hanya untuk json"
        )
        parser.add_argument(
            "--site", default="", help="alamat portal dalam tabel, seperti https://contoh.go.id"
        )

    def handle(self, *args, format: str, out: str, all: bool, site: str, **options) -> None:
        """Write the file beside its place and move it there when it is whole."""
        if all and format != "json":
            raise CommandError("--all hanya untuk --format json: tabel memuat yang terbit saja.")
        site = site.rstrip("/")
        if out == "-":
            write(format, sys.stdout.buffer, all, site)
            return
        target = Path(out)
        try:
            with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
                try:
                    write(format, file, all, site)
                except BaseException:
                    os.unlink(file.name)
                    raise
            # A table may be served; a file with drafts is for its owner only.
            os.chmod(file.name, 0o600 if all else 0o644)
            os.replace(file.name, target)
        except OSError as error:
            raise CommandError(f"{out} tidak dapat ditulis: {error.strerror}.") from error
        self.stdout.write(f"{out} selesai ditulis.")


def write(form: str, file: IO[bytes], everything: bool, site: str) -> None:
    """Write the registry in one of FORMATS to an open file."""
    if form == "xlsx":
        write_xlsx(cells(all_public(), site), _about(site), file)
        return
    for part in _parts(form, everything, site):
        file.write(part)


def _parts(form: str, everything: bool, site: str) -> Iterator[bytes]:
    if form == "json":
        return (line.encode() for line in exchange_lines(everything))
    rows = cells(all_public(), site)
    return csv_lines(rows) if form == "csv" else json_lines(rows, _about(site))


def _about(site: str) -> About:
    filters = read_filters(QueryDict())
    now = standing(all_public())
    return About(
        title=filters.title,
        source=f"{site}{filters.address()}",
        dictionary=f"{site}{reverse('awards:award_data')}",
        count=now.count,
        changed=now.changed,
    )
