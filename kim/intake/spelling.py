"""Names as they are compared, and the nearest of those that exist."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

# What people write before the name of a kelurahan.
PREFIX = re.compile(r"^(kelurahan|kel\.?|desa)\s+", re.I)
NOT_A_LETTER = re.compile(r"[\W_]+")
ALIKE = 0.6
LONGEST = 200
GUESSES = 100


def folded(text: str) -> str:
    """Return a name without difference of case and spaces."""
    return " ".join(text.casefold().split())


def bare(text: str) -> str:
    """Return only the letters and digits of a name, "Kel. Tunjung Sekar" as "tunjungsekar"."""
    return NOT_A_LETTER.sub("", PREFIX.sub("", text.strip())).casefold()


class Names:
    """Names among which the nearest is looked for, each text once and not without end."""

    def __init__(self, names: Iterable[str] = ()):
        self._by_letters = {bare(name): name for name in names}
        self._found: dict[tuple[str, float], str] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_letters.values())

    def add(self, name: str) -> None:
        self._by_letters.setdefault(bare(name), name)

    def nearest(self, text: str, alike: float = ALIKE) -> str:
        """Return the name that is most like ``text``; "" when none is near enough.

        After GUESSES different texts there are no more guesses: comparing costs time, and a file
        with so many strange names has another fault.
        """
        key = (bare(text)[:LONGEST], alike)
        if key not in self._found:
            if len(self._found) >= GUESSES:
                return ""
            found = get_close_matches(key[0], self._by_letters, 1, alike)
            self._found[key] = self._by_letters[found[0]] if found else ""
        return self._found[key]
