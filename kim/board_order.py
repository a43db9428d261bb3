"""What an address asks of the coverage board, and the columns that it can be sorted by."""

import datetime as dt
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kim.board import Row
from kim.columns import Column, by_key, headings, in_order, read_order
from kim.coverage import BEST_FIRST
from kim.measures import MEASURES, Measure
from malangnews.core.quarters import Quarter


def _days(row: Row) -> float:
    return math.inf if row.days is None else row.days


def _standing(row: Row) -> int:
    """The less can be said of a kelurahan, the less."""
    state = row.tile.state
    return -BEST_FIRST.index(state) if state in BEST_FIRST else -len(BEST_FIRST)


COLUMNS = by_key(
    Column("kelurahan", "Kelurahan", lambda row: row.tile.name),
    Column("berita", "Berita triwulan", lambda row: len(row.stories)),
    Column("hari", "Hari sejak berita terakhir", _days, falls=True),
    Column("potensi", "Potensi belum diangkat", lambda row: len(row.uncovered), falls=True),
    Column("penghargaan", "Penghargaan", lambda row: len(row.awards)),
    Column("episode", "Episode UMKM", lambda row: len(row.episodes)),
    Column("kim", "Keadaan KIM", _standing),
    Column("kecamatan", "Kecamatan", lambda row: row.tile.kecamatan),
)
# What needs an editor first: those longest out of the news.
FIRST = "-hari"


@dataclass(frozen=True)
class Asked:
    """Quarter, kecamatan (its slug, "" for all), measure of the atlas and order of the table."""

    quarter: Quarter
    kecamatan: str
    measure: Measure
    order: str

    def query(self, **changes: object) -> str:
        """Return the part of an address that asks for this, or for this with ``changes``."""
        wanted = replace(self, **changes)
        parts = {
            "triwulan": wanted.quarter.key,
            "kecamatan": wanted.kecamatan,
            "ukuran": wanted.measure.key,
            "urut": wanted.order,
        }
        return "?" + urlencode({name: value for name, value in parts.items() if value})

    def sorted(self, rows: Collection[Row]) -> list[Row]:
        """Return the rows in order; those that are equal by name."""
        return in_order(rows, COLUMNS, self.order, lambda row: row.tile.name)

    def headings(self) -> list[dict[str, str]]:
        """Return what kim.columns.headings gives, each leading to this with another order."""
        return headings(COLUMNS, self.order, lambda order: self.query(order=order))


def read_asked(data: Mapping[str, str], today: dt.date, kecamatan: Collection[str]) -> Asked:
    """Read an address; whatever it does not say, or says wrongly, is as at first.

    ``kecamatan`` are the slugs that there are. A quarter to come is the present one.
    """
    now = Quarter.of(today)
    quarter = Quarter.read(data.get("triwulan", "")) or now
    chosen = data.get("kecamatan", "")
    return Asked(
        quarter=min(quarter, now),
        kecamatan=chosen if chosen in kecamatan else "",
        measure=MEASURES.get(data.get("ukuran", ""), MEASURES["hari"]),
        order=read_order(data.get("urut", ""), COLUMNS, FIRST),
    )
