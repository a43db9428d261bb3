"""Generated awards for measuring, marked as such: programmes "Ajang Uji 1" and so on."""

import datetime as dt
from collections.abc import Iterator

from django.utils.text import slugify

from awards.models import Award, Edition, Organization, Person, Programme, Recipient, Source
from awards.ranks import read_rank
from kim.models import Kelurahan, Kim
from malangnews.demo.series import next_number, pick, shuffled, told

PREFIX = "penghargaan-uji-"
YEARS = range(2012, 2024)
PROGRAMMES = 40
ORGANIZERS = 16
PEOPLE = 20
RANKS = (
    "Terbaik I,Juara I,Juara Harapan I,Nominator,Terbaik II,Juara II,Predikat A,Level Stars 4,"
    "Terbaik III,Juara III,Medali Emas,Peringkat 2,Juara Umum,Juara Harapan II"
).split(",")
FIELDS = "Website,Video,Media Sosial,Kampanye,Siaran Pers,Majalah,Inovasi,Pelayanan".split(",")
CLASSES = "Kota,Dinas,Kecamatan,Kelurahan,Komunitas,Sekolah,Umum".split(",")
# As in a real registry, many categories: 56 of them.
CATEGORIES = [f"{name} {entrants}" for entrants in CLASSES for name in FIELDS]


def add_awards(count: int, seed: int) -> Iterator[str]:
    """Add that many awards after those that earlier runs made; yield lines of progress."""
    if count:
        first = next_number(Award.objects, PREFIX)
        yield from told("penghargaan uji", first, count, Jury(seed).confer)


class Jury:
    """Everything that the awards of one seed are made from, read once."""

    def __init__(self, seed: int) -> None:
        self.editions = shuffled(editions(), seed)
        # Kinds of recipient, the commonest twice: offices win more than others.
        offices = list(Organization.objects.filter(receptions__isnull=False).distinct())
        self.recipients = [
            ("organization", shuffled(offices or Organization.objects.all(), seed)),
            ("kelurahan", shuffled(Kelurahan.objects.all(), seed)),
            ("organization", shuffled(Organization.objects.all(), seed)),
            ("kim", shuffled(Kim.objects.published(), seed)),
            ("person", shuffled(people(), seed)),
        ]

    def confer(self, numbers: range) -> None:
        """Insert the awards of those numbers with recipients and sources."""
        awards = Award.objects.bulk_create([self.award(number) for number in numbers])
        pairs = list(zip(numbers, awards, strict=True))
        Recipient.objects.bulk_create(
            self.recipient(number, award, position)
            for number, award in pairs
            for position in range(1, 3 if number % 10 == 0 else 2)
        )
        Source.objects.bulk_create(
            Source(award=award, title=f"Catatan uji {number}, bukan penghargaan nyata")
            for number, award in pairs
        )

    def award(self, number: int) -> Award:
        """Return award ``number``, not saved yet."""
        edition = pick(self.editions, number)
        label = pick(RANKS, number // len(self.editions) + number)
        scheme, order = read_rank(label)
        return Award(
            edition=edition,
            slug=f"{PREFIX}{number:07}",
            category=pick(CATEGORIES, number // 3),
            rank_label=label,
            rank_scheme=scheme,
            rank_order=order,
            remarks="Penghargaan uji: disusun oleh program untuk mengukur portal.",
            status=Award.Status.PUBLISHED,
            published_at=dt.datetime.combine(edition.conferred_on, dt.time(5), tzinfo=dt.UTC),
        )

    def recipient(self, number: int, award: Award, position: int) -> Recipient:
        """Return the first or second recipient of an award; the second is of the next kind."""
        kind, rows = pick(self.recipients, number // 10 + number + position)
        return Recipient(award=award, position=position, **{kind: pick(rows, number // 5)})


def editions() -> list[Edition]:
    """Return the editions of all generated programmes, made when they are missing.

    Every third edition has a co-organiser.
    """
    levels, hosts, found = Programme.Level.values, organizers(), []
    for number in range(1, PROGRAMMES + 1):
        name = f"Ajang Uji {number}"
        programme, _ = Programme.objects.get_or_create(
            slug=slugify(name),
            defaults={
                "name": name,
                "organizer": pick(hosts, number),
                "level": pick(levels, number),
            },
        )
        for year in YEARS:
            conferred_on = dt.date(year, number % 12 + 1, number % 28 + 1)
            edition, made = Edition.objects.get_or_create(
                programme=programme, year=year, defaults={"conferred_on": conferred_on}
            )
            if made and (number + year) % 3 == 0:
                edition.co_organizers.add(pick(hosts, number + year))
            found.append(edition)
    return found


def organizers() -> list[Organization]:
    """Return the generated organisers, made when they are missing."""
    names = [f"Penyelenggara Uji {number}" for number in range(1, ORGANIZERS + 1)]
    return [
        Organization.objects.get_or_create(
            slug=slugify(name), defaults={"name": name, "kind": Organization.Kind.OTHER}
        )[0]
        for name in names
    ]


def people() -> list[Person]:
    """Return the generated recipients that are no office, made when they are missing."""
    names = [f"Penerima Uji {number}" for number in range(1, PEOPLE + 1)]
    return [
        Person.objects.get_or_create(slug=slugify(name), defaults={"name": name})[0]
        for name in names
    ]
