"""Ranks as printed on certificates, put in order.

The printed words stay as they are; scheme and order are read from them so that records can be
filtered, sorted and drawn. Knows nothing of Django.
"""

import re
from dataclasses import dataclass

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
WORDS = {
    "pertama": 1,
    "kesatu": 1,
    "satu": 1,
    "kedua": 2,
    "dua": 2,
    "ketiga": 3,
    "tiga": 3,
    "keempat": 4,
    "empat": 4,
    "kelima": 5,
    "lima": 5,
    "keenam": 6,
    "enam": 6,
}
MEDALS = {"emas": 1, "gold": 1, "perak": 2, "silver": 2, "perunggu": 3, "bronze": 3}
PODIUM = {1: "gold", 2: "silver", 3: "bronze"}
NUMBER = re.compile(
    r"\b(?:ke-?\s?)?(\d{1,3}|[ivx]{1,4}|" + "|".join(WORDS) + r")\b", re.IGNORECASE | re.ASCII
)
STARS = re.compile(r"\b(?:bintang|stars?|level stars?)\s*(\d)\b|\b(\d)\s*stars?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Roundel:
    """How a rank is drawn: a form, and the few characters inside it."""

    form: str
    text: str


def _number(text: str) -> int | None:
    match = NUMBER.search(text)
    if not match:
        return None
    word = match[1].lower()
    if word.isdigit():
        return int(word) or None
    if word in WORDS:
        return WORDS[word]
    return ROMAN.index(word.upper()) if word.upper() in ROMAN else None


def read_rank(label: str) -> tuple[str, int | None]:
    """Return (scheme, order) of a rank as printed, such as ("terbaik", 2) for "Terbaik II".

    Schemes are the values of Award.RankScheme. Order 1 is the highest; for stars it is the number
    of stars; None where the words give no order. What is not understood is ("other", None).
    """
    words = label.lower()
    stars = STARS.search(words)
    if stars:
        return "stars", int(stars[1] or stars[2])
    medal = next(
        (order for word, order in MEDALS.items() if re.search(rf"\b{word}\b", words)), None
    )
    if medal:
        return "medal", medal
    for word, scheme in (
        ("juara umum", "overall"),
        ("harapan", "harapan"),
        ("juara", "juara"),
        ("pemenang", "juara"),
        ("terbaik", "terbaik"),
        ("peringkat", "peringkat"),
        ("runner", "juara"),
        ("predikat", "predikat"),
        ("nomin", "nominator"),
        ("finalis", "nominator"),
    ):
        if word in words:
            order = None if scheme in ("overall", "predikat", "nominator") else _number(words)
            return scheme, 2 if word == "runner" and order is None else order
    if re.search(r"\b(pratama|madya|nindya|utama|lestari|padapa|wiwerda|wistara|kencana)\b", words):
        return "tier", None
    return "other", None


def roundel(scheme: str, order: int | None, label: str) -> Roundel:
    """Return the form and the short text of the roundel for a rank.

    Forms: gold, silver, bronze (podium), plain (other places), merit (harapan), star, seal
    (predikat, tier), crown (juara umum), nominee. The printed rank stands beside it in words.
    """
    roman = ROMAN[order] if order and order < len(ROMAN) else str(order or "")
    if scheme in ("terbaik", "juara", "peringkat", "medal"):
        return Roundel(PODIUM.get(order, "plain"), roman)
    if scheme == "harapan":
        return Roundel("merit", roman)
    if scheme == "stars":
        return Roundel("star", str(order or ""))
    if scheme in ("predikat", "tier"):
        last = label.split()[-1] if label.split() else ""
        return Roundel("seal", last if len(last) <= 4 else "")
    return Roundel({"overall": "crown", "nominator": "nominee"}.get(scheme, "plain"), "")
