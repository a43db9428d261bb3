"""What stands beside an award: its ceremony, its members, later facts, other years, trophies."""

import pytest

from awards.reading.reader import read

WON = "Kota Malang meraih juara I dalam Anugerah Media Humas (AMH) 2023. "


def only(text: str):
    """Return the single award a text proposes as new."""
    (reading,) = [r for r in read(text) if not r.historic]
    return reading


@pytest.mark.parametrize(
    "told",
    [
        "Penghargaan tersebut diserahkan Menteri di Hotel Padma Semarang, Sabtu (22/7/2023).",
        "Trofi diterima Wali Kota Malang di Hotel Padma Semarang, Sabtu (22/7/2023).",
        "Ajang bergengsi itu digelar di Hotel Padma Semarang, Sabtu (22/7/2023).",
    ],
)
def test_ceremony_in_a_sentence_of_its_own_gives_the_date(told):
    reading = only(WON + told)
    assert (reading.date, reading.place) == ("2023-07-22", "Hotel Padma Semarang")


@pytest.mark.parametrize(
    "told",
    [
        "Penghargaan tersebut diserahkan Wali Kota Malang sebelum apel pagi, Senin (24/7/2023).",
        "Piagam penghargaan akan diserahkan Menteri di Jakarta, Senin (24/7/2023).",
        "“Penghargaan ini untuk warga,” kata Kepala Diskominfo, Senin (24/7/2023).",
        "Rapat kerja digelar di Balai Kota Malang, Senin (24/7/2023).",
    ],
)
def test_other_dates_are_not_the_conferment(told):
    assert only(WON + told).date is None


def test_members_of_a_counted_group_are_named_later():
    text = (
        "Sebanyak tiga sekolah di Kota Malang menerima penghargaan Adiwiyata tahun 2023. "
        "Ketiga sekolah itu adalah SDN Blimbing 3, SMPN 12 Malang, dan SMKN 13 Malang."
    )
    told = [(r.recipient, r.event, r.year) for r in read(text)]
    names = ("SDN Blimbing 3", "SMPN 12 Malang", "SMKN 13 Malang")
    assert told == [(name, "Adiwiyata", 2023) for name in names]


def test_members_of_a_group_that_only_hopes_are_not_proposed():
    text = (
        "Sebanyak tiga sekolah diharapkan menerima penghargaan Adiwiyata tahun 2023. "
        "Ketiga sekolah itu adalah SDN Blimbing 3, SMPN 12 Malang, dan SMKN 13 Malang."
    )
    assert read(text) == []


def test_an_earlier_edition_beside_a_later_one_is_history():
    text = WON + "Pada AMH 2022, Kota Malang hanya meraih juara III."
    assert [(r.rank_norm, r.historic) for r in read(text)] == [
        ("JUARA_1", False),
        ("JUARA_3", True),
    ]


def test_the_cup_that_is_taken_home_is_not_the_event():
    text = (
        "Universitas Brawijaya menjadi juara umum Pekan Ilmiah Mahasiswa Nasional (PIMNAS) 2023. "
        "Kampus itu membawa pulang Piala Adikarta. Posisi kedua ditempati Universitas Gadjah Mada."
    )
    assert {r.event for r in read(text)} == {"Pekan Ilmiah Mahasiswa Nasional"}


def test_where_the_winner_goes_next_is_not_where_others_won():
    text = (
        "KIM Samaan menjadi juara I Lomba Cerdas Cermat KIM (LCCK) 2023. KIM Samaan akan mewakili "
        "Jawa Timur pada Pekan KIM Nasional. Juara II diraih KIM Kartika."
    )
    assert [r.event for r in read(text)] == ["Lomba Cerdas Cermat KIM"] * 2


def test_organiser_told_after_the_award_belongs_to_it():
    reading = only(WON + "Penghargaan dari Kementerian Kominfo itu diterima di Jakarta.")
    assert (reading.organiser, reading.level) == ("Kementerian Kominfo", "nasional")


def test_title_of_an_official_is_his_award():
    reading = only(
        "Wali Kota Malang Wahyu Hidayat dinobatkan sebagai Kepala Daerah Inovatif bidang Layanan "
        "Publik oleh Koran Sindo dalam ajang Kepala Daerah Inovatif (KDI) 2025."
    )
    assert reading.recipient == "Wali Kota Malang Wahyu Hidayat"
    assert (reading.event, reading.year) == ("Kepala Daerah Inovatif", 2025)


def test_an_office_without_a_name_wins_nothing():
    assert read("Direktur Utama dianugerahi The Best CEO dalam ajang Warta Award 2023.") == []


def test_short_form_of_the_end_of_a_name_stands_for_the_end_only():
    text = (
        "Mahasiswa Program Studi Teknik Elektro Universitas Muhammadiyah Malang (UMM) meraih juara "
        "I Kontes Robot Indonesia (KRI) 2021. UMM juga meraih juara III kategori Robot Terbang."
    )
    assert read(text)[-1].recipient == "Universitas Muhammadiyah Malang"
