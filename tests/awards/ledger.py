"""A random registry that is written down twice: in the database, and as plain facts.

The facts are counted by hand, without the code under test, to tell what the list should say.
"""

import datetime as dt
import random
from collections import Counter
from dataclasses import dataclass, field

from django.utils import timezone

from awards.models import Award, Recipient
from tests.factories import (
    PAST,
    kelurahan,
    make_edition,
    make_kim,
    make_organization,
    make_person,
    make_programme,
    make_work,
)

WORDS = {"organization": "lembaga", "kim": "kim", "kelurahan": "kelurahan", "person": "orang"}
RANKS = (
    *(("terbaik", n, f"Terbaik {n}") for n in (1, 2, 3)),
    *(("juara", n, f"Juara {n}") for n in (1, 3)),
    *(("stars", n, f"Bintang {n}") for n in (3, 5)),
    ("medal", 1, "Medali Emas"),
    ("overall", None, "Juara Umum"),
    ("harapan", 1, "Juara Harapan I"),
    ("predikat", None, "Predikat A"),
    ("other", None, "Penghargaan khusus"),
)
FIRST = {("terbaik", 1), ("juara", 1), ("peringkat", 1), ("medal", 1)}
CLASSES = {"overall": 0, "harapan": 2, "stars": 3, "predikat": 4, "tier": 4, "nominator": 5}
CLASSES |= dict.fromkeys(("terbaik", "juara", "peringkat", "medal"), 1)
CATEGORIES = ("", "Video Kreatif", "Situs Web", "Video", "Media Sosial 100%")
PLACES = ("Samaan", "Purwantoro", "Kauman")
# Values to choose from, some of which nothing in the registry has.
CHOICES = {
    "tahun": ["2020", "2021", "2022", "2023", "1999"],
    "tingkat": ["nasional", "provinsi", "kota", "internasional"],
    "penyelenggara": ["penyelenggara-0", "penyelenggara-1", "penyelenggara-2"],
    "ajang": ["ajang-0", "ajang-3", "ajang-6"],
    "jenis": list(WORDS.values()),
    "penerima": ["lembaga-dinas-0", "kim-kim-uji-1", "kelurahan-samaan", "orang-penerima-0"],
    "peringkat": ["pertama", "terbaik", "terbaik-2", "juara-3", "stars-5", "overall", "tier"],
    "kategori": ["Video", "Situs Web", "Media Sosial 100%"],
    "kelurahan": ["samaan", "kauman", "sukun"],
    "q": ["ajang", "VIDEO 2022", "kim uji", "rw 05", "tema-lama", "100%", "karya uji", "tidak-ada"],
}
ORDERS = ("", "terlama", "peringkat", "nama")


@dataclass
class Fact:
    """One award, in plain values. ``values`` are those of each filter that find it."""

    key: int
    year: int
    name: str
    rank: tuple[str, int | None]
    category: str
    day: dt.date | None
    values: dict[str, set[str]]
    texts: list[str] = field(default_factory=list)

    def satisfies(self, chosen: dict[str, str]) -> bool:
        """Whether every chosen filter finds it."""
        return all(
            self.holds(value) if name == "q" else value in self.values[name]
            for name, value in chosen.items()
        )

    def holds(self, words: str) -> bool:
        """Whether each word stands in one of its texts or is its year."""
        return all(
            any(word in text.lower() for text in self.texts) or word == str(self.year)
            for word in words.lower().split()
        )


def count(facts: list[Fact], chosen: dict[str, str]) -> int:
    return sum(fact.satisfies(chosen) for fact in facts)


def count_values(facts: list[Fact], chosen: dict[str, str], name: str) -> Counter[str]:
    """How many awards each value of a filter finds among those that the other filters leave."""
    others = {other: value for other, value in chosen.items() if other != name}
    return Counter(v for fact in facts if fact.satisfies(others) for v in fact.values[name])


def in_order(facts: list[Fact], chosen: dict[str, str], order: str) -> list[int]:
    """The keys of the awards that are left, in an order of the list."""
    left = [fact for fact in facts if fact.satisfies(chosen)]
    return [fact.key for fact in sorted(left, key=lambda fact: _place(fact, order))]


def _place(fact: Fact, order: str) -> tuple:
    scheme, number = fact.rank
    sign = 1 if order == "terlama" else -1
    day = (fact.day is None, sign * (fact.day or dt.date.min).toordinal())
    rest = (fact.name, number is None, number or 0, fact.category, fact.key)
    usual = (sign * fact.year, day, *rest)
    if order == "peringkat":
        within = 99_999 if number is None else -number if scheme == "stars" else number
        return (CLASSES.get(scheme, 6), within, *usual)
    return (fact.name.lower(), fact.name, *usual) if order == "nama" else usual


def write(seed: int, size: int = 300) -> list[Fact]:
    """Make a registry of ``size`` published awards, and hidden ones beside; return its facts."""
    chance = random.Random(seed)
    offices = [make_organization(name=f"Dinas {n}", slug=f"dinas-{n}") for n in range(9)]
    hosts = [
        make_organization(
            name=f"Penyelenggara {n}", abbreviation=f"P{n}", slug=f"penyelenggara-{n}"
        )
        for n in range(4)
    ]
    programmes = [
        make_programme(
            name=f"{'aA'[n % 2]}jang {n}",
            slug=f"ajang-{n}",
            level=chance.choice(["nasional", "provinsi", "kota"]),
            organizer=chance.choice([*hosts, None]),
            aliases=f"Lomba lama {n}",
        )
        for n in range(8)
    ]
    editions = [
        make_edition(
            programme=programme,
            year=year,
            theme=chance.choice(["", "Tema-lama yang besar"]),
            conferred_on=chance.choice([None, dt.date(year, 5, chance.randint(1, 9))]),
            co_organizers=chance.sample(hosts, chance.choice([0, 0, 1, 2])),
        )
        for programme in programmes
        for year in (2020, 2021, 2022, 2023)
    ]
    homes = [kelurahan(name) for name in PLACES]
    targets = [
        *offices,
        *homes,
        *(
            make_kim(True, name=f"KIM Uji {n}", slug=f"kim-uji-{n}", kelurahan=homes[n % 3])
            for n in range(4)
        ),
        *(make_person(name=f"Penerima {n}", slug=f"penerima-{n}") for n in range(3)),
    ]
    works = [None, None, make_work(title="Karya Uji Utama")]
    facts = [_confer(chance, editions, targets, works) for _ in range(size)]
    for _ in range(20):
        _confer(chance, editions, targets, works, hidden=True)
    return facts


def _confer(chance, editions, targets, works, hidden: bool = False) -> Fact:
    edition, (scheme, order, label) = chance.choice(editions), chance.choice(RANKS)
    work = chance.choice(works)
    states = [("draft", None), ("review", None), ("published", timezone.now() + dt.timedelta(1))]
    status, at = chance.choice(states) if hidden else ("published", PAST)
    award = Award.objects.create(
        edition=edition,
        category=chance.choice(CATEGORIES),
        participant_class=chance.choice(["", "Umum"]),
        rank_scheme=scheme,
        rank_order=order,
        rank_label=label,
        conferred_on=chance.choice([None, None, dt.date(edition.year, 6, chance.randint(1, 9))]),
        work=work,
        status=status,
        published_at=at,
    )
    programme = edition.programme
    values = {
        "tahun": {str(edition.year)},
        "tingkat": {programme.level},
        "penyelenggara": {host.slug for host in edition.co_organizers.all()},
        "ajang": {programme.slug},
        "peringkat": {scheme, f"{scheme}-{order}"} if order else {scheme},
        "kategori": {award.category} - {""},
        "jenis": set(),
        "penerima": set(),
        "kelurahan": set(),
    }
    values["penyelenggara"] |= {programme.organizer.slug} if programme.organizer else set()
    values["peringkat"] |= {"pertama"} if scheme == "overall" or (scheme, order) in FIRST else set()
    texts = [award.category, award.participant_class, label, edition.theme, programme.name]
    texts += [programme.abbreviation, programme.aliases, work.title if work else ""]
    # Sometimes the same kelurahan twice, in two parts, as a row of the registry may have it.
    for target in chance.sample(targets, chance.choice([1, 1, 1, 2, 3])):
        kind = type(target)._meta.model_name
        parts = ["RW 05", "RW 19"] if kind == "kelurahan" and chance.random() < 0.4 else [""]
        for part in parts:
            Recipient.objects.create(award=award, detail=part, **{kind: target})
            texts += [part, target.name, getattr(target, "abbreviation", "")]
        values["jenis"].add(WORDS[kind])
        values["penerima"].add(f"{WORDS[kind]}-{target.slug}")
        if kind in ("kelurahan", "kim"):
            home = target if kind == "kelurahan" else target.kelurahan
            values["kelurahan"].add(home.slug)
    day = award.conferred_on or edition.conferred_on
    rank = (scheme, order)
    return Fact(award.pk, edition.year, programme.name, rank, award.category, day, values, texts)
