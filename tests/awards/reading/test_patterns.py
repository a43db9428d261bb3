"""Every frame of a sentence with every kind of rank and recipient, built from parts."""

import itertools

import pytest

from awards.reading.merging import who
from awards.reading.reader import read

RANKS = [
    ("Juara I", "JUARA_1"),
    ("juara 2", "JUARA_2"),
    ("juara ketiga", "JUARA_3"),
    ("Juara Harapan II", "HARAPAN_2"),
    ("Terbaik I", "TERBAIK_1"),
    ("terbaik ke-3", "TERBAIK_3"),
    ("peringkat kedua", "PERINGKAT_2"),
    ("Juara Umum", "JUARA_UMUM"),
    ("medali emas", "MEDALI_EMAS"),
    ("Silver Winner", "MEDALI_PERAK"),
    ("Bintang 4", "BINTANG_4"),
    ("Juara |", "JUARA_1"),
    ("Juara !!", "JUARA_2"),
    ("runner up", "JUARA_2"),
]
RECIPIENTS = [
    "Pemerintah Kabupaten Banyuwangi",
    "Pemkot Surabaya",
    "Kota Madiun",
    "Provinsi Jawa Tengah",
    "Dinas Kependudukan dan Pencatatan Sipil Kota Batu",
    "Diskominfo Kabupaten Gresik",
    "Kelurahan Oro-oro Dowo",
    "Kecamatan Lowokwaru",
    "RW 05 Kelurahan Pandanwangi",
    "KIM Kebonsari Bersatu",
    "SMKN 4 Malang",
    "Universitas Negeri Malang",
    "Puskesmas Dinoyo",
    "Perumda Tugu Tirta",
    "Karang Taruna Desa Sanankerto",
    "tim robotik SMPN 3 Malang",
]
EVENTS = [
    ("Anugerah Media Humas (AMH) 2022", "Anugerah Media Humas"),
    ("Jatim Kominfo Festival 2019", "Jatim Kominfo Festival"),
    ("Lomba Inovasi Daerah tahun 2021", "Lomba Inovasi Daerah"),
    ("PR Indonesia Awards 2023", "PR Indonesia Awards"),
]
FRAMES = [
    "{who} berhasil meraih {rank} pada {event}.",
    "{who} kembali menyabet {rank} kategori Layanan Publik di ajang {event}.",
    "{who} sukses merebut {rank} dalam {event} yang digelar di Surabaya.",
    "Di ajang {event}, {who} memperoleh {rank}.",
    "Dalam {event}, {who} dianugerahi {rank} kategori Inovasi.",
    "Pada {event}, {rank} diraih {who}.",
    "{rank} kategori Media Sosial pada {event} diraih oleh {who}.",
    "Pada malam puncak {event}, {who} dinobatkan sebagai peraih {rank}.",
    "Tak berhenti di situ, di ajang {event}, {who} juga mengantongi {rank}.",
    "{who} membawa pulang {rank} dari {event}.",
    "Dewan juri {event} memberikan {rank} kepada {who}.",
]
NOT_YET = [
    "{who} akan menerima {rank} pada {event}.",
    "{who} menargetkan {rank} pada {event}.",
    "{who} berharap bisa meraih {rank} pada {event} tahun depan.",
    "Semoga {who} meraih {rank} dalam {event}.",
    "{who} gagal meraih {rank} pada {event}.",
    "{who} belum berhasil merebut {rank} di ajang {event}.",
    "Jika meraih {rank} pada {event}, {who} akan mewakili provinsi.",
    "{who} masuk nominasi {event} dan sedang menunggu penjurian.",
    "{who} mengikuti {event}.",
    "Pendaftaran {event} dibuka bagi {who} dan peserta lain.",
    "{who} lolos ke babak final {event}.",
    "{who} bersiap merebut {rank} pada {event}.",
]


def mixed(frames: list[str]) -> list[tuple[str, str, str, str, str]]:
    """Return each frame with each rank, recipients and events taking turns."""
    people, events = itertools.cycle(RECIPIENTS), itertools.cycle(EVENTS)
    found = []
    for frame, (rank, norm) in itertools.product(frames, RANKS):
        name, (words, event) = next(people), next(events)
        text = frame.format(who=name, rank=rank, event=words)
        found.append((text[0].upper() + text[1:], name, norm, event, frame))
    return found


@pytest.mark.parametrize("frame", FRAMES)
def test_frame_gives_recipient_rank_and_event(frame):
    for text, name, norm, event, _ in (row for row in mixed(FRAMES) if row[4] == frame):
        readings = read(text)
        told = [(who(r.recipient), r.rank_norm, r.event) for r in readings]
        assert told == [(who(name), norm, event)], text


@pytest.mark.parametrize("frame", NOT_YET)
def test_what_is_not_yet_won_is_not_proposed(frame):
    for text, *_ in (row for row in mixed(NOT_YET) if row[4] == frame):
        assert [r for r in read(text) if not r.historic] == [], text


@pytest.mark.parametrize("name", RECIPIENTS)
def test_every_kind_of_recipient_is_read_whole(name):
    for frame in FRAMES[:5]:
        text = frame.format(who=name, rank="Juara I", event=EVENTS[0][0])
        assert [who(r.recipient) for r in read(text)] == [who(name)], text
