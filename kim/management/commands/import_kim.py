"""Brings in a table of the KIM room: `manage.py import_kim kim.csv --table kim`."""

import sys
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from kim.intake.checks import check
from kim.intake.columns import TABLES
from kim.intake.files import read_table
from kim.intake.known import load
from kim.intake.report import Report
from kim.intake.saving import Refused, save
from kim.intake.sheets import Unreadable


class Command(BaseCommand):
    """Save every row of the file that is new or changed, or nothing at all."""

    help = (
        "Memasukkan tabel KIM, tonggak, potensi, atau pengurus dari CSV atau XLSX. Bila satu baris "
        "saja salah, tidak ada yang dimasukkan. Yang baru menjadi draf."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the file, its table, and what to do with it."""
        parser.add_argument("file", help="nama berkas; - untuk masukan baku")
        parser.add_argument("--table", required=True, choices=list(TABLES), help="isi berkas")
        parser.add_argument("--dry-run", action="store_true", help="hanya memeriksa")
        parser.add_argument("--user", default="", help="akun yang tercatat dalam riwayat")

    def handle(self, *args, file: str, table: str, dry_run: bool, user: str, **options) -> None:
        """Check, save, and say what was new; raise CommandError with every fault."""
        account = find_account(user)
        try:
            rows, notes = read_table(TABLES[table], read(file))
        except Unreadable as error:
            raise CommandError(str(error)) from error
        report = check(TABLES[table], rows, load(TABLES[table], timezone.localdate()))
        for words in [*notes, *(f"Baris {line.number}: {note}" for line, note in report.notes)]:
            self.stderr.write(words)
        refuse_faults(report)
        if dry_run:
            count = report.count()
            words = f"{count['baru']} baru, {count['berubah']} berubah, {count['sama']} sama."
            self.stdout.write(f"Tidak ada kesalahan: {words} Belum ada yang disimpan.")
            return
        try:
            saved = save(report, account)
        except Refused:
            refuse_faults(report)
        self.stdout.write(
            f"{saved.new} baru, {saved.changed} berubah, {report.count()['sama']} sama."
        )


def refuse_faults(report: Report) -> None:
    """Raise CommandError with all faults, when there are any."""
    lines = [
        f"  Baris {line.number}{f', kolom {fault.label}' if fault.column else ''}: {fault.words}"
        for line, fault in report.faults
    ]
    if lines:
        raise CommandError("\n".join(["Tidak ada yang dimasukkan.", *lines]))


def read(name: str) -> bytes:
    """Return the content of a file; raises CommandError when it cannot be opened."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} tidak dapat dibaca: {error.strerror}.") from error


def find_account(name: str):
    """Return the account of that name, None for no name; raises CommandError for a strange one."""
    if not name:
        return None
    users = get_user_model()
    account = users.objects.filter(**{users.USERNAME_FIELD: name}).first()
    if account is None:
        raise CommandError(f"Akun {name} tidak ada.")
    return account
