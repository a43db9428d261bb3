"""Awards: the columns of the registry's downloads, under the same names and with the same meaning.

What goes out of an award stands in awards/exports/columns.py, for files and for the API alike.
"""

from collections.abc import Iterator
from typing import Annotated

from django.db.models import Prefetch
from ninja import Field

from awards.exports.columns import COLUMNS, Column
from awards.exports.rows import for_export
from awards.leading import present_row
from awards.lookups import KIND_WORDS
from awards.models import Award, Kind, Organization, Person, Programme
from awards.querysets import AwardQuerySet
from kim.models import Kelurahan, Kim
from malangnews.api.asking import Asked, Slug, Year, may, says, words
from malangnews.api.parts import Slugged, schema_of
from malangnews.api.resource import Item, Resource, head_of, last_saved, plain
from malangnews.news.models import Article

# Kinds of columns (awards.exports.columns.KINDS) -> what they are in JSON.
TYPES = {
    "teks": str,
    "bilangan": int | None,
    "tanggal": str | None,
    "waktu": str | None,
    "daftar": list[str],
}
LEVELS = {level.value: level.value for level in Programme.Level}
RECIPIENTS = {word: kind for kind, word in KIND_WORDS.items()}
RECEIVERS = {
    "lembaga": ("organization", Organization.objects.all()),
    "kim": ("kim", Kim.objects.all()),
    "kelurahan": ("kelurahan", Kelurahan.objects.all()),
    "orang": ("person", Person.objects.all()),
}


def _field(column: Column) -> tuple:
    example = [column.example] if column.kind == "daftar" else column.example
    if column.kind == "bilangan":
        example = int(column.example) if column.example else None
    return TYPES[column.kind], says(column.meaning, example)


# What every item has anyway (its id) is said there.
OF_COLUMNS = {column.name: _field(column) for column in COLUMNS if column.name != "id"}
Penghargaan = schema_of(
    "Penghargaan",
    "Satu penghargaan.",
    Slugged,
    {
        **OF_COLUMNS,
        "berita": (
            list[str],
            says("Alamat berita portal ini tentangnya.", ["https://malangnews.example.go.id/…"]),
        ),
    },
)


class AwardAsked(Asked):
    """What may be asked of awards: filters of the registry's list, by the same names."""

    tahun: Year = may("Tahun edisi ajang.", 2023)
    tingkat: words(LEVELS) = may("Cakupan ajang.", "provinsi")
    ajang: Slug = may("Bagian akhir alamat ajang.", "anugerah-media-humas")
    penyelenggara: Slug = may("Bagian akhir alamat lembaga yang menggelarnya.", "kemkomdigi")
    jenis: words(RECIPIENTS) = may("Jenis penerima.", "kim")
    penerima: Annotated[
        str, Field(pattern=r"^(lembaga|kim|kelurahan|orang)-[-a-zA-Z0-9_]{1,200}$")
    ] = may("Jenis penerima dan bagian akhir alamatnya.", "kim-kim-lestari-tunjungsekar")
    kelurahan: Slug = may("Diterima kelurahan itu, atau KIM yang berasal dari sana.", "samaan")

    def narrow(self, rows: AwardQuerySet) -> AwardQuerySet:
        rows = super().narrow(rows)
        if self.tahun:
            rows = rows.in_year(self.tahun)
        if self.tingkat:
            rows = rows.at_level(self.tingkat)
        if self.jenis:
            rows = rows.won_by(RECIPIENTS[self.jenis])
        if self.ajang:
            rows = rows.filter(edition__programme__slug=self.ajang)
        for slug, found in (
            (self.penyelenggara, self._organized),
            (self.penerima, self._received),
            (self.kelurahan, self._in_kelurahan),
        ):
            rows = found(rows, slug) if slug else rows
        return rows

    @staticmethod
    def _organized(rows: AwardQuerySet, slug: str) -> AwardQuerySet:
        key = Organization.objects.filter(slug=slug).values_list("pk", flat=True).first()
        return rows.organized_by(key) if key else rows.none()

    @staticmethod
    def _in_kelurahan(rows: AwardQuerySet, slug: str) -> AwardQuerySet:
        key = Kelurahan.objects.filter(slug=slug).values_list("pk", flat=True).first()
        return rows.in_kelurahan(key) if key else rows.none()

    @staticmethod
    def _received(rows: AwardQuerySet, text: str) -> AwardQuerySet:
        word, _, slug = text.partition("-")
        kind, targets = RECEIVERS[word]
        key = targets.filter(slug=slug).values_list("pk", flat=True).first()
        return rows.won_by(kind, key) if key else rows.none()


def public_awards() -> AwardQuerySet:
    """Return the public awards with all that their columns read, and the stories on them."""
    stories = Article.objects.published().newest_first().only("slug")
    rows = for_export(Award.objects.published().annotate(changed=last_saved()))
    return rows.prefetch_related(Prefetch("articles", stories, "public_stories"))


def read_awards(awards: list[Award], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for award in awards:
        cells = {column.name: plain(column.read(award, site)) for column in COLUMNS}
        yield {
            **cells,
            **head_of(award, site),
            "berita": [site + story.get_absolute_url() for story in award.public_stories],
        }


def slug_of_merged(kind: Kind, slug: str) -> str | None:
    """Return the slug of the public row that what stood at ``slug`` was merged into."""
    row = present_row(kind, slug)
    return row and row.slug


AWARDS = Resource(
    name="penghargaan",
    title="Penghargaan",
    one="satu penghargaan",
    about="Penghargaan yang terbit: ajang, peringkat seperti tercetak, penerima, tanggal dengan "
    "ketelitiannya, dan sumbernya. Nama dan arti kolomnya sama dengan berkas unduhan.",
    schema=Penghargaan,
    asked=AwardAsked,
    rows=public_awards,
    read=read_awards,
    keys=("-published_at", "-pk"),
    order="yang terbaru terbit lebih dahulu",
    gone=Award.objects.gone,
    moved=lambda slug: slug_of_merged(Kind.AWARD, slug),
)
