"""Kelurahan, and what they have to offer."""

from collections.abc import Iterator

from django.db.models import Max, OuterRef, QuerySet, Subquery

from kim.coverage import BEST_FIRST, UNRECORDED, state_label
from kim.filters import KINDS
from kim.models import Kelurahan, Kim, Potential
from kim.potential_data import COLUMNS
from malangnews.api.asking import Asked, Slug, may, says, words
from malangnews.api.parts import Rujukan, Slugged, refer, schema_of
from malangnews.api.resource import Item, Resource, head_of, last_saved, plain

# A way to reach somebody asks for a consent each time; it is in the file of potentials alone.
OF_POTENTIALS = tuple(column for column in COLUMNS if column.name != "kontak")
TYPES = {"produk": list[str], "berita": int}


class Wilayah(Slugged):
    """One kelurahan."""

    kode: str = says("Kode Kemendagri.", "35.73.02.1003")
    nama: str = says("Nama kelurahan.", "Samaan")
    ejaan_lain: list[str] = says("Ejaan lain namanya.", [])
    kecamatan: Rujukan = says("Kecamatannya.", None)
    kode_pos: str = says("Kode pos.", "65112")
    lintang: float = says("Lintang letaknya, dalam derajat.", -7.964)
    bujur: float = says("Bujur letaknya, dalam derajat.", 112.632)
    luas_km2: float = says("Luas dalam kilometer persegi.", 0.52)
    kolom_atlas: int = says("Tempat ubinnya pada atlas segi enam, dari kiri.", 4)
    baris_atlas: int = says("Tempat ubinnya pada atlas segi enam, dari atas.", 6)
    tentang: str = says("Keterangan singkat.", "")
    bertetangga: list[str] = says("Nama kelurahan tetangganya di kota ini.", ["Celaket"])
    keadaan: str = says(
        "Keadaan KIM yang paling maju di sana hari ini: terbentuk, vakum, dalam pembentukan, "
        "bubar, atau belum tercatat.",
        "terbentuk",
    )
    kim: list[Rujukan] = says("KIM terbit yang berasal dari sana.", [])


Potensi = schema_of(
    "Potensi",
    "Satu kekuatan sebuah kelurahan.",
    Slugged,
    {
        column.name: (TYPES.get(column.name, str), says(column.meaning, ""))
        for column in OF_POTENTIALS
    },
)


class PlaceAsked(Asked):
    """What may be asked of kelurahan."""

    kecamatan: Slug = may("Bagian akhir alamat kecamatan.", "klojen")

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows)
        return rows.filter(kecamatan__slug=self.kecamatan) if self.kecamatan else rows


class PotentialAsked(Asked):
    """What may be asked of potentials: the filters of their list, by the same names."""

    jenis: words(KINDS) = may("Jenis potensi.", "kuliner")
    kelurahan: Slug = may("Bagian akhir alamat kelurahan.", "penanggungan")
    kecamatan: Slug = may("Bagian akhir alamat kecamatan.", "klojen")

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows).of_kind(KINDS.get(self.jenis or "", ""))
        return rows.in_kecamatan(self.kecamatan).in_kelurahan(self.kelurahan)


def all_kelurahan() -> QuerySet:
    """Return every kelurahan with its public groups of today, in three queries.

    When a kelurahan itself was last saved is not recorded; its groups tell.
    """
    groups = Kim.objects.published().filter(kelurahan=OuterRef("pk")).order_by()
    latest = groups.values("kelurahan").annotate(latest=Max(last_saved())).values("latest")
    rows = Kelurahan.objects.for_atlas().annotate(changed=Subquery(latest))
    return rows.prefetch_related("neighbours")


def public_potentials() -> QuerySet:
    """Return the public potentials with what their columns read, in one query."""
    rows = Potential.objects.published().for_card().with_story_count()
    return rows.annotate(changed=last_saved())


def read_kelurahan(rows: list[Kelurahan], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        states = {kim.state for kim in row.groups}
        best = next((state for state in BEST_FIRST if state in states), UNRECORDED)
        yield {
            **head_of(row, site),
            "kode": row.code,
            "nama": row.name,
            "ejaan_lain": row.alias_list,
            "kecamatan": refer(row.kecamatan, site),
            "kode_pos": row.postal_code,
            "lintang": row.latitude,
            "bujur": row.longitude,
            "luas_km2": row.area_km2,
            "kolom_atlas": row.hex_column,
            "baris_atlas": row.hex_row,
            "tentang": row.about,
            "bertetangga": [place.name for place in row.neighbours.all()],
            "keadaan": state_label(best).lower(),
            "kim": [refer(kim, site) for kim in row.groups],
        }


def read_potentials(rows: list[Potential], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        yield {
            **{column.name: plain(column.read(row, None, site)) for column in OF_POTENTIALS},
            **head_of(row, site),
        }


KELURAHAN = Resource(
    name="kelurahan",
    title="Kelurahan",
    one="satu kelurahan",
    about="Ke-57 kelurahan dengan kode Kemendagri, letak, luas, tetangga, dan KIM-nya.",
    schema=Wilayah,
    asked=PlaceAsked,
    rows=all_kelurahan,
    read=read_kelurahan,
    keys=("code",),
    order="urut kode",
)
POTENTIALS = Resource(
    name="potensi",
    title="Potensi",
    one="satu potensi",
    about="UMKM, kerajinan, kuliner, tempat, dan seni yang terbit. Nama dan arti kolomnya sama "
    "dengan berkas unduhan; kontak hanya ada dalam berkas itu.",
    schema=Potensi,
    asked=PotentialAsked,
    rows=public_potentials,
    read=read_potentials,
    keys=("pk",),
    order="urut dicatat",
    gone=Potential.objects.gone,
)
