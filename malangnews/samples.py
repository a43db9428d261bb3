"""Sample records of the components page, as plain values. Nothing here is a fact."""

import datetime as dt
from types import SimpleNamespace as Sample

from malangnews.core.citation import Citation

HERE = "/komponen/"
JAKARTA = dt.timezone(dt.timedelta(hours=7))
DAY = dt.date(2020, 3, 16)
# A made-up boundary, [longitude, latitude].
RING = [[112.63, -7.93], [112.64, -7.934], [112.637, -7.945], [112.626, -7.941], [112.63, -7.93]]
RANKS = (
    ("gold", "I", "Terbaik I"),
    ("silver", "II", "Terbaik II"),
    ("bronze", "III", "Juara III"),
    ("plain", "IV", "Peringkat 4"),
    ("merit", "I", "Juara Harapan I"),
    ("merit", "III", "Juara Harapan III"),
    ("star", "4", "Level Stars 4"),
    ("seal", "WTP", "Opini WTP"),
    ("seal", "BB", "Predikat BB"),
    ("seal", "", "Jenjang Utama"),
    ("crown", "", "Juara Umum"),
    ("nominee", "", "Nominator"),
    ("plain", "", "Terinovatif"),
)
HEADLINES = (
    ("Prestasi", "arema", "Tujuh penghargaan dalam satu musim untuk dinas dan dua KIM"),
    ("UMKM Of The Week", "kunyit", "Gerabah mencari pembeli lewat etalase daring"),
    ("Kelurahan", "daun", "Warga menata kampung budaya topeng"),
    ("KIM", "terong", "Satu kelurahan lagi membentuk KIM, kesenian menjadi pijakannya"),
    ("Layanan Publik", "indigo", "Cara melaporkan gangguan layanan di lingkungan Anda"),
    ("Warisan", "sogan", "Jalan lama yang terus bercerita"),
)


class Named(Sample):
    """A sample that shows its name."""

    def __str__(self):
        return self.name


def article(rubric: str, palette: str, title: str, slug: str, **extra: object) -> Sample:
    values = {
        "title": title,
        "slug": slug,
        "summary": "Ringkasan contoh: satu-dua kalimat yang memberi tahu isi berita, tanpa hiasan.",
        "rubric": Sample(name=rubric, palette=palette, get_absolute_url=HERE),
        "published_at": dt.datetime(2023, 11, 6, 9, 30, tzinfo=JAKARTA),
        "lead_photo": None,
        "minutes": 4,
        "get_absolute_url": HERE,
    }
    return Sample(**{**values, **extra})


def award(form: str, text: str, label: str) -> Sample:
    return Sample(
        roundel=Sample(form=form, text=text),
        rank_label=label,
        title="Ajang Contoh 2023 · Kategori Contoh",
        category="Kategori Contoh",
        participant_class="Diskominfo Kabupaten/Kota",
        edition=Named(name="Ajang Contoh 2023", programme=Sample(get_level_display="Provinsi")),
        recipient_names="Penerima Contoh",
        conferred=(dt.date(2023, 10, 31), "month" if form == "plain" else "day"),
        get_absolute_url=HERE,
    )


def photo() -> Sample:
    """A drawn stand-in for a photo, from the static files."""
    return Sample(
        file=Sample(url="/static/img/favicon.svg"),
        width=400,
        height=400,
        alt="Lambang portal: Tugu dan teratai",
        is_decorative=False,
        focal_x=50,
        focal_y=20,
        caption="Keterangan foto contoh.",
        credit="Diskominfo Kota Malang",
    )


def figures() -> list[dict[str, object]]:
    return [
        {"value": 7, "label": "penghargaan tahun 2023", "url": HERE, "note": ""},
        {"value": 1, "label": "tingkat nasional", "url": HERE, "note": ""},
        {"value": 1234, "label": "berita terbit", "url": HERE, "note": "sejak 2019"},
        {"value": "14/57", "label": "kelurahan ber-KIM", "url": "", "note": "tercatat di sini"},
    ]


def chips() -> list[dict[str, object]]:
    return [
        {"label": "Semua", "url": HERE, "selected": True, "count": 1234},
        {"label": "Nasional", "url": HERE, "selected": False, "count": 12},
        {"label": "Provinsi", "url": HERE, "selected": False, "count": 0},
        {"label": "Tanpa hitungan", "url": HERE, "selected": False},
    ]


def facets() -> list[dict[str, object]]:
    return [
        _facet("Tahun", "tahun", ("2024", 2), ("2023", 7), ("2022", 6), ("2019", 3)),
        _facet("Tingkat", "tingkat", ("Nasional", 9), ("Provinsi", 8), ("Kota", 1)),
        _facet("Penerima", "penerima", ("Diskominfo Kota Malang", 12), ("KIM", 4)),
    ]


def _facet(label: str, name: str, *options: tuple[str, int]) -> dict[str, object]:
    rows = [
        {"label": text, "count": count, "url": HERE, "selected": number == 1}
        for number, (text, count) in enumerate(options)
    ]
    return {"label": label, "name": name, "options": rows}


def sources() -> list[Sample]:
    rows = (
        ("Berita contoh dengan judul", "Penerbit Contoh", HERE, DAY),
        ("Piagam penghargaan", "Penyelenggara", "", None),
        ("", "", "https://example.org/alamat/yang/panjang", None),
    )
    return [
        Sample(title=title, publisher=publisher, url=url, published_on=day)
        for title, publisher, url, day in rows
    ]


def citation() -> Citation:
    return Citation("a1", "Terbaik I Contoh", "Registri Contoh", "https://example.org/p/a1/", DAY)


def milestones() -> list[Sample]:
    meeting = {"note": "Musyawarah di kantor kelurahan."}
    decree = {"document_number": "000/00/contoh/2020"}
    return [
        _step("deliberated", "Dimusyawarahkan", dt.date(2019, 12, 31), "year"),
        _step("formed", "Dibentuk", dt.date(2020, 1, 31), "month", **meeting),
        _step("decreed", "Dikukuhkan dengan SK", DAY, "day", **decree),
        _step("dormant", "Vakum", dt.date(2022, 6, 30), "month"),
    ]


def _step(kind: str, label: str, day: dt.date, precision: str, **extra: str) -> Sample:
    values = {
        "kind": kind,
        "get_kind_display": label,
        "happened_on": day,
        "happened_on_precision": precision,
        "document_number": "",
        "note": "",
        "source_name": "Sumber contoh",
        "source_url": HERE,
    }
    return Sample(**{**values, **extra})


def corrections() -> list[Sample]:
    return [
        Sample(
            kind="correction",
            get_kind_display="Ralat",
            text="Semula tertulis 1 November. Yang benar 2 November.",
            reason="Salah baca piagam.",
            noted_at=dt.datetime(2023, 11, 7, 8, 0, tzinfo=JAKARTA),
        )
    ]


def handover() -> Sample:
    return Sample(
        occasion="Serah terima contoh",
        held_on=dt.date(2023, 11, 6),
        place="Halaman Balai Kota Malang",
        presenter="Nama Contoh",
        presenter_office="jabatan pada hari itu",
        get_absolute_url=HERE,
    )


def stated() -> list[Sample]:
    rows = (
        ("30", dt.date(2021, 12, 14), "Kepala dinas"),
        ("40–49", dt.date(2023, 11, 6), "Kepala dinas, dalam wawancara"),
    )
    return [
        Sample(
            value_text=text,
            as_of=day,
            as_of_precision="day",
            stated_by=speaker,
            source_name="Sumber contoh",
            source_url=HERE,
        )
        for text, day, speaker in rows
    ]


def people() -> list[dict[str, str]]:
    return [
        {"name": "KIM Contoh Satu", "url": HERE, "note": "Kelurahan Tunjungsekar"},
        {"name": "KIM Contoh Dua", "url": "", "note": "Kelurahan Samaan"},
    ]


def facts() -> list[dict[str, str]]:
    return [
        {"label": "Penyelenggara", "value": "Penyelenggara Contoh", "url": HERE},
        {"label": "Kelas peserta", "value": "Diskominfo Kabupaten/Kota"},
        {"label": "Kosong", "value": ""},
    ]


def draft() -> Sample:
    return Sample(is_public=False, is_scheduled=False, get_status_display="Draf")


def scheduled() -> Sample:
    moment = dt.datetime(2030, 1, 2, 6, 0, tzinfo=JAKARTA)
    return Sample(is_public=False, is_scheduled=True, published_at=moment)
