"""What a misspelt word may mean. Pure.

Two words that differ by one letter, or by two in different places, share a form with a letter left
out; these forms are kept with each word, so that near words are found by equality.
"""

SHORTEST = 4
LONGEST = 30


def slips(word: str) -> set[str]:
    """Return the forms by which a word is found near others: itself, and one letter left out."""
    if not word.isalpha() or not SHORTEST <= len(word) <= LONGEST:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def distance(one: str, other: str) -> int:
    """Return how many letters to add, drop, change, or swap with the next make one of the other
    (optimal string alignment)."""
    before, row = [], list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def nearest(word: str, candidates: set[str]) -> str:
    """Return the candidate that a typed word most likely means, "" when none is near enough.

    One letter may be wrong in a short word, two in one of seven letters or more. Of two as near,
    the one that begins alike, then the longer.
    """
    allowed = 1 if len(word) < 7 else 2
    ranked = sorted(
        (distance(word, one), one[:1] != word[:1], -len(one), one)
        for one in candidates
        if one != word
    )
    return ranked[0][3] if ranked and ranked[0][0] <= allowed else ""
