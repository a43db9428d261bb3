"""The registry's filters: read from an address, applied to rows, written back as an address.

Every state of the list is an address. A value that nobody can have meant is set aside and named
to the reader; it never breaks the page. Counting what each filter would leave is in facets.py.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from awards.models import Award, Programme, Recipient
from awards.querysets import AwardQuerySet
from awards.ranks import ROMAN

# Parameter names in the order in which they stand in an address.
LABELS = {
    "tahun": "tahun",
    "tingkat": "tingkat",
    "ajang": "ajang",
    "jenis": "jenis penerima",
    "penerima": "penerima",
    "peringkat": "peringkat",
    "q": "kata",
}
# Kinds of recipient as readers write them in an address; the field names are understood too.
KIND_WORDS = {
    "organization": "lembaga",
    "kim": "kim",
    "kelurahan": "kelurahan",
    "person": "orang",
}
KIND_LABELS = {
    "organization": "Lembaga",
    "kim": "KIM",
    "kelurahan": "Kelurahan",
    "person": "Perorangan",
}
FIRST = "pertama"
FIRST_LABEL = "Semua peringkat pertama"
MEDALS = {1: "emas", 2: "perak", 3: "perunggu"}
MOST_CHARACTERS = 100
MOST_WORDS = 6


@dataclass(frozen=True)
class Choice:
    """One filter as chosen: its value in the address, its name among the options of its group,
    its words where it stands alone, and what it asks of the rows."""

    value: str
    name: str
    label: str
    narrow: Callable[[AwardQuerySet], AwardQuerySet]


@dataclass(frozen=True)
class Filters:
    """The chosen filters by parameter name, and notices about what was set aside."""

    chosen: dict[str, Choice] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def narrow(self, awards: AwardQuerySet, without: tuple[str, ...] = ()) -> AwardQuerySet:
        """Return the awards that satisfy every chosen filter but those named in ``without``."""
        for name, choice in self.chosen.items():
            if name not in without:
                awards = choice.narrow(awards)
        return awards

    def value(self, name: str) -> str:
        """Return the chosen value of one filter, empty when it is not chosen."""
        return self.chosen[name].value if name in self.chosen else ""

    def address(self, **changes: str) -> str:
        """Return the address of this state with some filters changed; an empty value drops one."""
        values = {name: self.value(name) for name in LABELS} | changes
        query = urlencode({name: value for name, value in values.items() if value})
        path = reverse("awards:award_list")
        return f"{path}?{query}" if query else path

    @property
    def year(self) -> int | None:
        return int(self.value("tahun")) if "tahun" in self.chosen else None

    @property
    def words(self) -> str:
        return self.value("q")

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """Names and values that the search form must carry along."""
        return [(name, choice.value) for name, choice in self.chosen.items() if name != "q"]

    @property
    def chips(self) -> list[dict[str, object]]:
        """The chosen filters, each with the address of the list without it."""
        return [
            {"label": choice.label, "url": self.address(**{name: ""}), "selected": True}
            for name, choice in self.chosen.items()
        ]

    @property
    def title(self) -> str:
        """The page's title in words: "Penghargaan 2023, tingkat provinsi"."""
        start = f"Penghargaan {self.value('tahun') or 'Kota Malang'}"
        rest = [choice.label for name, choice in self.chosen.items() if name != "tahun"]
        return ", ".join([start, *(_lower_first(label) for label in rest)])

    @property
    def is_narrow(self) -> bool:
        """True for states that search engines need not keep: words, and several filters at once."""
        return "q" in self.chosen or len(self.chosen) > 1


def read_filters(params: QueryDict) -> Filters:
    """Read the filters of an address; at most two queries, for a programme and a recipient."""
    filters = Filters()
    for name, label in LABELS.items():
        text = params.get(name, "").strip()
        choice = READERS[name](text) if text else None
        if choice:
            filters.chosen[name] = choice
        elif text:
            filters.notices.append(f"Saringan {label} “{text[:40]}” tidak dikenal dan diabaikan.")
    return filters


def rank_name(scheme: str, order: int | None) -> str:
    """Return a rank in words: "Terbaik I", "Medali emas", "Bintang 4", "Predikat"."""
    name = Award.RankScheme(scheme).label if scheme else "Tanpa jenis peringkat"
    if order is None:
        return name
    if scheme == "medal" and order in MEDALS:
        return f"{name} {MEDALS[order]}"
    if scheme == "stars" or order >= len(ROMAN):
        return f"{name} {order}"
    return f"{name} {ROMAN[order]}"


def recipient_value(recipient: Recipient) -> str:
    """Return how a recipient is written in an address: "kim-kim-samaan"."""
    kind = next(kind for kind in Recipient.KINDS if getattr(recipient, f"{kind}_id"))
    return f"{KIND_WORDS[kind]}-{recipient.target.slug}"


def recipient_label(recipient: Recipient) -> str:
    """Return the recipient's name as a whole, without the part that a row may name."""
    return f"Kelurahan {recipient.kelurahan}" if recipient.kelurahan_id else str(recipient.target)


def _year(text: str) -> Choice | None:
    if len(text) != 4 or not (text.isascii() and text.isdigit()) or not 1900 <= int(text) < 3000:
        return None
    year = int(text)
    return Choice(text, text, f"Tahun {year}", lambda rows: rows.in_year(year))


def _level(text: str) -> Choice | None:
    if text not in Programme.Level.values:
        return None
    name = Programme.Level(text).label
    return Choice(text, name, f"Tingkat {name.lower()}", lambda rows: rows.at_level(text))


def _programme(text: str) -> Choice | None:
    programme = Programme.objects.published().filter(slug=text).first()
    if programme is None:
        return None
    name = programme.name
    return Choice(text, name, name, lambda rows: rows.filter(edition__programme=programme))


def _kind_of(text: str) -> str:
    return next((kind for kind, word in KIND_WORDS.items() if text in (kind, word)), "")


def _kind(text: str) -> Choice | None:
    kind = _kind_of(text)
    if not kind:
        return None
    name = KIND_LABELS[kind]
    return Choice(KIND_WORDS[kind], name, f"Penerima: {name}", lambda rows: rows.won_by(kind))


def _recipient(text: str) -> Choice | None:
    """Only who received a public award: names of the others are nobody's business yet."""
    word, _, slug = text.partition("-")
    kind = _kind_of(word)
    if not kind:
        return None
    public = Q(award__in=Award.objects.published().order_by().values("pk"))
    found = Recipient.objects.filter(public, **{f"{kind}__slug": slug}).named().first()
    if found is None:
        return None
    name, target = recipient_label(found), found.target
    return Choice(recipient_value(found), name, name, lambda rows: rows.received_by(target))


def _rank(text: str) -> Choice | None:
    if text == FIRST:
        return Choice(text, FIRST_LABEL, FIRST_LABEL, lambda rows: rows.first_placed())
    scheme, dash, place = text.partition("-")
    if scheme not in Award.RankScheme.values:
        return None
    if not dash:
        name = rank_name(scheme, None)
        return Choice(text, name, name, lambda rows: rows.ranked(scheme))
    if len(place) > 3 or not (place.isascii() and place.isdigit()) or place.startswith("0"):
        return None
    order = int(place)
    name = rank_name(scheme, order)
    return Choice(text, name, name, lambda rows: rows.ranked(scheme, order))


def _words(text: str) -> Choice | None:
    words = text[:MOST_CHARACTERS].split()[:MOST_WORDS]
    text = " ".join(words)
    return Choice(text, text, f"Kata: {text}", lambda rows: rows.matching(words))


def _lower_first(label: str) -> str:
    """Lower the first letter of our own words, not of names."""
    ours = label.startswith(("Tingkat ", "Penerima: ", "Kata: ", FIRST_LABEL))
    return label[0].lower() + label[1:] if ours else label


READERS: dict[str, Callable[[str], Choice | None]] = {
    "tahun": _year,
    "tingkat": _level,
    "ajang": _programme,
    "jenis": _kind,
    "penerima": _recipient,
    "peringkat": _rank,
    "q": _words,
}
