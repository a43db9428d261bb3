"""Numbers inside a text that are counted when it is shown: "tahun=2023;tingkat=nasional".

So a story at the end of a year never drifts from the registry. A question uses the words of the
list's address, and leads there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, IntegerField, Value
from django.urls import reverse

from awards.models import Award, Programme
from awards.querysets import AwardQuerySet

# What may be asked, in the order of an address, and what each may be.
KINDS = {"lembaga": "organization", "kim": "kim", "kelurahan": "kelurahan", "orang": "person"}
KIND_NAMES = {"lembaga": "lembaga", "kim": "KIM", "kelurahan": "kelurahan", "orang": "perorangan"}
FORMS = {
    "tahun": re.compile(r"(?:19|2[0-9])[0-9]{2}"),
    "tingkat": re.compile("|".join(Programme.Level.values)),
    "ajang": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "jenis": re.compile("|".join(KINDS)),
    "peringkat": re.compile("pertama"),
}
LONGEST = 160
# A database joins so many questions into one at most.
MOST = 100


@dataclass(frozen=True)
class Question:
    """Which published awards are meant; ``parts`` are (name, value) in the order of FORMS."""

    parts: tuple[tuple[str, str], ...] = ()

    @property
    def spec(self) -> str:
        """The question as it stands in a text."""
        return ";".join(f"{name}={value}" for name, value in self.parts)

    @property
    def address(self) -> str:
        """Where a reader finds the awards that were counted."""
        path = reverse("awards:award_list")
        return f"{path}?{urlencode(self.parts)}" if self.parts else path

    @property
    def words(self) -> str:
        """The question for staff: "Jumlah penghargaan KIM 2023 tingkat nasional"."""
        said = dict(self.parts)
        words = ["Jumlah penghargaan"]
        if "jenis" in said:
            words.append(KIND_NAMES[said["jenis"]])
        if "ajang" in said:
            words.append(f"ajang {said['ajang']}")
        if "tahun" in said:
            words.append(said["tahun"])
        if "tingkat" in said:
            words.append(f"tingkat {said['tingkat']}")
        if "peringkat" in said:
            words.append("peringkat pertama")
        return " ".join(words)

    def narrow(self, awards: AwardQuerySet) -> AwardQuerySet:
        """Return those of ``awards`` that are meant."""
        for name, value in self.parts:
            if name == "tahun":
                awards = awards.in_year(int(value))
            elif name == "tingkat":
                awards = awards.at_level(value)
            elif name == "ajang":
                awards = awards.filter(edition__programme__slug=value)
            elif name == "jenis":
                awards = awards.won_by(KINDS[value])
            else:
                awards = awards.first_placed()
        return awards


def parse(spec: str) -> Question | None:
    """Return the question of ``spec``, "" for all awards; None for what is no question."""
    if len(spec) > LONGEST:
        return None
    said = {}
    for part in filter(None, spec.split(";")):
        name, _, value = part.partition("=")
        if name not in FORMS or name in said or not FORMS[name].fullmatch(value):
            return None
        said[name] = value
    return Question(tuple((name, said[name]) for name in FORMS if name in said))


def understand(words: str) -> Question | None:
    """Return what staff ask for in their own words: "jumlah kim 2023 nasional"; None if nothing.

    Words that are no part of a question are passed over, so that a search may begin with any.
    """
    told = words.lower().split()
    said = {}
    for word in told:
        for name in ("tahun", "tingkat", "jenis", "peringkat"):
            if FORMS[name].fullmatch(word):
                said.setdefault(name, word)
    asked = any(word in ("jumlah", "total", "angka", "berapa", "banyaknya") for word in told)
    if not said and not asked:
        return None
    return Question(tuple((name, said[name]) for name in FORMS if name in said))


def count(questions: Iterable[Question]) -> dict[Question, int]:
    """Return how many published awards each question finds, in one query for up to MOST."""
    asked = list(dict.fromkeys(questions))[:MOST]
    rows = [
        question.narrow(Award.objects.published())
        .order_by()
        .annotate(number=Value(index, output_field=IntegerField()))
        .values("number")
        .annotate(found=Count("pk"))
        .values_list("number", "found")
        for index, question in enumerate(asked)
    ]
    if not rows:
        return {}
    found = dict(rows[0].union(*rows[1:], all=True)) if len(rows) > 1 else dict(rows[0])
    return {question: found.get(index, 0) for index, question in enumerate(asked)}
