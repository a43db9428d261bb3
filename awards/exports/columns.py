"""The allow-list: every column that a reader may download, and how it is read from an award.

What is not named here is in no file. The order is the order of the columns; a name, once given
out, keeps its meaning. What each one means stands in data/columns.csv, one line for each.
"""

import csv
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from awards.choices import KIND_WORDS
from awards.models import Award, Recipient
from awards.organizers import organizers_of
from malangnews.core.csv_file import Cell, Day
from malangnews.core.dates import Precision
from malangnews.core.short import short_code

DICTIONARY = Path(__file__).parent / "data" / "columns.csv"
KINDS = {
    "teks": "Teks; kosong bila tidak ada.",
    "bilangan": "Bilangan bulat; kosong bila tidak diketahui.",
    "tanggal": "Tanggal ISO 8601 setelitian yang diketahui: 2023-11-06, 2023-11, atau 2023.",
    "waktu": "Tanggal dan jam ISO 8601, waktu Malang (WIB).",
    "daftar": "Nol, satu, atau beberapa teks. Dalam CSV dan XLSX dipisahkan titik koma.",
}


@dataclass(frozen=True)
class Column:
    """A column: its name in every file, its kind (one of KINDS), and its words in the dictionary.

    ``read`` takes an award of ``rows.for_export`` and the site's address without a last slash.
    """

    name: str
    kind: str
    meaning: str
    example: str
    origin: str
    read: Callable[[Award, str], Cell]


def _day(value: dt.date | None, precision: str) -> Day | None:
    return Day(value, precision) if value else None


def _precision(value: dt.date | None, precision: str) -> str:
    return Precision(precision).label if value else ""


def _recipient_kind(recipient: Recipient) -> str:
    return next(KIND_WORDS[kind] for kind in Recipient.KINDS if getattr(recipient, f"{kind}_id"))


def _recipient_id(recipient: Recipient) -> str:
    """The value of the filter ``penerima``; none for a KIM whose page is not public."""
    if recipient.kim_id and not recipient.kim.is_public:
        return ""
    return f"{_recipient_kind(recipient)}-{recipient.target.slug}"


def _recipient_place(recipient: Recipient) -> str:
    if recipient.kelurahan_id:
        return recipient.kelurahan.name
    return recipient.kim.kelurahan.name if recipient.kim_id else ""


def _of_recipients(read: Callable[[Recipient], str]) -> Callable[[Award, str], Cell]:
    return lambda award, site: [read(recipient) for recipient in award.named_recipients]


def _of_sources(name: str) -> Callable[[Award, str], Cell]:
    return lambda award, site: [getattr(source, name) for source in award.named_sources]


READ: dict[str, Callable[[Award, str], Cell]] = {
    "id": lambda award, site: short_code(award),
    "alamat_tetap": lambda award, site: f"{site}/p/{short_code(award)}/",
    "alamat": lambda award, site: f"{site}{award.get_absolute_url()}",
    "ajang": lambda award, site: award.edition.programme.name,
    "singkatan": lambda award, site: award.edition.programme.abbreviation,
    "tahun": lambda award, site: award.edition.year,
    "tingkat": lambda award, site: award.edition.programme.level,
    "penyelenggara": lambda award, site: [
        host.name for host in organizers_of(award.edition, award.conferred[0])
    ],
    "kategori": lambda award, site: award.category,
    "kelas_peserta": lambda award, site: award.participant_class,
    "peringkat": lambda award, site: award.rank_label,
    "jenis_peringkat": lambda award, site: award.rank_scheme,
    "urutan": lambda award, site: award.rank_order,
    "penerima": _of_recipients(str),
    "penerima_jenis": _of_recipients(_recipient_kind),
    "penerima_id": _of_recipients(_recipient_id),
    "penerima_kelurahan": _of_recipients(_recipient_place),
    "karya": lambda award, site: award.work.title if award.work else "",
    "jenis_karya": lambda award, site: award.work.get_kind_display() if award.work else "",
    "diputuskan": lambda award, site: _day(award.decided_on, award.decided_on_precision),
    "diputuskan_ketelitian": lambda award, site: _precision(
        award.decided_on, award.decided_on_precision
    ),
    "dianugerahkan": lambda award, site: _day(*award.conferred),
    "dianugerahkan_ketelitian": lambda award, site: _precision(*award.conferred),
    "tempat": lambda award, site: award.edition.place,
    "diserahkan": lambda award, site: [row.held_on.isoformat() for row in award.public_handovers],
    "nomor_piagam": lambda award, site: award.certificate_number,
    "keterangan": lambda award, site: award.remarks,
    "sanggahan": lambda award, site: award.dispute,
    "sumber": _of_sources("title"),
    "sumber_penerbit": _of_sources("publisher"),
    "sumber_alamat": _of_sources("url"),
    "terbit": lambda award, site: award.published_at,
    "disimpan": lambda award, site: award.updated_at,
}


def _columns() -> Iterator[Column]:
    """Read the dictionary; raises KeyError when it names a column that is not allowed."""
    with DICTIONARY.open(encoding="utf-8", newline="") as lines:
        for words in csv.DictReader(lines):
            yield Column(**words, read=READ[words["name"]])


COLUMNS = tuple(_columns())
