"""What the reader notes in a sentence, and what it hands out in the end."""

from dataclasses import dataclass, field
from functools import cached_property

FIELDS = (
    "event",
    "abbreviation",
    "year",
    "organiser",
    "level",
    "category",
    "participant_class",
    "rank",
    "rank_norm",
    "recipient",
    "work",
    "date",
    "place",
    "historic",
    "start",
    "end",
)
Span = tuple[int, int]


@dataclass
class Mark:
    """A find: what kind, where, what it says; `more` holds what else is known of it."""

    kind: str
    start: int
    end: int
    value: str = ""
    more: dict = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def meets(self, other: "Mark") -> bool:
        """Whether the two share a letter."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Reading:
    """One proposed award. What the text does not say is None.

    `evidence` gives, for each field that was read, where in the original text it was read;
    `start` and `end` enclose all of it. `reasons` tell an editor, in Indonesian, why.
    """

    event: str | None = None
    abbreviation: str | None = None
    year: int | None = None
    organiser: str | None = None
    level: str | None = None
    category: str | None = None
    participant_class: str | None = None
    rank: str | None = None
    rank_norm: str | None = None
    recipient: str | None = None
    work: str | None = None
    date: str | None = None
    place: str | None = None
    historic: bool = False
    start: int = 0
    end: int = 0
    evidence: dict[str, Span] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()

    def row(self) -> dict[str, object]:
        """Return the sixteen fields that `read_awards --json` prints."""
        return {name: getattr(self, name) for name in FIELDS}


@dataclass(frozen=True)
class Names:
    """Names known beforehand, as plain data: {spelling: name} for each kind.

    Reading works without; with them a name without a telling first word is recognised, and
    recipients are spelled as the registry spells them. Kelurahan are matched by whoever asks.
    """

    organisations: dict[str, str] = field(default_factory=dict)
    programmes: dict[str, str] = field(default_factory=dict)
    kims: dict[str, str] = field(default_factory=dict)
    kelurahan: dict[str, str] = field(default_factory=dict)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All spellings of recipients in small letters; very short ones could be anything."""
        return _spellings(self.organisations, self.kims)

    @cached_property
    def spoken_programmes(self) -> frozenset[str]:
        """All spellings of programmes in small letters."""
        return _spellings(self.programmes)


def _spellings(*tables: dict[str, str]) -> frozenset[str]:
    both = (name for table in tables for pair in table.items() for name in pair)
    return frozenset(name.lower() for name in both if len(name) > 4)
