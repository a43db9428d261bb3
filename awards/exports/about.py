"""What every download says of itself: title, licence, how fresh it is, where it comes from."""

import datetime as dt
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from awards.exports.columns import COLUMNS, KINDS
from awards.models import Award
from malangnews.core.dates import format_date

PUBLISHER = "Dinas Komunikasi dan Informatika Kota Malang"
NOTE = (
    "Hanya catatan yang sudah terbit. "
    "Nama orang ada hanya sebagai penerima penghargaan yang terbit."
)


@dataclass(frozen=True)
class About:
    """One download: ``source`` is the address of the list, ``dictionary`` that of its words."""

    title: str
    source: str
    dictionary: str
    count: int
    changed: dt.datetime | None
    as_of: dt.datetime = field(default_factory=timezone.now)

    @property
    def citation(self) -> str:
        """How the data are cited: "…, “…”, malangnews, per 6 November 2023, <address>"."""
        day = format_date(timezone.localdate(self.as_of))
        licence = settings.OPEN_DATA_LICENCE["name"]
        return f"{PUBLISHER}, “{self.title}”, malangnews, per {day}, {self.source} ({licence})."

    def facts(self) -> list[tuple[str, str]]:
        """Return (name, words) pairs for the second sheet and for people."""
        licence = settings.OPEN_DATA_LICENCE
        return [
            ("Judul", self.title),
            ("Penerbit", PUBLISHER),
            ("Lisensi", f"{licence['name']}, {licence['url']}"),
            ("Per tanggal", moment(self.as_of)),
            ("Perubahan terakhir", moment(self.changed)),
            ("Jumlah baris", str(self.count)),
            ("Sumber", self.source),
            ("Kamus data", self.dictionary),
            ("Cara mengutip", self.citation),
            ("Catatan", NOTE),
        ]

    def meta(self) -> dict[str, object]:
        """Return the head of the JSON file."""
        licence = settings.OPEN_DATA_LICENCE
        return {
            "title": self.title,
            "publisher": PUBLISHER,
            "licence": {"name": licence["name"], "url": licence["url"]},
            "as_of": moment(self.as_of),
            "last_change": moment(self.changed) or None,
            "count": self.count,
            "source": self.source,
            "dictionary": self.dictionary,
            "citation": self.citation,
            "note": NOTE,
            "columns": [
                {"name": column.name, "type": column.kind, "meaning": column.meaning}
                for column in COLUMNS
            ],
            "types": KINDS,
            "codes": codes(),
        }


def moment(value: dt.datetime | None) -> str:
    """Return a time as ISO 8601 in Malang's zone, "" for none."""
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""


def codes() -> dict[str, dict[str, str]]:
    """Return what the codes of a column stand for, by column."""
    return {"jenis_peringkat": dict(Award.RankScheme.choices)}
