"""How much of the city KIM cover on one day. Knows the day and the places, nothing of pages."""

import datetime as dt
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils import timezone

from kim.models import Kelurahan, Kim

# From the most to the least that can be said of a kelurahan; its best group speaks for it.
BEST_FIRST = ("active", "dormant", "in_process", "dissolved")
FORMED = frozenset({"active", "dormant"})
UNRECORDED = "none"
UNRECORDED_LABEL = "Belum tercatat"
# How the atlas draws what lies outside the kecamatan that a page is about.
ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Tile:
    """A kelurahan on that day, as the atlas (kim/atlas.py) and the tables need it."""

    name: str
    slug: str
    url: str
    hex_column: int
    hex_row: int
    kecamatan: str
    kecamatan_slug: str
    state: str
    state_label: str
    kims: tuple[Kim, ...]
    code: str = ""

    @property
    def kim_names(self) -> list[str]:
        return [kim.name for kim in self.kims]

    @property
    def is_formed(self) -> bool:
        return self.state in FORMED


@dataclass(frozen=True)
class District:
    """A kecamatan on that day."""

    name: str
    slug: str
    url: str
    tiles: tuple[Tile, ...]

    @property
    def formed(self) -> int:
        """Kelurahan with a formed group."""
        return sum(tile.is_formed for tile in self.tiles)

    @property
    def total(self) -> int:
        return len(self.tiles)

    @property
    def groups(self) -> int:
        """Groups formed that day, whichever kelurahan of it they come from."""
        return sum(kim.state in FORMED for tile in self.tiles for kim in tile.kims)


@dataclass(frozen=True)
class Coverage:
    """The whole city on that day."""

    on: dt.date
    by_kecamatan: tuple[District, ...]

    @property
    def tiles(self) -> tuple[Tile, ...]:
        return tuple(tile for district in self.by_kecamatan for tile in district.tiles)

    @property
    def groups(self) -> int:
        """Number of groups that exist that day, active or dormant."""
        return sum(district.groups for district in self.by_kecamatan)

    @property
    def formed_kelurahan(self) -> int:
        return sum(district.formed for district in self.by_kecamatan)

    @property
    def total_kelurahan(self) -> int:
        return len(self.tiles)

    @property
    def without(self) -> list[Tile]:
        """Kelurahan in which no formed group is on record that day, by name."""
        return sorted((tile for tile in self.tiles if not tile.is_formed), key=lambda t: t.name)

    @property
    def kims(self) -> list[Kim]:
        """Every group of which something is on record by that day, by name."""
        return sorted((kim for tile in self.tiles for kim in tile.kims), key=lambda kim: kim.name)

    def spotlight(self, slug: str) -> list[Tile]:
        """Return all tiles, those outside one kecamatan marked as elsewhere."""
        return [
            tile if tile.kecamatan_slug == slug else replace(tile, state=ELSEWHERE)
            for tile in self.tiles
        ]

    def tile(self, slug: str) -> Tile:
        """Return the tile of a kelurahan; StopIteration when there is none of that slug."""
        return next(tile for tile in self.tiles if tile.slug == slug)

    def district(self, slug: str) -> District:
        """Return a kecamatan; StopIteration when there is none of that slug."""
        return next(district for district in self.by_kecamatan if district.slug == slug)


def coverage(on: dt.date | None = None) -> Coverage:
    """Return the state of all kelurahan on the day ``on`` (default: today), in two queries.

    Only groups that are public now are counted, in the state that their milestones prove for
    that day.
    """
    day = on or timezone.localdate()
    places = sorted(Kelurahan.objects.for_atlas(day), key=lambda place: place.kecamatan.code)
    districts = (
        District(
            name=kecamatan.name,
            slug=kecamatan.slug,
            url=kecamatan.get_absolute_url(),
            tiles=tuple(_tile(place) for place in group),
        )
        for kecamatan, group in groupby(places, key=lambda place: place.kecamatan)
    )
    return Coverage(day, tuple(districts))


def state_label(state: str | None) -> str:
    """Return a state in words; no state is "Belum tercatat"."""
    return Kim.State(state).label if state in BEST_FIRST else UNRECORDED_LABEL


def _tile(place: Kelurahan) -> Tile:
    kims = tuple(kim for kim in place.groups if kim.state)
    states = {kim.state for kim in kims}
    state = next((state for state in BEST_FIRST if state in states), UNRECORDED)
    return Tile(
        name=place.name,
        slug=place.slug,
        url=place.get_absolute_url(),
        hex_column=place.hex_column,
        hex_row=place.hex_row,
        kecamatan=place.kecamatan.name,
        kecamatan_slug=place.kecamatan.slug,
        state=state,
        state_label=state_label(state),
        kims=kims,
        code=place.code,
    )
