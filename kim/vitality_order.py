"""What an address asks of the table of vitality, and the columns that it can be sorted by."""

import datetime as dt
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kim.columns import Column, by_key, headings, in_order, read_order
from kim.coverage import BEST_FIRST
from kim.models import Kim
from kim.vitality import Vitality

# What the table may be narrowed to: value in the address, words, and the question.
VIEWS = {
    "": ("Semua KIM", lambda row: True),
    "usul": ("Mungkin vakum, perlu keputusan", lambda row: row.is_proposed),
    "vakum": ("Tercatat vakum", lambda row: row.kim.state == Kim.State.DORMANT),
    "masa": (
        "Masa bakti berakhir atau segera berakhir",
        lambda row: row.term in ("expired", "soon"),
    ),
}


def _quiet(row: Vitality) -> tuple[bool, float]:
    """Those that wait for a decision are the most."""
    return row.is_proposed, math.inf if row.quiet_days is None else row.quiet_days


def _standing(row: Vitality) -> int:
    state = row.kim.state
    return BEST_FIRST.index(state) if state in BEST_FIRST else len(BEST_FIRST)


COLUMNS = by_key(
    Column("kim", "KIM", lambda row: row.kim.name),
    Column("jejak", "Jejak terakhir", _quiet, falls=True),
    Column("keadaan", "Keadaan", _standing),
    Column("kegiatan", "Kegiatan 12 bulan", lambda row: row.activities),
    Column("masa", "Masa bakti pengurus", lambda row: row.term_until or dt.date.max),
    Column("sk", "Umur SK", lambda row: row.decree_months or 0, falls=True),
    Column("kelurahan", "Kelurahan", lambda row: row.kim.kelurahan.name),
)
FIRST = "-jejak"


@dataclass(frozen=True)
class Asked:
    """Kecamatan (its slug, "" for all), view (a key of VIEWS) and order of the table."""

    kecamatan: str
    view: str
    order: str

    def query(self, **changes: str) -> str:
        """Return the part of an address that asks for this, or for this with ``changes``."""
        wanted = replace(self, **changes)
        parts = {"kecamatan": wanted.kecamatan, "tampil": wanted.view, "urut": wanted.order}
        return "?" + urlencode({name: value for name, value in parts.items() if value})

    def chosen(self, rows: Collection[Vitality]) -> list[Vitality]:
        """Return the rows that are asked for, in order."""
        question = VIEWS[self.view][1]
        shown = [
            row
            for row in rows
            if question(row) and self.kecamatan in ("", row.kim.kelurahan.kecamatan.slug)
        ]
        return in_order(shown, COLUMNS, self.order, lambda row: row.kim.name)

    def headings(self) -> list[dict[str, str]]:
        """Return what kim.columns.headings gives, each leading to this with another order."""
        return headings(COLUMNS, self.order, lambda order: self.query(order=order))


def read_asked(data: Mapping[str, str], kecamatan: Collection[str]) -> Asked:
    """Read an address; whatever it does not say, or says wrongly, is as at first."""
    chosen, view = data.get("kecamatan", ""), data.get("tampil", "")
    return Asked(
        kecamatan=chosen if chosen in kecamatan else "",
        view=view if view in VIEWS else "",
        order=read_order(data.get("urut", ""), COLUMNS, FIRST),
    )
