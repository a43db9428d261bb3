"""manage.py index_search: builds the search index anew."""

from django.core.management.base import BaseCommand

from malangnews.search.index import rebuild
from malangnews.search.models import Entry


class Command(BaseCommand):
    help = "Membuat ulang indeks pencarian; pembaca memakai yang lama sampai selesai."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="hanya bila belum ada indeks sama sekali"
        )

    def handle(self, *args, if_empty, **options):
        if if_empty and Entry.objects.exists():
            return
        self.stdout.write(f"{rebuild()} entri diindeks.")
