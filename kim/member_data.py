"""Those who serve in public groups and agreed to be in open data, as a table to download."""

import datetime as dt
from collections.abc import Iterable

from kim.models import Kim, KimMember
from kim.open_data import Column, as_csv
from kim.querysets import ConsentedQuerySet

COLUMNS = (
    Column("kim", "Nama KIM", lambda row, on, site: row.kim.name),
    Column("kim_alamat", "Halaman KIM", lambda row, on, site: site + row.kim.get_absolute_url()),
    Column("kelurahan", "Kelurahan asal KIM", lambda row, on, site: row.kim.kelurahan.name),
    Column("kecamatan", "Kecamatannya", lambda row, on, site: row.kim.kelurahan.kecamatan.name),
    Column("nama", "Nama pengurus, dengan persetujuannya", lambda row, on, site: row.name),
    Column("jabatan", "Jabatannya", lambda row, on, site: row.role),
    Column(
        "mulai",
        "Awal masa jabatan",
        lambda row, on, site: row.term_from.isoformat() if row.term_from else None,
    ),
    Column(
        "sampai",
        "Akhir masa jabatan",
        lambda row, on, site: row.term_until.isoformat() if row.term_until else None,
    ),
)


def members_in_open_data() -> ConsentedQuerySet:
    """Return members of public groups whose consent for open data is in force. One query."""
    rows = KimMember.objects.open_data().filter(kim__in=Kim.objects.published())
    return rows.select_related("kim__kelurahan__kecamatan").order_by("kim__name", "pk")


def members_csv(rows: Iterable[KimMember], on: dt.date, site: str) -> bytes:
    """Return members as a CSV file; ``site`` has no slash at its end."""
    return as_csv(COLUMNS, rows, on, site)
