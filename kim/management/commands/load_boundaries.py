"""Loads real boundaries: manage.py load_boundaries FILE.geojson --source ... --licence ..."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from kim.boundary_file import UnreadableBoundariesError, read_boundaries
from kim.models import Boundary, Kelurahan
from kim.simplifying import TOLERANCE, simplify_all

LARGEST = 100_000_000  # bytes
MOST_PROBLEMS = 40
WORDS = {"source_name": 200, "source_url": 500, "licence": 120}


class Command(BaseCommand):
    help = "Memuat batas 57 kelurahan dari GeoJSON: semuanya, atau tidak satu pun."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="berkas GeoJSON dalam derajat (WGS 84)")
        parser.add_argument("--source", default="", dest="source_name", help="nama sumbernya")
        parser.add_argument("--url", default="", dest="source_url", help="alamat sumbernya")
        parser.add_argument("--licence", default="", help="lisensinya, misalnya CC BY 4.0")
        parser.add_argument(
            "--tolerance",
            type=float,
            default=TOLERANCE,
            help=f"garis boleh bergeser paling jauh sekian meter (bawaan {TOLERANCE:g})",
        )
        parser.add_argument("--remove", action="store_true", help="hapus semua batas yang dimuat")

    def handle(self, *args, **options) -> None:
        if options["remove"]:
            count, _ = Boundary.objects.all().delete()
            self.stdout.write(f"{count} batas dihapus; peta tidak ditawarkan lagi.")
            return
        if not options["file"]:
            raise CommandError("Sebutkan berkas GeoJSON-nya, atau --remove.")
        source = {name: options[name].strip() for name in WORDS}
        for name, most in WORDS.items():
            if len(source[name]) > most:
                raise CommandError(f"{name} paling panjang {most} huruf.")
        if source["source_url"] and not source["source_url"].startswith(("http://", "https://")):
            raise CommandError("--url dimulai dengan https:// atau http://.")
        if not 0 <= options["tolerance"] <= 200:
            raise CommandError("--tolerance antara 0 dan 200 meter.")
        text = self._read(Path(options["file"]))
        places = list(Kelurahan.objects.all())
        try:
            areas = read_boundaries(text, places)
        except UnreadableBoundariesError as error:
            raise CommandError(_told(error.problems)) from error
        slim = simplify_all({str(key): area for key, area in areas.items()}, options["tolerance"])
        before, after = (_count(areas.values()), _count(slim.values()))
        changed = _save(slim, source)
        self.stdout.write(
            f"{changed} dari {len(slim)} batas disimpan, {len(slim) - changed} sudah sama; "
            f"{before} titik menjadi {after}."
        )

    def _read(self, path: Path) -> str:
        try:
            if path.stat().st_size > LARGEST:
                raise CommandError("Berkas itu lebih dari 100 MB; sederhanakan dahulu.")
            return path.read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            raise CommandError(f"Berkas itu tidak dapat dibaca: {error}.") from error


@transaction.atomic
def _save(areas: dict[str, list], source: dict[str, str]) -> int:
    """Write what differs from what is stored and return how many rows that was."""
    stored = {row.kelurahan_id: row for row in Boundary.objects.all()}
    changed = 0
    for key, polygons in areas.items():
        row = stored.get(int(key)) or Boundary(kelurahan_id=int(key))
        wanted = {"polygons": polygons, **source}
        if row.pk is None or any(getattr(row, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(row, name, value)
            row.save()
            changed += 1
    return changed


def _count(areas) -> int:
    return sum(len(ring) for area in areas for rings in area for ring in rings)


def _told(problems: list[str]) -> str:
    rest = len(problems) - MOST_PROBLEMS
    shown = (
        problems[:MOST_PROBLEMS] if rest <= 0 else [*problems[: MOST_PROBLEMS - 1], problems[-1]]
    )
    words = ["Tidak ada yang dimuat.", *shown]
    return "\n".join([*words, f"Dan {rest} lagi."] if rest > 0 else words)
