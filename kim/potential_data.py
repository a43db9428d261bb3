"""Potentials as tables to download: what is named here goes out, nothing else."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Prefetch

from kim.models import Potential, PotentialContact
from kim.open_data import Column, as_csv, as_json
from kim.querysets import PotentialQuerySet

NOTE = (
    "Hanya potensi yang sudah terbit. Kontak dimuat bila pemiliknya setuju kontak itu masuk data "
    "terbuka; persetujuan yang dicabut menghapusnya dari berkas ini pada permintaan berikutnya."
)
COLUMNS = (
    Column("nama", "Nama potensi", lambda row, on, site: row.name),
    Column("jenis", "Jenis potensi", lambda row, on, site: row.get_kind_display()),
    Column("kode_kelurahan", "Kode Kemendagri", lambda row, on, site: row.kelurahan.code),
    Column("kelurahan", "Nama kelurahan", lambda row, on, site: row.kelurahan.name),
    Column("kecamatan", "Nama kecamatan", lambda row, on, site: row.kelurahan.kecamatan.name),
    Column("ringkasan", "Keterangan singkat", lambda row, on, site: row.summary),
    Column("produk", "Yang dibuat atau dijual", lambda row, on, site: row.product_list),
    Column("tempat", "Tempatnya di kelurahan itu", lambda row, on, site: row.place),
    Column(
        "kontak",
        "Kontak yang pemiliknya setuju dimuat dalam data terbuka, masing-masing dengan jenisnya",
        lambda row, on, site: [f"{one.get_kind_display()}: {one.value}" for one in row.open],
    ),
    Column(
        "berita", "Banyaknya berita portal ini tentangnya", lambda row, on, site: row.story_count
    ),
    Column("sumber", "Nama sumber", lambda row, on, site: row.source_name),
    Column("sumber_alamat", "Alamat sumber", lambda row, on, site: row.source_url),
    Column("alamat", "Halaman potensi", lambda row, on, site: site + row.get_absolute_url()),
)


def for_download(rows: PotentialQuerySet) -> PotentialQuerySet:
    """Return potentials with all that the columns read, in two queries."""
    contacts = Prefetch("contacts", PotentialContact.objects.open_data(), to_attr="open")
    return rows.for_card().with_story_count().prefetch_related(contacts)


def potentials_csv(rows: Iterable[Potential], on: dt.date, site: str) -> bytes:
    """Return potentials (see for_download) as a CSV file; ``site`` has no slash at its end."""
    return as_csv(COLUMNS, rows, on, site)


def potentials_json(rows: Iterable[Potential], on: dt.date, site: str, source: str) -> str:
    """Return potentials as JSON, {"meta": ..., "potensi": [...]}; ``source`` is their page."""
    title, about = "Potensi kelurahan Kota Malang", {"note": NOTE, "source": source}
    return as_json(COLUMNS, rows, on, site, name="potensi", title=title, about=about)
