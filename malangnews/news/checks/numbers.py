"""Numbers: how many awards the text says there are, and how many it is linked to."""

import re
from collections import Counter
from collections.abc import Iterator

from malangnews.news.checks.papers import Finding, Manuscript
from malangnews.news.checks.sentences import any_of, sentence_around

UNITS = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
WORDS = {word: number for number, word in enumerate(UNITS, 1)}
WORDS |= {"sepuluh": 10, "sebelas": 11, "dua puluh": 20}
WORDS |= {f"{word} belas": number + 10 for word, number in WORDS.items() if 1 < number < 10}
IN_WORDS = {number: word for word, number in WORDS.items()}
LEVELS = ("internasional", "nasional", "regional", "provinsi", "kota", "kecamatan")

# A story with fewer links, or with a number far above them, tells of some awards among others.
FEW = 3
NEAR = 2

NUMBER = rf"(?:{any_of(WORDS)}|(?<![\d.,/])\d{{1,2}}(?![\d.,/]))"
COUNTED = re.compile(
    rf"\b(?P<number>{NUMBER})\s+(?:buah\s+)?penghargaan\b"
    rf"(?:\s+(?:(?:di\s+)?tingkat\s+(?P<level>{any_of(LEVELS)})"
    r"|(?P<plain_level>internasional|nasional|regional|provinsi))\b)?",
    re.IGNORECASE,
)
ANY_NUMBER = re.compile(rf"\b{NUMBER}\b", re.IGNORECASE)
ROUGHLY = re.compile(
    r"\b(?:lebih|lebih dari|sekitar|hampir|kurang|sedikitnya|minimal|ke)[\s-]+$", re.IGNORECASE
)
# The number is of a part: the others, those of one class, of one programme, of another year.
PART = re.compile(
    r"\s+(?:lain|sisanya|berikutnya|di antaranya|(?:untuk\s+)?kategori"
    r"|(?:pada|dari|untuk|dalam|di)\s+ajang|(?:pada|dari|dalam)\s+[A-Z]"
    r"|(?:pada\s+)?(?:tahun|\d{4}))\b"
)
PART_OF = re.compile(r"\b(?:dari|antara)\s+$")


def _number(words: str) -> int:
    folded = " ".join(words.split()).casefold()
    return int(folded) if folded.isdecimal() else WORDS[folded]


def count_of_awards(manuscript: Manuscript) -> Iterator[Finding]:
    """A number of awards that is not the number of those the story is linked to."""
    text = manuscript.body_text
    total = len(manuscript.linked_awards)
    if not total:
        return
    levels = Counter(award.level for award in manuscript.linked_awards)
    counted = list(COUNTED.finditer(text))
    said = {_number(match["number"]) for match in counted if not _level(match)}
    for match in counted:
        number, level = _number(match["number"]), _level(match)
        right = levels[level] if level else total
        if number in (1, right) or not right or ROUGHLY.search(_before(text, match)):
            continue
        if not level and (total in said or _is_of_a_part(text, match, total)):
            continue
        words = match["number"]
        mend = str(right) if words.isdecimal() else IN_WORDS.get(right, str(right))
        mend = mend.capitalize() if words[0].isupper() else mend
        of_level = f" tingkat {level}" if level else ""
        why = f"Berita ini ditautkan ke {right} penghargaan{of_level}, bukan {number}."
        mended = mend + match.group()[len(words) :]
        yield manuscript.finding("jumlah", *match.span(), why, mended)


def _level(match: re.Match[str]) -> str:
    return (match["level"] or match["plain_level"] or "").casefold()


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 30) : match.start()]


def _is_of_a_part(text: str, match: re.Match[str], total: int) -> bool:
    """True where the number is not meant to be of all awards: of some, or of more than these."""
    number = _number(match["number"])
    if PART.match(text, match.end()) or PART_OF.search(_before(text, match)):
        return True
    if number > total and (total < FEW or number > total + NEAR):
        return True
    numbers = ANY_NUMBER.findall(sentence_around(text, match.start()))
    return sum(map(_number, numbers)) == total
