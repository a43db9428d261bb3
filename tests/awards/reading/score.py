"""Scores the award reader on texts with known answers: precision, recall, events.

Run by hand: `python -m tests.awards.reading.score dev -v` shows each miss; `held` only the score.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from awards.reading.marks import Reading
from awards.reading.merging import who
from awards.reading.reader import read

TEXTS = Path(__file__).parent / "texts"


@dataclass
class Answer:
    """What a text states, written down by a person."""

    recipient: str | None
    norm: str | None
    event: str | None
    fields: dict[str, str]
    historic: bool

    @property
    def key(self) -> tuple[str, str | None]:
        """What counts as the same award: recipient and rank."""
        return who(self.recipient), self.norm


@dataclass(repr=False)
class Score:
    """Counts over many cases."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    events: int = 0
    events_right: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the proposals that are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the answers that were proposed."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def event_precision(self) -> float:
        """Share of the events given with right proposals that are right."""
        return self.events_right / self.events if self.events else 1.0

    def __repr__(self) -> str:
        return (
            f"precision {self.precision:.3f} ({self.right}/{self.given})  recall {self.recall:.3f} "
            f"({self.right}/{self.wanted})  event {self.event_precision:.3f} "
            f"({self.events_right}/{self.events})"
        )


def cases(folder: str) -> list[tuple[str, str, list[Answer]]]:
    """Return (name, text, answers) of every case in a folder."""
    found = []
    for path in sorted((TEXTS / folder).glob("*.txt")):
        whole = path.read_text(encoding="utf-8")
        blocks = [whole] if path.name.endswith(".article.txt") else re.split(r"\n\s*\n", whole)
        for number, block in enumerate(block for block in blocks if block.strip()):
            lines = block.strip().split("\n")
            text = "\n".join(line for line in lines if not line.startswith(("= ", "~ ")))
            answers = [_answer(line) for line in lines if line.startswith(("= ", "~ "))]
            found.append((f"{path.stem}:{number}", text, answers))
    return found


def _answer(line: str) -> Answer:
    parts = [part.strip() for part in line[2:].split("|")]
    recipient, norm, event = (None if part == "-" else part for part in (*parts, "-", "-")[:3])
    pairs = (
        pair.split("=", 1)
        for pair in (parts[3].split(";") if len(parts) > 3 else ())
        if "=" in pair
    )
    return Answer(
        recipient, norm, event, {k.strip(): v.strip() for k, v in pairs}, line.startswith("~")
    )


def same_name(one: str | None, two: str | None) -> bool:
    """Whether two names of an event are the same but for years, capitals and light words."""
    if one is None or two is None:
        return one is two
    a, b = (
        re.sub(r"\W+|\b(?:19|20)\d\d\b|\b(?:penghargaan|the|awards?)\b", " ", x.lower()).split()
        for x in (one, two)
    )
    return a == b or " ".join(a) in " ".join(b) or " ".join(b) in " ".join(a)


def judge(name: str, text: str, answers: list[Answer], score: Score) -> None:
    """Compare what is read from a text with its answers."""
    readings = [r for r in read(text) if not r.historic]
    left = [answer for answer in answers if not answer.historic]
    score.wanted += len(left)
    for reading in readings:
        score.given += 1
        options = [a for a in left if a.key == (who(reading.recipient), reading.rank_norm)]
        options.sort(
            key=lambda a: (
                (a.fields.get("category", "") or "").lower() != (reading.category or "").lower()
            )
        )
        if not options:
            score.notes.append(f"WRONG  {name}: {_short(reading)}\n       {text[:160]!r}")
            continue
        answer = options[0]
        left.remove(answer)
        score.right += 1
        _judge_fields(name, reading, answer, score)
    score.notes += [
        f"MISSED {name}: {a.recipient} | {a.norm} | {a.event}\n       {text[:160]!r}" for a in left
    ]


def _judge_fields(name: str, reading: Reading, answer: Answer, score: Score) -> None:
    if reading.event:
        good = same_name(reading.event, answer.event)
        score.events += 1
        score.events_right += good
        if not good:
            score.notes.append(f"EVENT  {name}: {reading.event!r}, not {answer.event!r}")
    elif answer.event:
        score.notes.append(f"NO EV  {name}: {answer.event!r}")
    for key, value in answer.fields.items():
        good = str(getattr(reading, key) or "").lower() == value.lower()
        tally = score.fields.setdefault(key, [0, 0])
        tally[0] += good
        tally[1] += 1
        if not good:
            score.notes.append(f"FIELD  {name}: {key} {getattr(reading, key)!r}, not {value!r}")


def _short(reading: Reading) -> str:
    return f"{reading.recipient} | {reading.rank_norm} | {reading.event} | {reading.reasons}"


def score(folder: str) -> Score:
    """Score all cases of a folder."""
    total = Score()
    for name, text, answers in cases(folder):
        judge(name, text, answers, total)
    return total


if __name__ == "__main__":
    result = score(sys.argv[1])
    if "-v" in sys.argv:
        sys.stdout.write("\n".join(result.notes) + "\n")
    sys.stdout.write(f"{sys.argv[1]}: {result}\n{result.fields}\n")
