"""How near two spellings are."""

from collections.abc import Iterable

# A name of so many letters may differ in two places and still be meant; a shorter one in one.
LONG = 10


def distance(one: str, other: str) -> int:
    """Return how many letters must be added, dropped, changed or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite
            row.append(min(cost, last[j - 2] + 1) if swapped else cost)
    return row[-1]


def nearest(words: str, names: Iterable[str], most: int = 2) -> str:
    """Return the one name that ``words`` nearly spell, or "" for none, or for several as near.

    The first letter must agree, and at most ``most`` letters may differ (one in a short name).
    """
    found: dict[int, set[str]] = {}
    for name in names:
        one, other = words.casefold(), name.casefold()
        limit = min(most, 2 if len(other) >= LONG else 1)
        if one[:1] != other[:1] or abs(len(one) - len(other)) > limit:
            continue
        if 0 < (far := distance(one, other)) <= limit:
            found.setdefault(far, set()).add(name)
    best = found[min(found)] if found else set()
    return best.pop() if len(best) == 1 else ""
