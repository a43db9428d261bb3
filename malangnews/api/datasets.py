"""What open data there is: each set with its size, how fresh it is, its files and its columns."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Max, QuerySet
from django.http import QueryDict
from django.urls import reverse

from awards.exports.columns import COLUMNS
from awards.exports.downloads import FORMATS
from awards.exports.downloads import links as award_files
from awards.filters import read_filters
from awards.models import Award, Organization, Programme
from kim import atlas_data, member_data, potential_data
from kim.member_data import members_in_open_data
from kim.models import Kelurahan, Kim, KimMilestone, Potential
from malangnews.api.catalogue import BY_NAME
from malangnews.api.resource import Resource, last_saved
from malangnews.news.models import Article

CSV, JSON = "text/csv", "application/json"


@dataclass(frozen=True)
class File:
    """One download; ``kind`` is its media type."""

    url: str
    label: str
    use: str
    kind: str


@dataclass(frozen=True)
class Dataset:
    """One set. ``columns`` (each with name and meaning) are those of its files."""

    key: str
    title: str
    about: str
    page: str
    count: int
    unit: str
    changed: dt.datetime | None = None
    files: Sequence[File] = ()
    columns: Sequence = ()
    resources: Sequence[Resource] = field(default=())


def datasets() -> list[Dataset]:
    """Return all sets, in nine queries."""
    return [_stories(), _awards(), *_givers(), *_groups(), _members(), _places(), _potentials()]


def _standing(rows: QuerySet, changed=None) -> tuple[int, dt.datetime | None]:
    """How many rows, and when the latest was saved."""
    latest = Max(last_saved() if changed is None else changed)
    return tuple(rows.order_by().aggregate(count=Count("pk"), latest=latest).values())


def _file(view: str, label: str, use: str, kind: str = CSV) -> File:
    return File(reverse(view), label, use, kind)


def _stories() -> Dataset:
    count, changed = _standing(Article.objects.published())
    about = (
        "Berita yang terbit, lengkap dengan isi, foto, ralat, dan apa yang diceritakannya. Lewat "
        "API dan umpan. Hak atas foto tertulis pada tiap foto."
    )
    page, units = reverse("news:article_list"), "berita"
    return Dataset(
        "berita", "Berita", about, page, count, units, changed, resources=[BY_NAME["berita"]]
    )


def _awards() -> Dataset:
    count, changed = _standing(Award.objects.published())
    kinds = [kind.partition(";")[0] for _, kind in FORMATS.values()]
    offered = zip(award_files(read_filters(QueryDict())), kinds, strict=True)
    return Dataset(
        "penghargaan",
        "Penghargaan",
        "Setiap penghargaan yang terbit, dengan ajang, peringkat, penerima, tanggal, dan "
        "sumbernya. Daftar penghargaan yang disaring dapat diunduh dari daftarnya.",
        reverse("awards:award_list"),
        count,
        "penghargaan",
        changed,
        [File(**one, kind=kind) for one, kind in offered],
        COLUMNS,
        [BY_NAME["penghargaan"]],
    )


def _givers() -> list[Dataset]:
    page = reverse("awards:award_list")
    return [
        Dataset(
            resource.name,
            resource.title,
            resource.about,
            page,
            rows.count(),
            resource.name,
            resources=[resource],
        )
        for resource, rows in (
            (BY_NAME["ajang"], Programme.objects.published()),
            (BY_NAME["lembaga"], Organization.objects.published()),
        )
    ]


def _groups() -> list[Dataset]:
    page = reverse("kim:kim_list")
    kims, saved = _standing(Kim.objects.published())
    steps, changed = _standing(KimMilestone.objects.published(), last_saved("kim__"))
    return [
        Dataset(
            "kim",
            "KIM dan atlasnya",
            "Kelompok informasi masyarakat yang terbit, dan keadaan tiap kelurahan menurut "
            "buktinya, pada hari ini atau hari lain.",
            page,
            kims,
            "KIM",
            saved,
            [
                _file("kim:atlas_csv", "Atlas CSV", "satu baris satu kelurahan"),
                _file("kim:atlas_json", "Atlas JSON", "untuk pemrogram", JSON),
            ],
            atlas_data.PLACES,
            [BY_NAME["kim"]],
        ),
        Dataset(
            "tonggak",
            "Tonggak KIM",
            "Setiap bukti dalam hidup KIM: dibentuk, dikukuhkan, vakum, dan seterusnya. Dari "
            "sinilah atlas dihitung.",
            page,
            steps,
            "tonggak",
            changed,
            [_file("kim:milestones_csv", "CSV", "satu baris satu bukti")],
            atlas_data.STEPS,
            [BY_NAME["tonggak"]],
        ),
    ]


def _members() -> Dataset:
    return Dataset(
        "pengurus",
        "Pengurus KIM",
        "Hanya yang setuju namanya masuk data terbuka; persetujuan yang dicabut menghapusnya dari "
        "berkas ini pada permintaan berikutnya. Karena itu tidak ada di API.",
        reverse("kim:kim_list"),
        members_in_open_data().count(),
        "pengurus",
        files=[_file("kim:members_file", "CSV", "satu baris satu pengurus")],
        columns=member_data.COLUMNS,
    )


def _places() -> Dataset:
    resource = BY_NAME["kelurahan"]
    return Dataset(
        "kelurahan",
        "Kelurahan",
        resource.about,
        reverse("kim:kim_list"),
        Kelurahan.objects.count(),
        "kelurahan",
        resources=[resource],
    )


def _potentials() -> Dataset:
    count, changed = _standing(Potential.objects.published())
    return Dataset(
        "potensi",
        "Potensi kelurahan",
        "UMKM, kerajinan, kuliner, tempat, dan seni yang terbit, masing-masing dengan sumbernya.",
        reverse("kim:potential_list"),
        count,
        "potensi",
        changed,
        [
            _file("kim:potentials_csv", "CSV", "untuk lembar kerja"),
            _file("kim:potentials_json", "JSON", "untuk pemrogram", JSON),
        ],
        potential_data.COLUMNS,
        [BY_NAME["potensi"]],
    )


def latest_change(sets: Sequence[Dataset]) -> dt.datetime | None:
    """Return when the freshest of the sets changed."""
    return max((one.changed for one in sets if one.changed), default=None)
