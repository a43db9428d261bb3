"""Files as people have them, and files that nobody should have."""

import io
import random
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from kim.intake.columns import TABLES
from kim.intake.files import read_table
from kim.intake.sheets import Unreadable

TABLE = TABLES["potensi"]
TEXT = "nama;jenis;kelurahan\nKafé “Tua”;Kuliner;Samaan\n"
READ = [(2, {"nama": "Kafé “Tua”", "jenis": "Kuliner", "kelurahan": "Samaan"})]


def read(content):
    return read_table(TABLE, content)


def refused(content) -> str:
    with pytest.raises(Unreadable) as caught:
        read(content)
    return str(caught.value)


def book(rows, *, hidden=(), **options) -> bytes:
    """A workbook; ``rows`` by the name of their sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as made:
        for name, lines in rows.items():
            sheet = made.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            else:
                sheet.activate()
                sheet.set_first_sheet()
            for y, line in enumerate(lines):
                sheet.write_row(y, 0, line)
    return file.getvalue()


def repacked(content, change) -> bytes:
    """The same workbook with parts changed by ``change(name, bytes)``."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        ("sep=;\n" + TEXT).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "comma", "tab", "crlf", "cr", "sep"],
)
def test_csv_is_read_however_it_was_saved(content):
    rows, notes = read(content)
    shift = content.startswith(b"sep")
    assert [(number - shift, cells) for number, cells in rows] == READ
    assert notes == []


def test_windows_1252_is_read_and_said():
    rows, notes = read(TEXT.encode("cp1252"))
    assert rows == READ
    assert "Windows-1252" in notes[0]


def test_rows_have_the_numbers_that_a_spreadsheet_shows():
    rows, _ = read(b'nama,jenis,kelurahan\n\n,,\n"a\nb",Kuliner,Samaan\nc,d,e\n')
    assert [(number, cells["nama"]) for number, cells in rows] == [(4, "a\nb"), (5, "c")]


def test_cells_lose_what_cannot_be_seen_and_our_own_apostrophe():
    rows, _ = read("nama,jenis,kelurahan\n\u200e\x7f Ke\u0301 ,'=1+1,'tis\n".encode())
    assert rows[0][1] == {"nama": "\u200e Ké", "jenis": "=1+1", "kelurahan": "'tis"}


def test_headings_are_found_by_other_names_and_in_any_order():
    rows, _ = read(b"KELURAHAN,Jenis Potensi,Nama-Potensi,,\nSamaan,Kuliner,Bakso,,\n")
    assert rows == [(2, {"nama": "Bakso", "jenis": "Kuliner", "kelurahan": "Samaan"})]


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("nama,jenis", "Kolom “kelurahan” tidak ada."),
        (
            "nama,jenis,kelurahan,ringkassan",
            "Kolom “ringkassan” tidak dikenal: mungkin “ringkasan”",
        ),
        ("nama,jenis,kelurahan,zzz", "Kolom “zzz” tidak dikenal; hapus atau ganti"),
        ("nama,jenis,kelurahan,nama potensi", "Kolom “nama” ada dua kali."),
        ("nama,jenis,kelurahan,NIK", "portal tidak menyimpan nomor identitas"),
        ("nama,jenis,kelurahan,", "Baris 2 berisi sel di kolom tanpa judul."),
        ("nama,jenis,kelurahan", "Baris 2 berisi sel di kolom tanpa judul."),
    ],
)
def test_faults_of_the_headings_are_named(headings, words):
    assert words in refused(f"{headings}\na,b,c,d\n".encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b" \n\n", "kosong"),
        (b"nama,jenis,kelurahan\n", "Hanya ada satu baris"),
        (b"\xff\xfe\x00", "UTF-16 yang terpotong"),
        (b"\x81\x8d,", "bukan teks"),
        (b"nama\x00,jenis", "bukan CSV"),
        (b"%PDF-1.7\x00\x01", "bukan CSV"),
        (b'nama,jenis,kelurahan\n"' + b"a" * 200_000, "Periksa tanda kutipnya"),
        (b"nama\n" + b"a" * 10_001, "lebih dari 10000 huruf"),
        (b"nama\n" + b"a," * 61 + b"b", "lebih dari 60 kolom"),
        (b"n," * 10_000 + b"n\n1", "lebih dari 60 kolom"),
        (b"nama\n" + b"a\n" * 2001, "Lebih dari 2000 baris"),
        (b"x" * (2 * 1024 * 1024 + 1), "lebih dari 2 MB"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "Excel lama"),
        (b"PK\x03\x04", "rusak atau bukan XLSX"),
    ],
)
def test_what_cannot_be_read_is_told_why(content, words):
    assert words in refused(content)


def test_2000_rows_are_read():
    rows, _ = read(b"nama,jenis,kelurahan\n" + b"a,b,c\n" * 2000)
    assert (len(rows), rows[-1][0]) == (2000, 2001)


# Workbooks

HEAD = ["nama", "jenis", "kelurahan"]


def test_only_the_first_sheet_that_is_shown_is_read():
    sheets = {"Rahasia": [["x"]], "Isi": [HEAD, ["a", "b", "c"]], "Lain": [["y"]]}
    rows, notes = read(book(sheets, hidden=["Rahasia"]))
    assert rows == [(2, {"nama": "a", "jenis": "b", "kelurahan": "c"})]
    assert notes == ["Yang dibaca hanya lembar pertama, “Isi”."]


def test_numbers_and_truths_are_read_as_people_see_them():
    rows, _ = read(book({"a": [HEAD, [2020, True, 1.5]]}))
    assert rows[0][1] == {"nama": "2020", "jenis": "ya", "kelurahan": "1.5"}


def test_formulas_are_refused_at_their_cell():
    assert "Sel B2 berisi rumus" in refused(book({"a": [HEAD, ["a", "=1+1", "c"]]}))


def test_macros_are_refused():
    content = book({"a": [HEAD, ["a", "b", "c"]]})
    with_macro = io.BytesIO(content)
    with zipfile.ZipFile(with_macro, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    assert "berisi makro" in refused(with_macro.getvalue())


def test_other_formats_in_a_zip_are_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "Simpan sebagai XLSX atau CSV" in refused(file.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked():
    content = book({"a": [HEAD]})
    bomb = repacked(content, lambda name, part: b" " * 20_000_000 if "sheet1" in name else part)
    assert len(bomb) < 200_000
    assert "terlalu besar" in refused(bomb)


def test_entities_are_refused():
    dtd = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = book({"a": [HEAD, ["a", "b", "c"]]})

    def plant(name, part):
        return part.replace(b"?>", b"?>" + dtd, 1) if name.endswith(".xml") else part

    assert "rusak" in refused(repacked(content, plant))


@pytest.mark.parametrize("row", ["900000", "1048576", "99999999999"])
def test_a_cell_far_down_costs_nothing(row):
    content = book({"a": [HEAD, ["a", "b", "c"], ["d", "e", "f"]]})

    def move(name, part):
        far = f'<row r="{row}"'.encode()
        return part.replace(b'<row r="3"', far) if name.endswith("sheet1.xml") else part

    rows, notes = read(repacked(content, move))
    assert [number for number, _ in rows] == [2]
    assert notes == ["Pembacaan berhenti di baris 1002: 1000 baris sebelumnya kosong."]


def test_a_sheet_from_its_first_cell_to_its_last_costs_nothing():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEAD)
        sheet.write(1_048_575, 16_383, "z")
    assert len(file.getvalue()) < 10_000
    assert "Hanya ada satu baris" in refused(file.getvalue())


def test_too_many_columns_are_refused():
    assert "lebih dari 60 kolom" in refused(book({"a": [["x"] * 10_000, ["y"]]}))


def test_a_wrong_size_in_the_sheet_hides_nothing():
    content = book({"a": [HEAD, ["a", "b", "c"]]})

    def lie(name, part):
        return part.replace(b'ref="A1:C2"', b'ref="A1"') if name.endswith("sheet1.xml") else part

    assert len(read(repacked(content, lie))[0]) == 1


def test_damaged_workbooks_are_refused_in_words():
    content = book({"a": [HEAD, ["a", "b", "c"]]})
    shuffled = random.Random(5)
    for _ in range(120):
        broken = bytearray(content)
        for _ in range(shuffled.randint(1, 40)):
            broken[shuffled.randrange(4, len(broken))] = shuffled.randrange(256)
        for damaged in (bytes(broken), content[: shuffled.randrange(4, len(content))]):
            try:
                read(damaged)
            except Unreadable as error:
                assert str(error)


def test_workbooks_with_strange_parts_are_refused_in_words():
    content = book({"a": [HEAD, ["a", "b", "c"]]})
    shuffled = random.Random(7)

    def spoil(name, part):
        cut = shuffled.randrange(len(part) + 1)
        return part[:cut] + shuffled.choice([b"", b"<", b"</c>", b"\x00", b"zz"]) + part[cut + 3 :]

    for _ in range(80):
        try:
            read(repacked(content, spoil))
        except Unreadable as error:
            assert str(error)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"nama,jenis\n"]))
def test_any_bytes_are_a_table_or_refused_in_words(content, head):
    try:
        read(head + content)
    except Unreadable as error:
        assert str(error)
