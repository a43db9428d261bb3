"""How far a record and what somebody stated are apart."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """A recorded number beside a stated range, lowest to highest."""

    recorded: int
    low: int
    high: int

    @property
    def is_short(self) -> bool:
        """True when fewer are on record than were stated."""
        return self.recorded < self.low

    def __bool__(self) -> bool:
        """False when the record lies within what was stated."""
        return not self.low <= self.recorded <= self.high

    def __str__(self) -> str:
        """The difference, smallest to largest: "22–26", "3"; "" when the record lies within."""
        if not self:
            return ""
        near, far = sorted((abs(self.low - self.recorded), abs(self.high - self.recorded)))
        return str(near) if near == far else f"{near}–{far}"
