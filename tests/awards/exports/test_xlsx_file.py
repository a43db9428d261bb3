"""A workbook opens elsewhere, with dates as dates and everything else as the text that it is."""

import datetime as dt
import io
import shutil
import subprocess
import tracemalloc

import pytest
from lxml import etree

from awards.exports.about import About
from awards.exports.columns import COLUMNS
from awards.exports.xlsx_file import CUT, LONGEST, write_xlsx
from malangnews.core.csv_file import Day
from tests.awards.exports.conftest import read_xlsx
from tests.awards.exports.test_csv_file import FORMULAS

NAMES = [column.name for column in COLUMNS]
OFFICE = shutil.which("soffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE_NS = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MOMENT = dt.datetime(2023, 11, 6, 1, 0, tzinfo=dt.UTC)


def about(count=1):
    return About("Penghargaan 2023", "https://contoh.id/", "https://contoh.id/data/", count, MOMENT)


def row(**cells):
    return [cells.get(name, "") for name in NAMES]


def book(*rows) -> bytes:
    file = io.BytesIO()
    write_xlsx(iter(rows), about(len(rows)), file)
    return file.getvalue()


def opened(content: bytes, folder) -> list[dict[str, tuple[str, str]]]:
    """Return the data as LibreOffice understands them: in each row (kind, value) by column."""
    (folder / "data.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run(  # noqa: S603
        [*command, str(folder / "data.xlsx")], check=True, capture_output=True, timeout=240
    )
    sheet = etree.parse(folder / "data.fods").find(f".//{TABLE}table")
    rows = []
    for line in sheet.iter(f"{TABLE}table-row"):
        cells = []
        for cell in line:
            assert cell.get(f"{TABLE}formula") is None
            kind = cell.get(f"{OFFICE_NS}value-type", "")
            value = cell.get(f"{OFFICE_NS}date-value") or cell.get(f"{OFFICE_NS}value")
            repeated = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
            cells += [(kind, value or "".join(cell.itertext()).strip())] * min(repeated, len(NAMES))
        rows.append(dict(zip(NAMES, cells, strict=False)))
    return rows


def test_day_is_a_date_and_a_month_is_text():
    (head, first) = read_xlsx(
        book(
            row(
                tahun=2023,
                diputuskan=Day(dt.date(2023, 9, 30), "month"),
                dianugerahkan=Day(dt.date(2023, 10, 30), "day"),
                terbit=MOMENT,
            )
        )
    )
    assert [text for _, text in head] == NAMES
    # 45229 is 30 October 2023; 45236,333 is 6 November at eight in Malang.
    assert first == [
        ("", "2023"),
        ("inlineStr", "2023-09"),
        ("", "45229"),
        ("", "45236.33333333334"),
    ]


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_is_text(formula):
    content = book(row(kategori=formula, penerima=[formula]))
    (_, first) = read_xlsx(content)
    assert [kind for kind, _ in first] == ["inlineStr", "inlineStr"]
    assert b"<f>" not in content


def test_control_characters_and_endless_text_make_no_broken_book():
    content = book(row(kategori="a\x0bb\ufffe\u2028", keterangan="x" * 40000))
    (_, (category, remarks)) = read_xlsx(content)
    assert category[1] == "a\ufffdb\ufffd\u2028"
    assert len(remarks[1]) == LONGEST
    assert remarks[1].endswith(CUT)


def test_second_sheet_explains_the_first():
    text = "\n".join(" ".join(words for _, words in line) for line in read_xlsx(book(row()), 2))
    for words in ("CC BY 4.0", "Per tanggal", "2023-11-06T08:00:00+07:00", "https://contoh.id/"):
        assert words in text
    for column in COLUMNS:
        assert f"{column.name} {column.kind} {column.meaning}" in text


def test_memory_does_not_grow_with_the_rows():
    """Forty thousand rows more cost no megabyte more, though each holds two kilobytes."""

    def peak(many: int) -> int:
        rows = (row(keterangan=f"{number} " * 400) for number in range(many))
        tracemalloc.start()
        with open("/dev/null", "wb") as nowhere:
            write_xlsx(rows, about(many), nowhere)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few = peak(200)
    assert peak(4000) < few + 2_000_000


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
def test_office_opens_the_book_with_dates_as_dates_and_formulas_as_text(tmp_path):
    formulas = [text for text in FORMULAS if not text[0].isspace()]
    rows = [row(kategori=formula, penerima=[formula]) for formula in formulas]
    dates = {
        "diputuskan": Day(dt.date(2023, 9, 30), "month"),
        "dianugerahkan": Day(dt.date(2023, 10, 30), "day"),
        "terbit": MOMENT,
    }
    rows.append(row(ajang="Piala “É”, dua", tahun=2023, **dates))
    _, *read = opened(book(*rows), tmp_path)
    for line, formula in zip(read, formulas, strict=False):
        assert line["kategori"] == line["penerima"] == ("string", formula)
    last = read[len(formulas)]
    assert last["ajang"] == ("string", "Piala “É”, dua")
    assert last["tahun"] == ("float", "2023")
    assert last["dianugerahkan"] == ("date", "2023-10-30")
    assert last["diputuskan"] == ("string", "2023-09")
    assert last["terbit"] == ("date", "2023-11-06T08:00:00")
