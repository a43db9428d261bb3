"""The archive: stories by the month they were published in."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from malangnews.core.dates import MONTHS
from malangnews.news.querysets import ArticleQuerySet


@dataclass(frozen=True)
class Month:
    """A month of the archive; ``latest`` is when its youngest story changed."""

    year: int
    month: int
    count: int = 0
    latest: dt.datetime | None = None

    @property
    def name(self) -> str:
        return MONTHS[self.month - 1]

    def get_absolute_url(self) -> str:
        return reverse("news:article_archive", args=[self.year, self.month])

    def chip(self, selected: bool = False) -> dict:
        """The month as a chip: its name, address and count."""
        return {
            "label": self.name,
            "url": self.get_absolute_url(),
            "count": self.count,
            "selected": selected,
        }


@dataclass(frozen=True)
class Year:
    """A year of the archive with its months, January first."""

    year: int
    months: tuple[Month, ...]

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)

    @property
    def chips(self) -> list[dict]:
        return [month.chip() for month in self.months]

    def get_absolute_url(self) -> str:
        return reverse("news:article_archive", args=[self.year])


def months_of(articles: ArticleQuerySet) -> list[Month]:
    """Return the months in which ``articles`` were published, newest first. One query."""
    return [
        Month(row["month"].year, row["month"].month, row["count"], row["latest"])
        for row in articles.by_month()
    ]


def years_of(articles: ArticleQuerySet) -> list[Year]:
    """Return the years in which ``articles`` were published, newest first. One query."""
    years: dict[int, list[Month]] = {}
    for month in months_of(articles):
        years.setdefault(month.year, []).insert(0, month)
    return [Year(year, tuple(months)) for year, months in years.items()]
