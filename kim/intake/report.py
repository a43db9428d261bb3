"""What a check found: every row with its faults, or with what saving it would do."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Model

from kim.intake.columns import Table


class State(StrEnum):
    WRONG = "salah"
    NEW = "baru"
    CHANGED = "berubah"
    SAME = "sama"


@dataclass(frozen=True)
class Fault:
    """What is wrong, at which column; a fault of the whole row has none."""

    column: str
    words: str
    typed: str = ""

    @property
    def label(self) -> str:
        """Return the column as staff read it: "alamat sumber"."""
        return self.column.replace("_", " ")


@dataclass(frozen=True)
class Change:
    """What a field holds and what it would hold, in words."""

    label: str
    old: str
    new: str


@dataclass
class Write:
    """A row to be made (``row`` is None) or changed; ``fields`` are only what differs.

    ``many`` holds what goes to fields with many rows. A milestone without ``kim`` belongs to the
    KIM of the same line.
    """

    model: type[Model]
    row: Model | None
    fields: dict[str, object]
    many: dict[str, list[Model]] = field(default_factory=dict)

    @property
    def is_needed(self) -> bool:
        return self.row is None or bool(self.fields or self.many)


@dataclass
class Line:
    """One row of the file."""

    number: int
    cells: dict[str, str]
    name: str = ""
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    writes: list[Write] = field(default_factory=list)

    def blame(self, column: str, words: str) -> None:
        self.faults.append(Fault(column, words, self.cells.get(column, "")))

    @property
    def state(self) -> State:
        if self.faults:
            return State.WRONG
        if not any(write.is_needed for write in self.writes):
            return State.SAME
        return State.NEW if self.writes[0].row is None else State.CHANGED

    @property
    def digest(self) -> str:
        """Return a short mark that differs when saving this line would do something else."""
        rows = [(write.row and write.row.pk, write.model.__name__) for write in self.writes]
        said = repr((self.state, self.changes, rows, self.faults))
        return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


@dataclass
class Report:
    """The whole file."""

    table: Table
    lines: list[Line]

    def of(self, state: State) -> list[Line]:
        return [line for line in self.lines if line.state == state]

    @property
    def wrong(self) -> list[Line]:
        return self.of(State.WRONG)

    @property
    def faults(self) -> list[tuple[Line, Fault]]:
        return [(line, fault) for line in self.lines for fault in line.faults]

    @property
    def notes(self) -> list[tuple[Line, str]]:
        """Return what somebody should make sure of, though it hinders nothing."""
        return [(line, note) for line in self.lines for note in line.notes]

    @property
    def to_save(self) -> list[Line]:
        return [line for line in self.lines if line.state in (State.NEW, State.CHANGED)]

    def count(self) -> dict[str, int]:
        """Return how many lines are in each state."""
        return {state.value: len(self.of(state)) for state in State}
