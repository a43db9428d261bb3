"""The atlas and its milestones as tables to download: what is named here goes out, nothing else."""

import datetime as dt
from collections.abc import Iterable

from kim.coverage import FORMED, Coverage, Tile, state_label
from kim.models import Kim, KimMilestone
from kim.open_data import Column, as_csv, as_json
from malangnews.core.csv_file import Day

NOTE = (
    "Hanya KIM yang sudah terbit, dalam keadaan yang dibuktikan tonggaknya pada hari itu. "
    "Belum tercatat tidak berarti tidak ada."
)


def _name_and_state(kim: Kim) -> str:
    return f"{kim.name} ({state_label(kim.state).lower()})"


def _formed(tile: Tile) -> int:
    return sum(kim.state in FORMED for kim in tile.kims)


PLACES = (
    Column("per_tanggal", "Hari yang keadaannya dimuat", lambda tile, on, site: on.isoformat()),
    Column("kode_kelurahan", "Kode Kemendagri", lambda tile, on, site: tile.code),
    Column("kelurahan", "Nama kelurahan", lambda tile, on, site: tile.name),
    Column("kecamatan", "Nama kecamatan", lambda tile, on, site: tile.kecamatan),
    Column(
        "keadaan",
        "Keadaan KIM yang paling maju di kelurahan itu: terbentuk, vakum, dalam pembentukan, "
        "bubar, atau belum tercatat",
        lambda tile, on, site: tile.state_label.lower(),
    ),
    Column(
        "kim_terbentuk",
        "Banyaknya KIM yang terbentuk, termasuk yang vakum",
        lambda tile, on, site: _formed(tile),
    ),
    Column(
        "kim",
        "Semua KIM yang tercatat, masing-masing dengan keadaannya",
        lambda tile, on, site: [_name_and_state(kim) for kim in tile.kims],
    ),
    Column(
        "kim_alamat",
        "Halaman tiap KIM, dalam urutan yang sama",
        lambda tile, on, site: [site + kim.get_absolute_url() for kim in tile.kims],
    ),
    Column("alamat", "Halaman kelurahan", lambda tile, on, site: site + tile.url),
)
STEPS = (
    Column("kim", "Nama KIM", lambda step, on, site: step.kim.name),
    Column("kim_alamat", "Halaman KIM", lambda step, on, site: site + step.kim.get_absolute_url()),
    Column("kelurahan", "Kelurahan asal", lambda step, on, site: step.kim.kelurahan.name),
    Column("kecamatan", "Kecamatannya", lambda step, on, site: step.kim.kelurahan.kecamatan.name),
    Column("tonggak", "Yang terjadi", lambda step, on, site: step.get_kind_display()),
    Column(
        "tanggal",
        "Kapan terjadi, sejauh diketahui: 2020-01-14, 2020-01, atau 2020",
        lambda step, on, site: Day(step.happened_on, step.happened_on_precision),
    ),
    Column(
        "dihitung_sejak",
        "Hari sejak kapan tonggak itu ikut dihitung: hari terakhir masa yang diketahui",
        lambda step, on, site: step.happened_on.isoformat(),
    ),
    Column(
        "keadaan_sesudahnya",
        "Keadaan KIM sesudah tonggak itu; kosong bila keadaannya tidak berubah",
        lambda step, on, site: state_label(step.state).lower() if step.state else "",
    ),
    Column(
        "nomor_dokumen", "Nomor SK atau berita acara", lambda step, on, site: step.document_number
    ),
    Column("keterangan", "Catatan pada tonggak itu", lambda step, on, site: step.note),
    Column("sumber", "Nama sumber", lambda step, on, site: step.source_name),
    Column("sumber_alamat", "Alamat sumber", lambda step, on, site: step.source_url),
)


def atlas_csv(cover: Coverage, site: str) -> bytes:
    """Return the atlas of a day as a CSV file, a kelurahan a row."""
    return as_csv(PLACES, _by_name(cover), cover.on, site)


def milestones_csv(steps: Iterable[KimMilestone], on: dt.date, site: str) -> bytes:
    """Return milestones, loaded with their groups and places, as a CSV file."""
    return as_csv(STEPS, steps, on, site)


def atlas_json(cover: Coverage, site: str, source: str, notice: str = "") -> str:
    """Return the atlas of a day as JSON: ``{"meta": {...}, "kelurahan": [...]}``.

    ``source`` is the address of the page, ``notice`` what a reader is told who cannot have the day
    asked for.
    """
    about = {
        "as_of": cover.on.isoformat(),
        "notice": notice,
        "note": NOTE,
        "source": source,
        "kelurahan_total": cover.total_kelurahan,
        "kelurahan_formed": cover.formed_kelurahan,
        "groups_formed": cover.groups,
    }
    title, rows = "Atlas KIM Kota Malang", _by_name(cover)
    return as_json(PLACES, rows, cover.on, site, name="kelurahan", title=title, about=about)


def _by_name(cover: Coverage) -> list[Tile]:
    return sorted(cover.tiles, key=lambda tile: tile.name)
