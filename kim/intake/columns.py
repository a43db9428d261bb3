"""The tables that may be brought in and their columns: ``data/columns.csv`` is the dictionary.

The examples there are facts of the portal's own sources. Of members none is named.
"""

import csv
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db import models

from kim.models import Kim, KimMember, KimMilestone, Potential

DICTIONARY = Path(__file__).parent / "data" / "columns.csv"
MODELS = {model.__name__: model for model in (Kim, KimMember, KimMilestone, Potential)}
# So begins the name in the row that shows how to fill in a member.
PLACEHOLDER = "CONTOH"


class Holds(StrEnum):
    """What a cell holds, and so how it is read."""

    TEXT = "text"
    LONG = "long"
    LINES = "lines"
    URL = "url"
    PLACE = "place"
    PLACES = "places"
    GROUP = "group"
    CHOICE = "choice"
    DAY = "day"  # as exactly as it is known
    EXACT = "exact"  # by the day
    UNTIL = "until"  # the last day; may be to come
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """One column: its heading, the field it fills, what it holds, and what it means."""

    key: str
    model: type[models.Model]
    field: str
    holds: Holds
    required: bool
    also: tuple[str, ...]
    meaning: str
    example: str

    @property
    def label(self) -> str:
        """Return the heading as staff read it: "alamat sumber"."""
        return self.key.replace("_", " ")

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Return (key, label) of what may be chosen; empty for other kinds of column."""
        if self.holds != Holds.CHOICE:
            return []
        return list(self.model._meta.get_field(self.field).choices)

    @property
    def limit(self) -> int | None:
        """Return how many letters the field takes, None for any number."""
        return getattr(self.model._meta.get_field(self.field), "max_length", None)


@dataclass(frozen=True)
class Table:
    """One kind of file. ``needs`` are the permissions to bring it in."""

    key: str
    label: str
    lead: str
    needs: tuple[str, ...]
    columns: tuple[Column, ...]

    def of(self, model: type[models.Model]) -> tuple[Column, ...]:
        """Return the columns that fill ``model``."""
        return tuple(column for column in self.columns if column.model is model)


def _read() -> dict[str, list[Column]]:
    columns: dict[str, list[Column]] = {}
    with DICTIONARY.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            column = Column(
                key=row["key"],
                model=MODELS[row["model"]],
                field=row["field"],
                holds=Holds(row["holds"]),
                required=row["required"] == "ya",
                also=tuple(row["also"].split()),
                meaning=row["meaning"],
                example=row["example"],
            )
            columns.setdefault(row["table"], []).append(column)
    return columns


def _rights(*verbs_and_model: str) -> tuple[str, ...]:
    *verbs, model = verbs_and_model
    return tuple(f"kim.{verb}_{model}" for verb in verbs)


COLUMNS = {key: tuple(columns) for key, columns in _read().items()}
STEP = _rights("add", "change", "kimmilestone")
TABLES = {
    table.key: table
    for table in (
        Table(
            "kim",
            "KIM",
            "Kelompoknya, dan bila ada, satu tonggak pada baris yang sama.",
            (*_rights("add", "change", "kim"), *STEP),
            COLUMNS["kim"],
        ),
        Table(
            "tonggak",
            "Tonggak",
            "Langkah KIM yang sudah tercatat, masing-masing dengan buktinya.",
            ("kim.view_kim", *STEP),
            COLUMNS["tonggak"],
        ),
        Table(
            "potensi",
            "Potensi",
            "Kekuatan kelurahan: kerajinan, kuliner, UMKM, cagar budaya.",
            _rights("add", "change", "potential"),
            COLUMNS["potensi"],
        ),
        Table(
            "pengurus",
            "Pengurus",
            "Yang mengurus KIM. Namanya tidak tampil tanpa persetujuan yang dicatat.",
            ("kim.view_kim", *_rights("view", "add", "change", "kimmember")),
            COLUMNS["pengurus"],
        ),
    )
}
