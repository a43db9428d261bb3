"""A CSV file is read by strict readers, and computes nothing in a sheet."""

import datetime as dt

import pytest

from awards.exports.columns import COLUMNS
from awards.exports.csv_file import csv_lines
from malangnews.core.csv_file import Day, as_text, defuse
from tests.awards.exports.conftest import read_csv

FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    '=HYPERLINK("http://contoh.id","klik")',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_formula_is_defused(formula):
    assert defuse(formula).startswith("'")
    assert defuse(formula).replace("'", "") == formula.replace("'", "")


@pytest.mark.parametrize("formula", ["a;=1", "a; =1", "a\n=1", "a\r\n-1", "a\t@x"])
def test_formula_after_what_another_reader_takes_for_a_new_cell_is_defused(formula):
    before, found, after = defuse(formula).partition("'")
    assert (found, before + after) == ("'", formula)
    assert after.lstrip()[0] in "=-@"


@pytest.mark.parametrize(
    "text", ["", "Terbaik I", "a = b", "2023-10-30", "Dua baris:\r\nini", "x; y", "A-1 + B@c"]
)
def test_ordinary_words_stay_as_they_are(text):
    assert defuse(text) == text


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (0, "0"),
        (Day(dt.date(2023, 11, 30), "month"), "2023-11"),
        (Day(dt.date(2023, 12, 31), "year"), "2023"),
        (Day(dt.date(2023, 11, 6), "day"), "2023-11-06"),
        (dt.datetime(2023, 11, 6, 1, 0, 0, 5, tzinfo=dt.UTC), "2023-11-06T08:00:00+07:00"),
        (["a", "", "b"], "a; ; b"),
        (["", ""], ""),
        ([], ""),
    ],
)
def test_cells_as_text(cell, text):
    assert as_text(cell) == text


def test_file_follows_the_standard_and_reads_back():
    first, second = [""] * len(COLUMNS), ["x"] * len(COLUMNS)
    first[3], first[8] = 'Ajang "A", B', "dua\r\nbaris"
    content = b"".join(csv_lines([first, second]))
    assert content.startswith(b"\xef\xbb\xbf" + b'"id",')
    assert content.endswith(b'"x"\r\n')
    rows = read_csv(content)
    assert len(rows) == 2
    assert (rows[0]["ajang"], rows[0]["kategori"]) == ('Ajang "A", B', "dua\r\nbaris")


def test_each_item_of_a_list_is_defused():
    row = [""] * len(COLUMNS)
    row[13] = ["Diskominfo", "=cmd|' /C calc'!A0"]
    assert read_csv(b"".join(csv_lines([row])))[0]["penerima"] == (
        "Diskominfo;' =cmd|' /C calc'!A0"
    )
