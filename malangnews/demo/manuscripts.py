"""Reads the stories in stories/: a head of "field: value" lines, a line of dashes, the text.

The file's name is the story's address. A text without markup has one paragraph a line.
"""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "stories"
FIELDS = frozenset(
    "title summary rubric episode dateline published event tags kelurahan kims awards potentials "
    "writer editor source".split()
)


@dataclass(frozen=True)
class Manuscript:
    """One story as it lies in its file."""

    slug: str
    head: dict[str, str]
    body: str
    corrections: list[list[str]] = field(default_factory=list)

    def names(self, name: str) -> list[str]:
        """Return the parts of a field that lists names, parted by semicolons."""
        return [part.strip() for part in self.head.get(name, "").split(";") if part.strip()]


def manuscripts() -> list[Manuscript]:
    """Return every story of the folder, by address."""
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]


def read(path: Path) -> Manuscript:
    """Return the story in one file.

    Raises ValueError, naming the file, for a head that cannot be read.
    """
    top, dashes, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head: dict[str, str] = {}
    corrections = []
    for line in top.splitlines():
        name, colon, value = line.partition(":")
        if name == "correction":
            corrections.append([part.strip() for part in value.split("|")])
        elif not colon or name not in FIELDS or name in head:
            raise ValueError(f"{path.name}: {line!r}")
        else:
            head[name] = value.strip()
    if not dashes or not body.strip():
        raise ValueError(f"{path.name}: no text")
    return Manuscript(path.stem, head, body.strip(), corrections)
