"""What the registry may lack: where officials counted more, and where years have no record.

Says what can be seen from the public records alone. What never reached the office, or was entered
and not won, no record can show; the pages say so in words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from awards.figures import StatedGroup, group_stated
from awards.models import Award, StatedAwardFigure
from awards.querysets import AwardQuerySet
from awards.statistics import Cell


@dataclass(frozen=True)
class Unseen:
    """A programme with awards in other years, and the years beside them without any."""

    name: str
    url: str
    years: tuple[int, ...]

    @property
    def years_text(self) -> str:
        """The years in words: "2020", "2020 dan 2021", "2019, 2020, dan 2022"."""
        *most, last = map(str, self.years)
        if len(most) < 2:
            return " dan ".join([*most, last])
        return f"{', '.join(most)}, dan {last}"


@dataclass(frozen=True)
class Lacking:
    """How many awards lack a fact that a reader may look for, in the words of the page."""

    words: str
    count: int


def stated_groups(counted: Iterable[Cell], year: int | None = None) -> list[StatedGroup]:
    """Return what officials stated, for one year or all, beside the awards counted; one query.

    Groups by year, measure and level, the latest year first. ``counted`` are the cells of all
    public awards.
    """
    recorded = Counter()
    for cell in counted:
        recorded[cell.year, cell.level] += cell.count
        recorded[cell.year, ""] += cell.count
    rows = StatedAwardFigure.objects.order_by("-year", "measure", "level", "as_of")
    if year is not None:
        rows = rows.filter(year=year)
    return group_stated(rows, recorded)


def unseen_programmes(counted: Iterable[Cell], year: int | None = None) -> list[Unseen]:
    """Return programmes that may have had awards which are not recorded here, by name.

    For one year: those with awards in the year before or after and none in it. Without a year:
    those with years left out between their first and their last.
    """
    years, names = defaultdict(set), {}
    for cell in counted:
        years[cell.programme].add(cell.year)
        names[cell.programme] = cell.programme_name
    found = []
    for slug, seen in years.items():
        if year is None:
            lost = tuple(sorted(set(range(min(seen), max(seen))) - seen))
        else:
            lost = (year,) if year not in seen and {year - 1, year + 1} & seen else ()
        if lost:
            found.append(Unseen(names[slug], reverse("awards:programme_detail", args=[slug]), lost))
    return sorted(found, key=lambda one: one.name)


def silent_years(counted: Iterable[Cell]) -> list[int]:
    """Return the years without any award between the first on record and this year."""
    seen = {cell.year for cell in counted}
    if not seen:
        return []
    return sorted(set(range(min(seen), timezone.localdate().year)) - seen)


def lacking_facts(awards: AwardQuerySet) -> list[Lacking]:
    """Return how many of ``awards`` lack a date, an organiser or a category; one query."""
    row = awards.order_by().aggregate(
        undated=Count("pk", filter=Q(conferred_on=None, edition__conferred_on=None)),
        without_organizer=Count("pk", filter=Q(edition__programme__organizer=None)),
        without_category=Count("pk", filter=Q(category="")),
    )
    return _lacking(**row)


def lacking_in(awards: list[Award]) -> list[Lacking]:
    """Return the same for awards that are loaded with their editions and programmes."""
    return _lacking(
        undated=sum(award.conferred[0] is None for award in awards),
        without_organizer=sum(award.edition.programme.organizer_id is None for award in awards),
        without_category=sum(not award.category for award in awards),
    )


def _lacking(undated: int, without_organizer: int, without_category: int) -> list[Lacking]:
    counts = {
        "tanpa tanggal penganugerahan": undated,
        "tanpa penyelenggara yang diketahui": without_organizer,
        "tanpa kategori": without_category,
    }
    return [Lacking(words, count) for words, count in counts.items() if count]
