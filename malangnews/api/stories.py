"""Stories: what of them goes out, and what may be asked."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from ninja import Schema

from awards.models import Award
from kim.models import Kim, Potential
from malangnews.api.asking import Asked, Slug, Year, may, says
from malangnews.api.parts import Address, Rujukan, Slugged, Time, refer
from malangnews.api.resource import Item, Resource, head_of, last_saved, moment
from malangnews.core.words import lines_of
from malangnews.media.models import Photo
from malangnews.news.addresses import destination
from malangnews.news.embeds import Embeds
from malangnews.news.models import Article
from malangnews.news.presentation import body_with_dateline
from malangnews.news.querysets import ArticleQuerySet
from malangnews.news.syndication import absolute_links

# A picture with its words stands in the HTML; the text is what the story says.
FIGURE = re.compile(r"<figure\b.*?</figure>", re.DOTALL)


class Foto(Schema):
    """The lead photo, with what must stand beside it wherever it is shown."""

    url: Address = says("Berkas foto.", "https://malangnews.example.go.id/media/foto.jpg")
    lebar: int = says("Lebar dalam piksel.", 1600)
    tinggi: int = says("Tinggi dalam piksel.", 1067)
    teks_alternatif: str = says("Apa yang terlihat.", "Warga memegang dua piagam.")
    keterangan: str = says("Keterangan foto.", "Penyerahan piagam di Balai Kota.")
    kredit: str = says("Pemotret dan lembaganya; cantumkan.", "Diskominfo Kota Malang")
    lisensi: str = says("Hak atas foto itu.", "Hak cipta Diskominfo Kota Malang")


class Pembuat(Schema):
    """Who made a story: initials of the office, or a KIM. No names of people."""

    peran: str = says("Penulis, penyunting, fotografer, atau kontributor.", "penulis")
    tanda: str = says("Inisial, atau nama KIM.", "say")


class Ralat(Schema):
    """A note that readers were given on a story."""

    jenis: str = says("Ralat, klarifikasi, hak jawab, pembaruan, atau pencabutan.", "ralat")
    isi: str = says("Apa yang keliru dan apa yang benar.", "Jumlah piagam empat, bukan lima.")
    sebab: str = says("Sebabnya, bila disebut.", "Salah hitung.")
    waktu: Time = says("Kapan dicatat.", "2023-11-07T10:00:00+07:00")


class Berita(Slugged):
    """One story."""

    judul: str = says("Judul.", "Malang Raih Dua Piagam")
    ringkasan: str = says("Satu-dua kalimat.", "Dua karya Kota Malang dinyatakan terbaik.")
    isi_html: str = says(
        "Isi lengkap sebagai HTML bersih, dengan tempat di awalnya dan alamat yang utuh.",
        "<p>Klojen (malangnews) – …</p>",
    )
    isi_teks: str = says(
        "Isi yang sama tanpa HTML dan gambar, satu alinea satu baris.", "Klojen (malangnews) – …"
    )
    tempat: str = says("Tempat berita (dateline).", "Klojen")
    tanggal_peristiwa: str | None = says("Kapan peristiwanya terjadi.", "2023-11-06")
    rubrik: Rujukan | None = says("Rubriknya.", None)
    episode: int | None = says("Episode ke berapa dalam rubriknya.", 12)
    tag: list[Rujukan] = says("Tandanya.", [])
    inisial: str = says("Inisial penulis dan penyunting seperti pada akhir berita.", "say/yon")
    pembuat: list[Pembuat] = says("Semua yang membuatnya.", [])
    foto: Foto | None = says("Foto utamanya.", None)
    kim: list[Rujukan] = says("KIM yang diceritakan, yang terbit.", [])
    kelurahan: list[Rujukan] = says("Kelurahan yang diceritakan.", [])
    penghargaan: list[Rujukan] = says("Penghargaan yang diceritakan, yang terbit.", [])
    potensi: list[Rujukan] = says("Potensi yang diceritakan, yang terbit.", [])
    ralat: list[Ralat] = says("Catatan pada berita ini, yang terbaru lebih dahulu.", [])
    terbit: Time = says("Kapan mula-mula terbit.", "2023-11-06T08:00:00+07:00")
    direvisi: Time | None = says(
        "Kapan isinya terakhir diubah dengan berarti, seperti yang dibaca pada halamannya.", None
    )


class StoryAsked(Asked):
    """What may be asked of stories."""

    tahun: Year = may("Terbit pada tahun itu, menurut jam di Malang.", 2023)
    rubrik: Slug = may("Bagian akhir alamat rubrik.", "prestasi")
    tag: Slug = may("Bagian akhir alamat tag.", "kim")
    kelurahan: Slug = may("Tentang kelurahan itu.", "samaan")
    kecamatan: Slug = may("Tentang kelurahan mana pun di kecamatan itu.", "klojen")
    kim: Slug = may("Tentang atau dari KIM itu.", "kim-lestari-tunjungsekar")

    def narrow(self, rows: ArticleQuerySet) -> ArticleQuerySet:
        rows = super().narrow(rows)
        if self.tahun:
            rows = rows.in_year(self.tahun)
        if self.rubrik:
            rows = rows.filter(rubric__slug=self.rubrik)
        if self.tag:
            rows = rows.tagged(self.tag)
        told = Article.kelurahan.through.objects
        if self.kelurahan:
            here = told.filter(kelurahan__slug=self.kelurahan)
            rows = rows.filter(pk__in=here.values("article"))
        if self.kecamatan:
            around = told.filter(kelurahan__kecamatan__slug=self.kecamatan)
            rows = rows.filter(pk__in=around.values("article"))
        if self.kim:
            group = Kim.objects.published().filter(slug=self.kim).first()
            rows = rows.on_or_by(group) if group else rows.none()
        return rows


def public_stories() -> ArticleQuerySet:
    """Return what the public may read, with what it tells of that is public too: eight queries."""
    awards = Award.objects.published().select_related("edition__programme")
    linked = (
        Prefetch("awards", awards.newest_first(), "public_awards"),
        Prefetch("kims", Kim.objects.published(), "public_kims"),
        Prefetch("potentials", Potential.objects.published(), "public_potentials"),
    )
    rows = Article.objects.published().for_feed().annotate(changed=last_saved())
    return rows.prefetch_related("corrections", "kelurahan", *linked)


def read_stories(stories: list[Article], site: str) -> Iterator[Item]:
    """Yield items; at most six queries more for what the bodies show, however many they are."""
    embeds, now = Embeds(story.body_html for story in stories), timezone.now()
    for story in stories:
        body = body_with_dateline(story, embeds)
        body = absolute_links(body, site + story.get_absolute_url())
        yield {
            **head_of(story, site),
            "judul": story.title,
            "ringkasan": story.summary,
            "isi_html": body,
            "isi_teks": lines_of(FIGURE.sub("", body)),
            "tempat": story.dateline_place,
            "tanggal_peristiwa": story.event_on and story.event_on.isoformat(),
            "rubrik": refer(story.rubric, site),
            "episode": story.episode,
            "tag": [
                {"nama": tag.name, "url": site + reverse("news:tag_detail", args=[tag.slug])}
                for tag in story.tags.all()
                if tag.slug
            ],
            "inisial": story.sign_off,
            "pembuat": [
                {"peran": byline.get_role_display().lower(), "tanda": byline.signature}
                for byline in story.bylines.all()
            ],
            "foto": story.lead_photo and _photo(story.lead_photo, site),
            "kim": [refer(kim, site) for kim in story.public_kims],
            "kelurahan": [refer(place, site) for place in story.kelurahan.all()],
            "penghargaan": [refer(award, site) for award in story.public_awards],
            "potensi": [refer(one, site, one.name) for one in story.public_potentials],
            "ralat": [
                {
                    "jenis": note.get_kind_display().lower(),
                    "isi": note.text,
                    "sebab": note.reason,
                    "waktu": moment(note.noted_at),
                }
                for note in story.corrections.all()
                if note.noted_at <= now
            ],
            "terbit": moment(story.published_at),
            "direvisi": moment(story.revised_at),
        }


def _photo(photo: Photo, site: str) -> dict[str, object]:
    return {
        "url": urljoin(f"{site}/", photo.file.url),
        "lebar": photo.width,
        "tinggi": photo.height,
        "teks_alternatif": photo.alt,
        "keterangan": photo.caption,
        "kredit": photo.credit,
        "lisensi": photo.get_licence_display(),
    }


STORIES = Resource(
    name="berita",
    title="Berita",
    one="satu berita",
    about="Berita yang terbit, lengkap dengan isinya, fotonya, ralatnya, dan apa yang "
    "diceritakannya.",
    schema=Berita,
    asked=StoryAsked,
    rows=public_stories,
    read=read_stories,
    keys=("-published_at", "-pk"),
    order="yang terbaru terbit lebih dahulu",
    gone=Article.objects.gone,
    moved=lambda slug: destination("story", slug),
)
