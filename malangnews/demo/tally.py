"""Makes rows once, by their natural key, and remembers what was made."""

from collections import Counter
from collections.abc import Iterator

from django.db import models


class Tally:
    """What a run made and what it found there already, by noun."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        self.found: Counter[str] = Counter()

    def once(
        self, rows: models.QuerySet, defaults: dict[str, object], **key: object
    ) -> tuple[models.Model, bool]:
        """Return the row of that key, and whether it had to be made from ``defaults``.

        A row that exists is left as it is: what an editor changed stays changed.
        """
        row, is_new = rows.get_or_create(**key, defaults=defaults)
        self.count(row, is_new)
        return row, is_new

    def count(self, row: models.Model, is_new: bool) -> None:
        """Remember that ``row`` was made, or was there already."""
        noun = str(type(row)._meta.verbose_name)
        self.made[noun] += is_new
        self.found[noun] += not is_new

    def lines(self) -> Iterator[str]:
        """Yield a line for each noun: "berita: 33 dibuat, 0 sudah ada"."""
        for noun in self.made:
            yield f"{noun}: {self.made[noun]} dibuat, {self.found[noun]} sudah ada"
