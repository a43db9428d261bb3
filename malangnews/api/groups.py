"""KIM and the milestones that prove how they stand.

Nobody's name and no way to reach anybody goes out: who agreed to be in open data is in a file of
its own (/kim/pengurus.csv), which asks for each consent anew.
"""

from collections.abc import Iterator

from django.db.models import QuerySet
from ninja import Schema

from kim.atlas_data import STEPS
from kim.coverage import state_label
from kim.models import Kim, KimMilestone
from malangnews.api.asking import Asked, Slug, Year, may, one_of, says, words
from malangnews.api.parts import Address, Base, Rujukan, Slugged, refer, schema_of
from malangnews.api.resource import Item, Resource, head_of, last_saved, moment, plain

STATES = one_of(Kim.State)
STEP_KINDS = one_of(KimMilestone.Kind)


class Akun(Schema):
    """A public account of a group."""

    platform: str = says("Nama platformnya.", "Instagram")
    url: Address = says("Alamat akunnya.", "https://www.instagram.com/…")


class Kelompok(Slugged):
    """One citizens' information group (KIM)."""

    nama: str = says("Nama KIM.", "KIM Lestari Tunjungsekar")
    ejaan_lain: list[str] = says("Ejaan lain namanya.", [])
    keadaan: str = says(
        "Keadaannya hari ini menurut tonggaknya: terbentuk, vakum, dalam pembentukan, bubar, atau "
        "belum tercatat.",
        "terbentuk",
    )
    kelurahan: Rujukan = says("Kelurahan asalnya.", None)
    kecamatan: str = says("Kecamatan kelurahan asalnya.", "Lowokwaru")
    juga_melayani: list[Rujukan] = says("Kelurahan lain yang turut diberitakannya.", [])
    makna_nama: str = says("Makna namanya, bila diketahui.", "")
    tentang: str = says("Keterangan singkat.", "")
    situs: str = says("Situs webnya; kosong bila tidak ada.", "")
    halaman_kim_id: str = says("Halamannya di kim.id; kosong bila tidak ada.", "")
    akun: list[Akun] = says("Akunnya yang terbuka untuk umum.", [])
    terbit: str = says("Kapan mula-mula terbit di portal.", "2023-11-06T08:00:00+07:00")


# STEPS is the allow-list of the table of milestones, for its file and for the API alike.
Tonggak = schema_of(
    "Tonggak",
    "Satu langkah yang terbukti dalam hidup sebuah KIM.",
    Base,
    {column.name: (str, says(column.meaning, "")) for column in STEPS},
)


class KimAsked(Asked):
    """What may be asked of KIM."""

    keadaan: words(STATES) = may("Keadaannya hari ini.", "terbentuk")
    kelurahan: Slug = may("Yang berasal dari kelurahan itu.", "samaan")
    kecamatan: Slug = may("Yang berasal dari kecamatan itu.", "klojen")

    def narrow(self, rows: QuerySet) -> QuerySet:
        rows = super().narrow(rows)
        if self.keadaan:
            rows = rows.filter(state=STATES[self.keadaan])
        if self.kelurahan:
            rows = rows.filter(kelurahan__slug=self.kelurahan)
        if self.kecamatan:
            rows = rows.filter(kelurahan__kecamatan__slug=self.kecamatan)
        return rows


class MilestoneAsked(Asked):
    """What may be asked of milestones."""

    kim: Slug = may("Bagian akhir alamat KIM.", "kim-lestari-tunjungsekar")
    jenis: words(STEP_KINDS) = may("Yang terjadi.", "dikukuhkan-dengan-sk")
    tahun: Year = may("Terjadi pada tahun itu.", 2020)
    kelurahan: Slug = may("KIM yang berasal dari kelurahan itu.", "samaan")
    kecamatan: Slug = may("KIM yang berasal dari kecamatan itu.", "klojen")

    def narrow(self, rows: QuerySet) -> QuerySet:
        asked = {
            "kim__slug": self.kim,
            "kind": STEP_KINDS.get(self.jenis or ""),
            "happened_on__year": self.tahun,
            "kim__kelurahan__slug": self.kelurahan,
            "kim__kelurahan__kecamatan__slug": self.kecamatan,
        }
        return (
            super().narrow(rows).filter(**{path: value for path, value in asked.items() if value})
        )


def public_kims() -> QuerySet:
    """Return the public groups with their state of today, in three queries."""
    rows = Kim.objects.published().with_state().annotate(changed=last_saved())
    return rows.for_card().prefetch_related("serves", "accounts")


def public_milestones() -> QuerySet:
    """Return the milestones of public groups, in one query."""
    rows = KimMilestone.objects.published().select_related("kim__kelurahan__kecamatan")
    return rows.annotate(changed=last_saved("kim__"))


def read_kims(rows: list[Kim], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        yield {
            **head_of(row, site),
            "nama": row.name,
            "ejaan_lain": row.alias_list,
            "keadaan": state_label(row.state).lower(),
            "kelurahan": refer(row.kelurahan, site),
            "kecamatan": row.kelurahan.kecamatan.name,
            "juga_melayani": [refer(place, site) for place in row.serves.all()],
            "makna_nama": row.name_meaning,
            "tentang": row.about,
            "situs": row.website,
            "halaman_kim_id": row.kim_id_url,
            "akun": [{"platform": one.platform, "url": one.url} for one in row.accounts.all()],
            "terbit": moment(row.published_at),
        }


def read_milestones(rows: list[KimMilestone], site: str) -> Iterator[Item]:
    """Yield items without another query."""
    for row in rows:
        yield {
            **{column.name: plain(column.read(row, row.happened_on, site)) for column in STEPS},
            "id": str(row.pk),
            "url": site + row.kim.get_absolute_url(),
            "diperbarui": moment(row.changed),
        }


KIMS = Resource(
    name="kim",
    title="KIM",
    one="satu KIM",
    about="Kelompok informasi masyarakat yang terbit, dengan keadaannya hari ini.",
    schema=Kelompok,
    asked=KimAsked,
    rows=public_kims,
    read=read_kims,
    keys=("pk",),
    order="urut dicatat",
    gone=Kim.objects.gone,
)
MILESTONES = Resource(
    name="tonggak",
    title="Tonggak KIM",
    one="satu tonggak",
    about="Setiap bukti dalam hidup KIM yang terbit: dibentuk, dikukuhkan, vakum, dan seterusnya. "
    "Nama dan arti kolomnya sama dengan berkas unduhan.",
    schema=Tonggak,
    asked=MilestoneAsked,
    rows=public_milestones,
    read=read_milestones,
    keys=("happened_on", "pk"),
    order="yang terlama terjadi lebih dahulu",
    has_details=False,
)
