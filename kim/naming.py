"""What the three letters KIM stand for, by date.

Regulation 08/PER/M.KOMINFO/6/2010 of the ministry speaks of "Kelompok Informasi Masyarakat";
regulation 4 of 2024, promulgated on 5 September 2024, of "Komunitas". The decision and its
sources: docs/decisions/0018-kelompok-or-komunitas.md.
"""

import datetime as dt

GROUP = "Kelompok Informasi Masyarakat"
COMMUNITY = "Komunitas Informasi Masyarakat"
RENAMED_ON = dt.date(2024, 9, 5)
REGULATION = "Peraturan Menteri Komunikasi dan Informatika Nomor 4 Tahun 2024"


def long_name(day: dt.date) -> str:
    """Return what KIM stood for on ``day``, as the regulation in force that day has it."""
    return COMMUNITY if day >= RENAMED_ON else GROUP
