"""Loads the demo content, and on request generated rows: `manage.py demo --articles 10000`."""

import argparse

from django.core.management.base import BaseCommand, CommandParser

from malangnews.demo.generated_awards import add_awards
from malangnews.demo.generated_stories import add_stories
from malangnews.demo.loading import load_all
from malangnews.demo.series import analyze
from malangnews.search.index import rebuild


class Command(BaseCommand):
    """Make what is missing of the demo content; then add generated awards and stories."""

    help = "Memuat isi contoh dari fakta nyata; --articles dan --awards menambah isi uji."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how many generated rows to add, and the seed that orders them."""
        parser.add_argument(
            "--articles", type=whole_number, default=0, help="tambah sekian tulisan uji"
        )
        parser.add_argument(
            "--awards", type=whole_number, default=0, help="tambah sekian penghargaan uji"
        )
        parser.add_argument(
            "--seed", type=int, default=1, help="benih urutan; benih sama, isi sama"
        )

    def handle(
        self, *args: object, articles: int, awards: int, seed: int, **options: object
    ) -> None:
        """Load, add, and say what was done."""
        for line in load_all().lines():
            self.stdout.write(line)
        for line in add_awards(awards, seed):
            self.stdout.write(line)
        for line in add_stories(articles, seed):
            self.stdout.write(line)
        if articles or awards:
            analyze()
            # Generated rows are written past the signals that keep the index.
            self.stdout.write(f"indeks pencarian: {rebuild()} entri")


def whole_number(text: str) -> int:
    """Read a number of rows: ASCII digits, at most seven."""
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise argparse.ArgumentTypeError(f"{text!r} bukan bilangan bulat 0 sampai 9999999")
    return int(text)
