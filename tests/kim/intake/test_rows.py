"""What each kind of row must hold, what it is matched with, and what is saved of it."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kim.intake.checks import check
from kim.intake.columns import TABLES
from kim.intake.known import load
from kim.intake.saving import Refused, save
from kim.models import Kim, KimMember, KimMilestone, Potential
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = dt.date(2024, 3, 10)


def look(table, *rows, **options):
    known = load(TABLES[table], TODAY, **options)
    return check(TABLES[table], list(enumerate(rows, 2)), known)


def told(report) -> list[tuple[int, str, str]]:
    return [(line.number, fault.column, fault.words) for line, fault in report.faults]


def words(table, **cells) -> str:
    """The words of the one fault of a row."""
    (fault,) = told(look(table, cells))
    return f"{fault[1]}: {fault[2]}"


def changes(report) -> list[tuple[str, str, str]]:
    return [(c.label, c.old, c.new) for line in report.lines for c in line.changes]


# KIM

ONE = {"nama": "KIM Satu", "kelurahan": "Samaan"}


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"kelurahan": "Samann"}, "kelurahan: Kelurahan “Samann” tidak dikenal: mungkin “Samaan”?"),
        ({"kelurahan": "Atlantis"}, "kelurahan: Kelurahan “Atlantis” tidak dikenal."),
        ({"kelurahan": ""}, "kelurahan: Wajib diisi."),
        ({"nama": ""}, "nama: Wajib diisi."),
        ({"nama": "x" * 121}, "nama: Terlalu panjang: 121 huruf, paling banyak 120."),
        ({"nama": "#REF!"}, "nama: Sel ini menunjukkan kesalahan Excel #REF!."),
        ({"juga_melayani": "Samaan"}, "juga_melayani: Kelurahan asalnya tidak ditulis lagi"),
        ({"juga_melayani": "Klojen; Dinoyoo"}, "juga_melayani: Kelurahan “Dinoyoo” tidak dikenal"),
        ({"situs_web": "javascript:alert(1)"}, "situs_web: “javascript:alert(1)” bukan alamat web"),
        ({"situs_web": "ftp://kim.id"}, "situs_web: “ftp://kim.id” bukan alamat web."),
        ({"situs_web": "https://x.id/" + "y" * 200}, "situs_web: Terlalu panjang: 213 huruf"),
        ({"tonggak": "Dibentuk", "sumber": "a"}, "tanggal: Wajib diisi bila baris ini mencatat"),
        ({"tanggal": "2020", "sumber": "a"}, "tonggak: Wajib diisi bila baris ini mencatat"),
        ({"tonggak": "Dibentuk", "tanggal": "2020"}, "sumber: Tulis buktinya"),
    ],
)
def test_faults_of_a_kim_are_named_at_their_column(cells, fault):
    assert fault in words("kim", **{**ONE, **cells})


@pytest.mark.parametrize("place", ["SAMAAN", " samaan ", "Kel. Samaan", "Kelurahan Samaan"])
def test_a_kelurahan_is_known_however_it_is_written(place):
    assert look("kim", {**ONE, "kelurahan": place}).faults == []


def test_other_spellings_of_a_kelurahan_are_accepted():
    place = make.kelurahan("Rampalcelaket")
    assert "Rampal Celaket" in place.alias_list
    save(look("kim", {**ONE, "kelurahan": "Rampal Celaket"}))
    assert Kim.objects.get().kelurahan == place


def test_a_name_twice_in_the_file_is_blamed_on_the_second_row():
    for second in ("KIM Satu", "kim  satu", "Satu", "Kelompok Informasi Masyarakat Satu"):
        report = look("kim", ONE, {**ONE, "nama": second})
        assert told(report) == [(3, "nama", "Kembar dengan baris 2: hapus salah satunya.")]


def test_a_name_on_record_in_another_spelling_is_not_made_again():
    make.make_kim(name="KIM Satu-Dua", aliases="KIM Tunggal")
    for name in ("KIM Satudua", "KIM Tunggal"):
        assert words("kim", **{**ONE, "nama": name}) == (
            "nama: Sudah tercatat sebagai “KIM Satu-Dua”: tulis namanya persis begitu."
        )


def test_what_is_like_another_is_asked_about_and_may_be_saved():
    make.make_kim(name="KIM Mawar Merah")
    (line,) = look("kim", {**ONE, "nama": "KIM Mawar Mera"}).lines
    assert line.notes == ["Mirip “KIM Mawar Merah” yang sudah tercatat. Pastikan memang KIM lain."]
    (line,) = look("kim", {**ONE, "nama": "KIM Lain Sekali"}).lines
    assert line.notes == ["Kelurahan Samaan sudah mempunyai KIM Mawar Merah."]
    assert line.state == "baru"


def test_a_kim_on_record_shows_old_and_new_and_empty_cells_change_nothing():
    kim = make.make_kim(name="KIM Satu", about="Lama", website="https://a.id", milestones=[])
    row = {"nama": "kim satu", "kelurahan": "Klojen", "tentang": "Baru", "situs_web": ""}
    row["juga_melayani"] = "Samaan; Dinoyo"
    report = look("kim", row)
    assert changes(report) == [
        ("kelurahan", "Samaan", "Klojen"),
        ("juga melayani", "", "Samaan, Dinoyo"),
        ("tentang", "Lama", "Baru"),
    ]
    assert report.lines[0].state == "berubah"
    assert save(report).changed == 1
    kim.refresh_from_db()
    assert (kim.name, kim.about, kim.website) == ("KIM Satu", "Baru", "https://a.id")
    assert {place.name for place in kim.serves.all()} == {"Samaan", "Dinoyo"}
    assert look("kim", row).lines[0].state == "sama"


def test_a_text_typed_on_a_form_is_the_same_in_a_file():
    make.make_kim(name="KIM Satu", about="Satu.\r\nDua.", aliases="A\r\nB")
    row = {**ONE, "tentang": "Satu.\nDua.", "ejaan_lain": "A; B"}
    assert look("kim", row).lines[0].state == "sama"


def test_a_second_milestone_of_a_kind_is_pointed_out():
    make.make_kim(name="KIM Satu")
    report = look("kim", {**ONE, "tonggak": "Dibentuk", "tanggal": "2019", "sumber": "Portal"})
    (line,) = report.lines
    assert line.notes == ["“Dibentuk” sudah tercatat pada 2 Maret 2020; ini menjadi yang kedua."]
    assert line.state == "berubah"


# Milestones

STEP = {"kim": "KIM Satu", "tonggak": "SK", "tanggal": "16/03/2020", "nomor_dokumen": "188/2020"}


def test_milestones_of_a_kim_on_record_are_saved_with_their_precision():
    kim = make.make_kim(name="KIM Satu", aliases="KIM Tunggal", milestones=[])
    rows = [STEP, {"kim": "KIM Tunggal", "tonggak": "Tercatat sudah aktif", "tanggal": "2021"}]
    rows[1]["alamat_sumber"] = "https://kim.id/satu"
    assert save(look("tonggak", *rows)).new == 2
    found = kim.milestones.values_list("kind", "happened_on", "happened_on_precision", "state")
    assert list(found) == [
        ("decreed", dt.date(2020, 3, 16), "day", "active"),
        ("attested", dt.date(2021, 12, 31), "year", "active"),
    ]
    assert look("tonggak", *rows).count()["sama"] == 2


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"kim": "KIM Sattu"}, "kim: KIM “KIM Sattu” tidak dikenal: mungkin “KIM Satu”?"),
        ({"tonggak": "Dibentuc"}, "tonggak: “Dibentuc” tidak dikenal: mungkin “Dibentuk”?"),
        ({"tonggak": "zzz"}, "tonggak: “zzz” tidak dikenal. Pilihannya: Diusulkan, "),
        ({"tanggal": "11/03/2024"}, "tanggal: 11 Maret 2024 belum tiba."),
        ({"nomor_dokumen": ""}, "sumber: Tulis buktinya: sumber, alamatnya, atau nomor dokumen."),
        ({"berlaku_sampai": "2019"}, "berlaku_sampai: Masa berlaku berakhir sebelum tanggal"),
        ({"alamat_sumber": "kim.id"}, "alamat_sumber: “kim.id” bukan alamat web; mulai dengan"),
    ],
)
def test_faults_of_a_milestone_are_named_at_their_column(cells, fault):
    make.make_kim(name="KIM Satu", milestones=[])
    assert fault in words("tonggak", **{**STEP, **cells})


def test_a_spelling_that_two_kim_share_is_not_guessed():
    for name in ("KIM Satu", "KIM Dua"):
        make.make_kim(name=name, aliases="KIM Kita")
    assert "ejaan beberapa KIM: KIM Satu atau KIM Dua" in words(
        "tonggak", **{**STEP, "kim": "KIM Kita"}
    )


def test_a_milestone_twice_in_the_file_is_blamed():
    make.make_kim(name="KIM Satu", milestones=[])
    assert told(look("tonggak", STEP, STEP)) == [
        (3, "kim", "Kembar dengan baris 2: hapus salah satunya.")
    ]


# Potentials

CRAFT = {"nama": "Gerabah", "jenis": "kerajinan", "kelurahan": "Samaan", "sumber": "Portal"}


def test_a_potential_is_one_of_its_kelurahan():
    rows = [CRAFT, {**CRAFT, "kelurahan": "Klojen", "produk": "guci; vas"}]
    assert save(look("potensi", *rows)).new == 2
    assert Potential.objects.get(kelurahan__name="Klojen").products == "guci\nvas"
    report = look("potensi", {**CRAFT, "jenis": "Kuliner"})
    assert changes(report) == [("jenis", "Kerajinan", "Kuliner")]
    assert told(look("potensi", CRAFT, CRAFT))[0][2].startswith("Kembar dengan baris 2")


def test_a_new_potential_names_its_source():
    assert words("potensi", **{**CRAFT, "sumber": ""}).startswith("sumber: Tulis sumbernya")
    make.make_potential(name="Gerabah", source_name="Portal")
    assert look("potensi", {**CRAFT, "sumber": ""}).faults == []


# Members

CHIEF = {"kim": "KIM Satu", "nama": "Nama Uji", "jabatan": "Ketua"}
AGREED = {"setuju_pada": "01/03/2022", "persetujuan_dari": "ia", "bukti_persetujuan": "formulir"}


def test_a_member_is_private_unless_consent_stands_in_the_file():
    make.make_kim(name="KIM Satu")
    user = make.make_user()
    save(look("pengurus", CHIEF), user)
    assert KimMember.objects.published(TODAY).count() == 0
    assert KimMember.objects.get().consent_recorded_by is None
    agreed = {**CHIEF, **AGREED, "setuju_untuk": "data terbuka"}
    save(look("pengurus", agreed), user)
    member = KimMember.objects.published(TODAY).get()
    assert (member.consent_scope, member.consent_recorded_by) == ("open", user)
    save(look("pengurus", {**CHIEF, "dicabut_pada": "05/03/2024"}), user)
    assert KimMember.objects.published(TODAY).count() == 0


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"setuju_pada": ""}, "setuju_pada: Tulis tanggal persetujuannya, atau kosongkan semua."),
        ({"setuju_pada": "2022"}, "setuju_pada: Tulis tanggal lengkap"),
        ({"bukti_persetujuan": ""}, "bukti_persetujuan: Catat bukti persetujuannya."),
        ({"persetujuan_dari": ""}, "persetujuan_dari: Catat siapa yang menyatakan setuju."),
        ({"belum_18": "ya"}, "wali: Persetujuan bagi yang belum 18 tahun diberikan wali"),
        ({"belum_18": "mungkin"}, "belum_18: Tulis “ya” atau “tidak”."),
        ({"dicabut_pada": "01/02/2022"}, "dicabut_pada: Persetujuan dicabut sebelum diberikan."),
        ({"mulai": "01/03/2020", "sampai": "2019"}, "sampai: Masa jabatan berakhir sebelum mulai."),
        ({"nama": "CONTOH, ganti dengan nama"}, "nama: Ini baris contoh"),
        ({"wali": "3573010101010001"}, "wali: Ada deretan 16 angka seperti NIK"),
    ],
)
def test_faults_of_a_member_are_named_at_their_column(cells, fault):
    make.make_kim(name="KIM Satu")
    assert fault in words("pengurus", **{**CHIEF, **AGREED, **cells})


def test_another_term_is_another_row_and_an_open_start_is_completed():
    make.make_kim(name="KIM Satu")
    save(look("pengurus", CHIEF))
    first, second = {**CHIEF, "mulai": "01/03/2020"}, {**CHIEF, "mulai": "01/03/2023"}
    assert save(look("pengurus", first)).changed == 1
    assert save(look("pengurus", second)).new == 1
    assert look("pengurus", first, second).count()["sama"] == 2
    assert KimMember.objects.count() == 2
    assert (
        look("pengurus", {**CHIEF, "sampai": "2025"}).lines[0].writes[0].row.term_from.year == 2023
    )


# Saving


def test_what_the_database_refuses_is_told_at_its_row_and_nothing_is_kept():
    report = look("kim", ONE, {**ONE, "nama": "KIM Dua"})
    make.make_kim(name="KIM Dua", milestones=[])
    with pytest.raises(Refused):
        save(report)
    assert [(line.number, line.state) for line in report.wrong] == [(3, "salah")]
    assert Kim.objects.count() == 1


def test_who_may_not_change_a_row_may_leave_it_as_it_is():
    make.make_kim(name="KIM Satu", about="Lama", milestones=[])
    options = {"may_change": lambda row: False}
    assert look("kim", ONE, **options).faults == []
    report = look("kim", {**ONE, "tentang": "Baru"}, **options)
    assert told(report) == [(2, "nama", "Anda tidak berhak mengubah KIM Satu.")]


def test_preview_asks_the_database_the_same_for_many_rows(django_assert_max_num_queries):
    rows = [{**ONE, "nama": f"KIM {number}"} for number in range(300)]
    with django_assert_max_num_queries(6):
        look("kim", *rows)


WORDS = ["", "KIM Satu", "Samaan", "samaan ", "Kerajinan", "dibentuk", "2020", "14/01/2020", "ya"]
WORDS += ["https://kim.id", "tidak", "2019-02-30", "x" * 600, "3573010101010001", "a;b;;a", "=1+1"]
GOOD = {"place": "Samaan", "places": "Klojen", "group": "KIM Satu", "day": "2020", "flag": "ya"}
GOOD |= {"exact": "14/01/2020", "until": "2023", "url": "https://kim.id", "text": "Samaan"}
CELL = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))


def good(column):
    return column.choices[0][1] if column.choices else GOOD.get(column.holds, "Satu.")


@st.composite
def rows_of(draw, table):
    """Rows of which most cells are good, some empty, and a few anything."""
    columns = TABLES[table].columns
    row = {column.key: good(column) for column in columns}
    keys = st.sampled_from(list(row))
    optional = st.sampled_from([column.key for column in columns if not column.required])
    made = []
    for _ in range(draw(st.integers(1, 4))):
        empty = dict.fromkeys(draw(st.sets(optional)), "")
        made.append({**row, **empty, **draw(st.dictionaries(keys, CELL, max_size=2))})
    return made


@pytest.mark.parametrize("table", list(TABLES))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_table_is_told_or_saved_as_told(table, data, django_user_model):
    """No text raises; what is reported saved is what stands in the database; twice is the same."""
    for model in (KimMember, KimMilestone, Kim, Potential):
        model.objects.all().delete()
    make.make_kim(name="KIM Satu", milestones=[])
    make.make_member(Kim.objects.get(), name="Samaan", role="Samaan")
    rows = data.draw(rows_of(table))
    main = {"kim": Kim, "tonggak": KimMilestone, "potensi": Potential, "pengurus": KimMember}[table]
    before = main.objects.count()
    report = look(table, *rows)
    if report.wrong:
        good = {line.number for line in report.lines} - {line.number for line in report.wrong}
        rows = [row for number, row in enumerate(rows, 2) if number in good]
        report = look(table, *rows)
    if report.wrong:
        return
    saved = save(report)
    assert main.objects.count() == before + saved.new
    assert look(table, *rows).count()["sama"] == len(rows)
