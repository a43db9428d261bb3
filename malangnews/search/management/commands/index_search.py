"""manage.py index_search: builds the search index anew."""

from django.core.management.base import BaseCommand

from malangnews.search.index import rebuild


class Command(BaseCommand):
    help = "Membuat ulang indeks pencarian; pembaca memakai yang lama sampai selesai."

    def handle(self, *args, **options):
        self.stdout.write(f"{rebuild()} entri diindeks.")
