"""What a chart is made of: the numbers it is given, and the shapes it is drawn as. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Series:
    """One kind of part: its name in the legend, and the pattern (1 to 6) that tells it apart."""

    label: str
    pattern: int


@dataclass(frozen=True)
class Part:
    """How much of a bar belongs to one series, and the address of the records behind it."""

    value: int
    url: str = ""


@dataclass(frozen=True)
class Bar:
    """A name, a number, the address of the records behind it; with series, its parts in order."""

    label: str
    value: int
    url: str = ""
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.parts and sum(part.value for part in self.parts) != self.value:
            raise ValueError(f"Parts of {self.label!r} do not add up to {self.value}.")


@dataclass(frozen=True)
class Shape:
    """A rectangle as drawn, its pattern, where it leads and what it says when pointed at."""

    x: str
    y: str
    width: str
    height: str
    pattern: int
    url: str = ""
    title: str = ""
    number: int | None = None
    number_x: str = ""
    number_y: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a name that needs several."""

    text: str
    y: str


@dataclass(frozen=True)
class Mark:
    """A bar as drawn: its shapes, its name, its number, and the ground that takes a click."""

    bar: Bar
    title: str
    ground: Shape
    shapes: tuple[Shape, ...]
    lines: tuple[Line, ...]
    x: str
    number_x: str
    number_y: str


@dataclass(frozen=True)
class Chart:
    """A chart as drawn, and the same numbers for its table.

    ``size`` is a step of width for charts of many columns ("", "wide", "wider"), ``left_out`` how
    many bars stand in the table only.
    """

    id: str
    title: str
    unit: str
    head: str
    note: str
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    height: str
    baseline: str = ""
    size: str = ""
    left_out: int = 0

    @property
    def description(self) -> str:
        """The chart in a sentence, for those who do not see it."""
        if not self.bars:
            return "Belum ada yang dapat digambar."
        most = max(self.bars, key=lambda bar: bar.value)
        return f"Terbanyak: {most.label}, {number(most.value)} {self.unit}."

    @property
    def has_links(self) -> bool:
        return any(bar.url for bar in self.bars)


def number(value: int) -> str:
    """Return a whole number as Indonesian readers write it: "1.234"."""
    return f"{value:,}".replace(",", ".")
