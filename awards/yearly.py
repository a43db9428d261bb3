"""The awards of one record over the years, each year with the address of the awards behind it."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max

from awards.filters import FIRST, Filters
from awards.querysets import FIRST_PLACE, AwardQuerySet
from malangnews.core.charts import MOST_COLUMNS, Bar, Chart, Part, Series, column_chart

CHART_TITLE = "Banyaknya setiap tahun"
PLACES = (Series("Peringkat pertama", 1), Series("Peringkat lain", 6))


@dataclass(frozen=True)
class Yearly:
    """What a record's awards amount to: drawn where there are several years, else in words.

    ``changed`` is when the latest saved of them was saved; ``address`` and ``first_address`` find
    the awards, and the first places among them, in the registry.
    """

    title: str
    count: int
    first: int
    earliest: int
    latest: int
    changed: dt.datetime
    address: str
    first_address: str
    chart: Chart | None


def yearly(awards: AwardQuerySet, id: str, title: str, **filters: str) -> Yearly | None:
    """Count ``awards`` by year in one query; None without any.

    ``filters`` are the parameters of the registry that find exactly these awards, ``id`` is the
    chart's, unique on the page.
    """
    rows = awards.counted_by_year().annotate(
        first=Count("pk", filter=FIRST_PLACE), changed=Max("updated_at")
    )
    rows = list(rows)
    if not rows:
        return None
    counts = {row["edition__year"]: (row["count"], row["first"]) for row in rows}
    earliest, latest = min(counts), max(counts)
    return Yearly(
        title=title,
        count=sum(count for count, _ in counts.values()),
        first=sum(first for _, first in counts.values()),
        earliest=earliest,
        latest=latest,
        changed=max(row["changed"] for row in rows),
        address=Filters().address(**filters),
        first_address=Filters().address(**filters, peringkat=FIRST),
        chart=_chart(counts, id, filters) if earliest < latest else None,
    )


def _chart(counts: dict[int, tuple[int, int]], id: str, filters: dict[str, str]) -> Chart:
    """Draw every year from the first to the last, or only those with awards when they are many."""
    years = range(min(counts), max(counts) + 1)
    bars = []
    for year in years if len(years) <= MOST_COLUMNS else sorted(counts):
        count, first = counts.get(year, (0, 0))
        of_year = {**filters, "tahun": str(year)}
        parts = (
            Part(first, Filters().address(**of_year, peringkat=FIRST)),
            Part(count - first),
        )
        bars.append(Bar(str(year), count, Filters().address(**of_year), parts))
    return column_chart(id, CHART_TITLE, bars, series=PLACES)
