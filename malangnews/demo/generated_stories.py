"""Generated stories for measuring: neutral words about real places, marked as generated.

On the same real content, number N of a seed is always the same story. Rubrics, kelurahan and
tags go round, so that each gets as many as the others; days are spread evenly over the eight
years before the story of the hand-over, so that the real stories stay on the front page.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem

from awards.models import Award
from kim.models import Kelurahan, Kim, Potential
from malangnews.core.text import render
from malangnews.demo.series import next_number, pick, shuffled, told
from malangnews.news.models import Article, Byline, Rubric, StaffInitial

PREFIX = "tulisan-uji-"
FIRST_MOMENT = dt.datetime(2015, 10, 31, 17, tzinfo=dt.UTC)
SPAN = dt.datetime(2023, 10, 31, 17, tzinfo=dt.UTC) - FIRST_MOMENT
# Multiples of the golden ratio, without their whole part, fill an interval evenly at any length.
GOLDEN = 0.6180339887498949
TAGS = (
    "anugerah media humas,apw,atlas,audiovisual,balai kota,batik,blimbing,cagar budaya,data,"
    "gerabah,kampung tematik,kayutangan,kedungkandang,keramik,kim,kinerja,klojen,kuliner,"
    "lowokwaru,panduan,penghargaan,potensi,sukun,umkm"
).split(",")
TOPICS = (
    "Mengenal {kelurahan} dari petanya",
    "{kelurahan} dan kelurahan di sekelilingnya",
    "Luas dan letak {kelurahan} di Kecamatan {kecamatan}",
    "Membaca data {kelurahan}",
    "Kode pos dan ejaan nama {kelurahan}",
    "{potential} sebagai bahan cerita",
    "Cara mengikuti kabar {kelurahan}",
)
PARAGRAPHS = (
    "Kelurahan {kelurahan} termasuk Kecamatan {kecamatan} dan berkode pos {postal_code}. Luasnya "
    "{area} kilometer persegi menurut tabel acuan portal ini.",
    "Letak {kelurahan} pada atlas segi enam mendekati letaknya di kota. Ubin di sebelahnya belum "
    "tentu berbatasan langsung dengannya.",
    "Halaman {kelurahan} mengumpulkan KIM, potensi, berita, dan penghargaannya di satu tempat. "
    "Semuanya dihitung dari catatan yang dapat dibuka satu per satu.",
    "{potential} dipakai sebagai contoh potensi pada tulisan ini. Setiap potensi di portal "
    "mencantumkan kelurahan dan sumbernya.",
    "Pembaca dapat berlangganan umpan RSS {kelurahan} dan menerima kabar baru tanpa membuka "
    "portal setiap hari.",
    "Kecamatan {kecamatan} mempunyai halaman sendiri dengan daftar kelurahan dan keadaan KIM di "
    "masing-masing kelurahan.",
    "Nama {kelurahan} ditulis menurut tabel acuan. Ejaan lain yang lazim tetap dikenali ketika "
    "orang mencari.",
    "Angka pada halaman {kelurahan} selalu disertai tanggal. Yang belum diketahui dibiarkan "
    "kosong dan tidak ditaksir.",
    "Foto tidak dipakai pada tulisan ini; portal menggambar kain batik menurut alamat tulisan, "
    "dengan warna menurut rubriknya.",
    "Dari halaman {kelurahan}, pembaca dapat melanjutkan ke Kecamatan {kecamatan} atau ke "
    "kelurahan di sebelahnya pada atlas.",
)
MARK = "Tulisan uji: isi ini disusun oleh program untuk mengukur portal, bukan berita."
LENGTH = 5


@dataclass(frozen=True)
class Setting:
    """A kelurahan with its links and its paragraphs, as written and as rendered once."""

    kelurahan: Kelurahan
    words: dict[str, str]
    texts: list[tuple[str, str]]
    kims: list[Kim]
    potentials: list[Potential]

    def __str__(self) -> str:
        return self.kelurahan.slug


def add_stories(count: int, seed: int) -> Iterator[str]:
    """Add that many stories after those that earlier runs made; yield lines of progress."""
    if count:
        yield from told(
            "tulisan uji", next_number(Article.objects, PREFIX), count, Desk(seed).write
        )


class Desk:
    """Everything that the stories of one seed are made from, read once."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rubrics = shuffled(Rubric.objects.all(), seed)
        self.settings = shuffled(settings(), seed)
        self.tags = [Tag.objects.get_or_create(name=name)[0] for name in shuffled(TAGS, seed)]
        self.awards = list(Award.objects.published().order_by("pk")[:500])
        self.initial = StaffInitial.objects.get(initials="red", is_active=True)
        self.mark = MARK, render(MARK)

    def write(self, numbers: range) -> None:
        """Insert the stories of those numbers with all their links."""
        articles = Article.objects.bulk_create([self.story(number) for number in numbers])
        links = Links()
        for number, article in zip(numbers, articles, strict=True):
            self.link(links, number, article.pk)
        Byline.objects.bulk_create(
            Byline(article=article, role=Byline.Role.WRITER, initial=self.initial)
            for article in articles
        )
        links.insert()

    def setting(self, number: int) -> Setting:
        """Return the kelurahan of a story: it changes when all rubrics had their turn."""
        return pick(self.settings, number // len(self.rubrics))

    def story(self, number: int) -> Article:
        """Return story ``number``, not saved yet."""
        setting = self.setting(number)
        title = pick(TOPICS, number + self.seed).format(**setting.words)
        chosen = [pick(setting.texts, number + step) for step in range(LENGTH)]
        sources, rendered = zip(self.mark, *chosen, strict=True)
        part = (number * GOLDEN + self.seed * GOLDEN**2) % 1
        return Article(
            title=f"Tulisan uji {number}: {title}",
            slug=f"{PREFIX}{number:07}-{setting.kelurahan.slug}",
            summary=f"Tulisan uji tentang {setting.words['kelurahan']}, bukan berita.",
            dateline_place=setting.words["kecamatan"],
            body="\n".join(sources),
            body_html="\n".join(rendered),
            rubric=pick(self.rubrics, number),
            status=Article.Status.PUBLISHED,
            published_at=(FIRST_MOMENT + SPAN * part).replace(second=0, microsecond=0),
        )

    def link(self, links: "Links", number: int, article: int) -> None:
        """Note the links of story ``number``: two tags, a kelurahan, at times KIM and award."""
        setting = self.setting(number)
        turn = number // len(self.rubrics)
        other = turn + 1 + number % (len(self.tags) - 1)
        links.tag(article, pick(self.tags, turn), pick(self.tags, other))
        links.add("kelurahan", article, setting.kelurahan)
        if setting.kims and number % 2:
            links.add("kims", article, pick(setting.kims, number // 2))
        if setting.potentials:
            links.add("potentials", article, pick(setting.potentials, number))
        if self.awards and number % 5 == 0:
            links.add("awards", article, pick(self.awards, number // 5))


class Links:
    """Many-to-many rows of a portion of stories, written by one insert a table."""

    def __init__(self) -> None:
        self.rows: dict[type, list] = {}
        self.content_type = ContentType.objects.get_for_model(Article)

    def add(self, name: str, article: int, target) -> None:
        """Tie a story to ``target`` by the field ``name``."""
        field = Article._meta.get_field(name)
        through = field.remote_field.through
        ends = {
            field.m2m_field_name() + "_id": article,
            field.m2m_reverse_field_name() + "_id": target.pk,
        }
        self.rows.setdefault(through, []).append(through(**ends))

    def tag(self, article: int, *tags: Tag) -> None:
        """Give a story its tags."""
        self.rows.setdefault(TaggedItem, []).extend(
            TaggedItem(tag=tag, object_id=article, content_type=self.content_type) for tag in tags
        )

    def insert(self) -> None:
        """Write all rows."""
        for through, rows in self.rows.items():
            through.objects.bulk_create(rows)


def settings() -> list[Setting]:
    """Return every kelurahan with what stories about it are made from."""
    found = []
    for kelurahan in Kelurahan.objects.select_related("kecamatan").order_by("code"):
        potentials = list(kelurahan.potentials.published().order_by("pk"))
        words = {
            "kelurahan": kelurahan.name,
            "kecamatan": kelurahan.kecamatan.name,
            "postal_code": kelurahan.postal_code,
            "area": str(kelurahan.area_km2).replace(".", ","),
            "potential": potentials[0].name if potentials else f"Lingkungan {kelurahan.name}",
        }
        texts = [paragraph.format(**words) for paragraph in PARAGRAPHS]
        found.append(
            Setting(
                kelurahan=kelurahan,
                words=words,
                texts=[(text, render(text)) for text in texts],
                kims=list(kelurahan.kims.published().order_by("pk")),
                potentials=potentials,
            )
        )
    return found
