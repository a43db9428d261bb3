"""Makes the AVIF files of photos, and WebP ones that are missing: `manage.py make_avif`.

Run it as often as you like, from a timer: each photo is recorded as soon as it is done, so that a
run that was stopped is continued by the next. Newest photos first, as readers see those.
"""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from malangnews.media.images import open_master
from malangnews.media.models import Photo
from malangnews.media.renditions import FORMATS, plan_of, remove


class Command(BaseCommand):
    """Draw what photos lack, one after the other."""

    help = "Membuat berkas AVIF (dan WebP yang belum ada) untuk semua foto di pustaka."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many photos to do at most."""
        parser.add_argument("--limit", type=int, help="paling banyak sekian foto")

    def handle(self, *args: object, limit: int | None, **options: object) -> None:
        """Draw, and tell of each photo; raises CommandError when some failed."""
        todo = [photo.pk for photo in Photo.objects.iterator() if photo.plans(*FORMATS)][:limit]
        failed = 0
        for number, pk in enumerate(todo, start=1):
            try:
                words = complete(pk)
            except OSError as error:
                failed += 1
                words = f"gagal, {type(error).__name__}"
            self.stdout.write(f"{number}/{len(todo)}  foto {pk}: {words}")
            self.stdout.flush()
        if failed:
            raise CommandError(f"{failed} foto gagal. Periksa berkasnya, lalu jalankan lagi.")
        self.stdout.write("Semua foto sudah lengkap." if not todo else "Selesai.")


def complete(pk: int) -> str:
    """Draw what one photo lacks and record it; return what was done in words.

    Drawing takes seconds, in which an editor may change or delete the photo: then what was drawn
    is thrown away. Raises OSError when a file cannot be read or written.
    """
    photo = Photo.objects.filter(pk=pk).first()
    if photo is None:
        return "sudah dihapus"
    made = photo.draw(open_master(photo.file), photo.plans(*FORMATS))
    with transaction.atomic():
        same = {key: getattr(photo, key) for key in ("pk", "focal_x", "focal_y")}
        now = Photo.objects.select_for_update().filter(file=photo.file.name, **same).first()
        if now:
            lacking = now.plans(*FORMATS)
            kept = [row for row in made if plan_of(row) in lacking]
            renditions = [*now.current_renditions(), *kept]
            Photo.objects.filter(pk=pk).update(renditions=renditions)
            drawn = made + now.renditions
        else:
            kept, renditions, drawn = [], [], made
    named = {row["name"] for row in renditions}
    remove(photo.file.storage, {row["name"] for row in drawn} - named)
    return f"{len(kept)} berkas" if now else "berubah sementara digambar, dilewati"
