"""Awards as the pages of this room list them, reached through the data and not by an import."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, QuerySet, Window
from django.urls import reverse

from kim.models import Kelurahan, Kim

# Pages show the newest; the registry has them all.
SHOWN = 20
MOST_SOURCES = 6


@dataclass(frozen=True)
class Honours:
    """What a group or a place won: the newest awards, how many in all and by year, the sources.

    ``address`` finds the awards in the registry, ``years`` are chips that find those of one year.
    """

    awards: list
    count: int
    years: list[dict[str, object]]
    sources: list[dict]
    address: str


def awards_of_kim(kim: Kim) -> Honours:
    """Return the public awards of a group, each once."""
    won = kim.awards.model.objects.published().received_by(kim)
    return _honours(won, {"penerima": f"kim-{kim.slug}"})


def awards_of_kelurahan(kelurahan: Kelurahan) -> Honours:
    """Return the public awards of a kelurahan and of the groups from there, each once."""
    won = kelurahan.awards.model.objects.published().in_kelurahan(kelurahan.pk)
    return _honours(won, {"kelurahan": kelurahan.slug})


def _honours(won: QuerySet, filters: dict[str, str]) -> Honours:
    """Read awards, their recipients and their sources in three queries, however many there are.

    More than SHOWN have their years counted instead of their sources read.
    """
    newest = won.newest_first().for_card().annotate(in_all=Window(Count("*")))
    awards = list(newest[:SHOWN])
    count = awards[0].in_all if awards else 0
    years = Counter(award.edition.year for award in awards)
    if count > len(awards):
        years = {row["edition__year"]: row["count"] for row in won.counted_by_year()}
    return Honours(
        awards=awards,
        count=count,
        years=[
            {
                "label": str(year),
                "count": years[year],
                "url": _address({"tahun": str(year), **filters}),
            }
            for year in sorted(years, reverse=True)
        ],
        sources=list(won.sources()[:MOST_SOURCES]) if count == len(awards) else [],
        address=_address(filters),
    )


def _address(filters: dict[str, str]) -> str:
    return f"{reverse('awards:award_list')}?{urlencode(filters)}"
