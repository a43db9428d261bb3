"""Subjects for the tests of cards."""

from awards.cards.art import art_for
from awards.cards.subjects import AwardSubject, YearSubject
from awards.ranks import Roundel

SHORT = AwardSubject(
    rank="Terbaik I",
    level="Nasional",
    programme="Anugerah Media Humas",
    year=2023,
    category="Media Audiovisual",
    recipients=("Diskominfo Kota Malang",),
    organizer="Kementerian Komunikasi dan Informatika",
    roundel=Roundel("gold", "I"),
)
LONG = AwardSubject(
    rank="Juara Harapan Pertama Bidang Pelayanan Informasi Publik Tingkat Kabupaten/Kota",
    level="Internasional",
    programme="Penghargaan Pengelolaan Layanan Informasi Publik dan Keterbukaan Informasi " * 2,
    year=2023,
    category="Pemberdayaan Masyarakat melalui Kelompok Informasi Masyarakat Kelurahan " * 2,
    participant_class="Perangkat daerah yang membidangi komunikasi dan informatika se-Jawa Timur",
    recipients=tuple(f"KIM Mitra Pemberdayaan Kelurahan Nomor {place}" for place in range(12)),
    organizer="Kementerian Perencanaan Pembangunan Nasional/Badan Perencanaan Pembangunan " * 2,
    roundel=Roundel("merit", "VIII"),
)
YEAR = YearSubject(
    year=2023,
    total=1234,
    levels=(("Internasional", 3), ("Nasional", 20), ("Regional", 4), ("Provinsi", 900)),
    first_places=99,
    programmes=(("Jatim Public Relations Award", 4), ("Anugerah Media Humas " * 8, 2)),
    as_of="24 November 2026",
    roundel=Roundel("seal", "2023"),
)


def art(key="contoh", subject=SHORT):
    return art_for(key, subject.roundel)
