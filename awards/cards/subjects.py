"""What a card tells, as plain words; what is not known is empty."""

from dataclasses import dataclass, field

from awards.ranks import Roundel
from malangnews.core.batik import Cloth

#: More recipients than this are never all named on a card: the last are counted.
NAMED = 8
#: Longer words than any field of the registry holds are cut before they are drawn.
LONGEST = 330


@dataclass(frozen=True)
class AwardSubject:
    """One award."""

    rank: str
    level: str
    programme: str
    year: int
    category: str = ""
    participant_class: str = ""
    recipients: tuple[str, ...] = ()
    organizer: str = ""
    roundel: Roundel = field(default_factory=lambda: Roundel("plain", ""))


@dataclass(frozen=True)
class YearSubject:
    """All awards of one year, counted."""

    year: int
    total: int
    levels: tuple[tuple[str, int], ...]
    first_places: int
    programmes: tuple[tuple[str, int], ...]
    as_of: str
    roundel: Roundel = field(default_factory=lambda: Roundel("seal", ""))


@dataclass(frozen=True)
class Art:
    """The portal's drawings, as SVG: one repeat of the cloth, the roundel, the mark, the hem."""

    cloth: Cloth
    motif: str
    roundel: str
    mark: str
    tumpal: str


def listing(names: tuple[str, ...], most: int) -> str:
    """Return "A, B, dan C"; of more than ``most`` names the last are counted: "dan 4 lainnya".

    Names that are empty (nothing of them can be drawn) are counted too.
    """
    known = [name for name in names if name]
    shown = known[:most]
    rest = len(names) - len(shown)
    if not shown:
        return f"{rest} penerima" if rest else ""
    if rest:
        shown.append(f"{rest} lainnya")
    return joined(shown)


def joined(words: list[str]) -> str:
    """Return "A", "A dan B" or "A, B, dan C"."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def thousands(number: int) -> str:
    """Write a number as Indonesian readers do: 1234 -> "1.234"."""
    return f"{number:,}".replace(",", ".")


def levels_in_words(subject: YearSubject) -> str:
    """Return how many awards each level has: "1 tingkat nasional dan 6 tingkat provinsi"."""
    counts = [f"{thousands(count)} tingkat {level.lower()}" for level, count in subject.levels]
    return joined(counts)


def firsts_in_words(subject: YearSubject) -> str:
    """Return how many first places there are, "" for none."""
    if not subject.first_places:
        return ""
    return f"{thousands(subject.first_places)} di antaranya peringkat pertama"


def programmes_in_words(programmes: tuple[tuple[str, int], ...]) -> str:
    """Return which programmes gave most: "Terbanyak dari: AMH (4)", "" for none."""
    named = [f"{name} ({thousands(count)})" for name, count in programmes if name]
    return f"Terbanyak dari: {joined(named)}" if named else ""
