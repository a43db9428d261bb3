"""Programmes and organisations. They are public through a public award only."""

from collections.abc import Iterator

from django.db.models import Count, F, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce
from ninja import Schema

from awards.models import Award, Edition, Kind, Organization, Programme, Recipient
from malangnews.api.asking import Asked, Slug, Year, may, one_of, says, words
from malangnews.api.awards import LEVELS, slug_of_merged
from malangnews.api.parts import Rujukan, Slugged, refer
from malangnews.api.resource import Item, Resource, head_of

KINDS = one_of(Organization.Kind)
ROLES = {"penyelenggara": "penyelenggara", "penerima": "penerima"}


class Ajang(Slugged):
    """One competition or honour that is held again and again."""

    nama: str = says("Nama ajang.", "Anugerah Media Humas")
    singkatan: str = says("Singkatannya; kosong bila tidak ada.", "AMH")
    ejaan_lain: list[str] = says("Ejaan lain namanya.", [])
    tingkat: str = says("Cakupan ajangnya, bukan kelas pesertanya.", "nasional")
    penyelenggara: Rujukan | None = says("Lembaga yang menggelarnya.", None)
    tentang: str = says("Keterangan singkat.", "Ajang kehumasan pemerintah.")
    situs: str = says("Situs webnya; kosong bila tidak ada.", "https://contoh.id/")
    tahun: list[int] = says("Tahun-tahun dengan penghargaan yang terbit.", [2022, 2023])
    penghargaan: int = says("Banyaknya penghargaan yang terbit.", 4)


class NamaLain(Schema):
    """Another name of an organisation, and when it held."""

    nama: str = says("Nama lain itu.", "Kementerian Komunikasi dan Informatika")
    singkatan: str = says("Singkatannya.", "Kominfo")
    berlaku_sejak: str | None = says("Awal berlakunya.", "2005-01-31")
    berlaku_sampai: str | None = says("Akhir berlakunya.", "2024-10-20")


class Lembaga(Slugged):
    """One organisation that gives or won a public award."""

    nama: str = says("Nama resmi yang sekarang.", "Kementerian Komunikasi dan Digital")
    singkatan: str = says("Singkatannya; kosong bila tidak ada.", "Kemkomdigi")
    nama_lain: list[NamaLain] = says("Nama pada waktu lain, dan ejaan lain.", [])
    jenis: str = says("Jenis lembaga.", "Kementerian atau lembaga negara")
    tentang: str = says("Keterangan singkat.", "")
    situs: str = says("Situs webnya; kosong bila tidak ada.", "https://www.komdigi.go.id/")
    diterima: int = says("Banyaknya penghargaan terbit yang diterimanya.", 0)


class ProgrammeAsked(Asked):
    """What may be asked of programmes."""

    tahun: Year = may("Dengan penghargaan yang terbit dari edisi tahun itu.", 2023)
    tingkat: words(LEVELS) = may("Cakupan ajang.", "provinsi")
    penyelenggara: Slug = may("Bagian akhir alamat lembaga yang menggelarnya.", "kemkomdigi")

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows)
        if self.tingkat:
            rows = rows.filter(level=self.tingkat)
        if self.tahun:
            held = Edition.objects.published().filter(year=self.tahun).order_by()
            rows = rows.filter(pk__in=held.values("programme"))
        if self.penyelenggara:
            rows = rows.filter(organizer__slug=self.penyelenggara)
        return rows


class OrganizationAsked(Asked):
    """What may be asked of organisations."""

    jenis: words(KINDS) = may("Jenis lembaga.", "perangkat-daerah")
    peran: words(ROLES) = may("Yang menggelar, atau yang menerima penghargaan.", "penerima")

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows)
        if self.jenis:
            rows = rows.filter(kind=KINDS[self.jenis])
        if self.peran == "penyelenggara":
            rows = rows.organizing()
        if self.peran == "penerima":
            rows = rows.filter(received__gt=0)
        return rows


def _counted(rows: QuerySet, path: str) -> Coalesce:
    """How many of ``rows`` point at each row by ``path``."""
    found = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Coalesce(Subquery(found.annotate(number=Count("pk")).values("number")), 0)


def public_programmes() -> QuerySet:
    """Return the programmes of public awards, in two queries."""
    awards = _counted(Award.objects.published(), "edition__programme")
    editions = Edition.objects.published().order_by("year")
    return (
        Programme.objects.published()
        .with_last_change()
        .annotate(changed=F("last_change"), award_total=awards)
        .select_related("organizer")
        .prefetch_related(Prefetch("editions", editions, "public_editions"))
    )


def public_organizations() -> QuerySet:
    """Return the organisations of public awards, in two queries."""
    received = Recipient.objects.filter(award__in=Award.objects.published().order_by())
    return (
        Organization.objects.published()
        .with_last_change()
        .annotate(changed=F("last_change"), received=_counted(received, "organization"))
        .prefetch_related("names")
    )


def read_programmes(rows: list[Programme], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        yield {
            **head_of(row, site),
            "nama": row.name,
            "singkatan": row.abbreviation,
            "ejaan_lain": row.alias_list,
            "tingkat": row.level,
            "penyelenggara": refer(row.organizer, site, row.organizer and row.organizer.name),
            "tentang": row.about,
            "situs": row.website,
            "tahun": [edition.year for edition in row.public_editions],
            "penghargaan": row.award_total,
        }


def read_organizations(rows: list[Organization], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        yield {
            **head_of(row, site),
            "nama": row.name,
            "singkatan": row.abbreviation,
            "nama_lain": [
                {
                    "nama": other.name,
                    "singkatan": other.abbreviation,
                    "berlaku_sejak": other.valid_from and other.valid_from.isoformat(),
                    "berlaku_sampai": other.valid_until and other.valid_until.isoformat(),
                }
                for other in row.names.all()
            ],
            "jenis": row.get_kind_display(),
            "tentang": row.about,
            "situs": row.website,
            "diterima": row.received,
        }


PROGRAMMES = Resource(
    name="ajang",
    title="Ajang",
    one="satu ajang",
    about="Ajang dengan sedikitnya satu penghargaan yang terbit.",
    schema=Ajang,
    asked=ProgrammeAsked,
    rows=public_programmes,
    read=read_programmes,
    keys=("pk",),
    order="urut dicatat",
    moved=lambda slug: slug_of_merged(Kind.PROGRAMME, slug),
)
ORGANIZATIONS = Resource(
    name="lembaga",
    title="Lembaga",
    one="satu lembaga",
    about="Lembaga yang menggelar atau menerima penghargaan yang terbit.",
    schema=Lembaga,
    asked=OrganizationAsked,
    rows=public_organizations,
    read=read_organizations,
    keys=("pk",),
    order="urut dicatat",
    moved=lambda slug: slug_of_merged(Kind.ORGANIZATION, slug),
)
