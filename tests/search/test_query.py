import pytest
from hypothesis import given
from hypothesis import strategies as st

from malangnews.search.engine import search
from malangnews.search.query import NAMES, Expression, Part, parts_of, read_words

JPRA = ("jpra",)
LONG = ("jatim", "public", "relations", "award")
MEANINGS = {JPRA: {JPRA, LONG}, LONG: {JPRA, LONG}}


def test_read_words_takes_eight_words_of_a_hundred_characters():
    assert read_words(" Satu  dua\ttiga ") == ["satu", "dua", "tiga"]
    assert len(read_words("kata " * 20)) == 8
    assert len(read_words("a " * 100)) == 8


def test_a_phrase_that_is_known_brings_what_means_the_same():
    assert parts_of(["jpra", "website"], MEANINGS) == (Part(JPRA, (LONG,)), Part(("website",)))
    assert parts_of([*LONG, "2023"], MEANINGS) == (Part(LONG, (JPRA,)), Part(("2023",)))


def test_words_of_every_text_are_left_out_unless_alone():
    assert parts_of(["dari", "gerabah"], {}) == (Part(("gerabah",)),)
    assert parts_of(["yang", "dan"], {}) == (Part(("yang",)), Part(("dan",)))


def test_expression_is_written_for_each_database():
    parts = (Part(("kim",)), Part(JPRA, (("rampal", "celaket"),)))
    loose = Expression(parts, NAMES, marks=("y2023",), protected=frozenset({"jpra"}))
    assert loose.for_sqlite() == (
        '({names} : ((("kim" OR "9kim")) AND ((("jpra")) OR ("rampal" AND "celaket")))) '
        'AND "8y2023"'
    )
    assert loose.for_postgresql() == (
        "(('kim' | '9kim')) & ((('jpra')) | ('rampal' & 'celaket')) & '8y2023'"
    )
    assert loose.column == "names"
    exact = Expression((Part(("kim",)),), NAMES, is_loose=False)
    assert exact.for_sqlite() == '({names} : ((("kim"))))'


def test_a_phrase_that_holds_another_adds_nothing():
    spelled = {("tunjungsekar",), ("tunjung", "sekar"), ("kelurahan", "tunjung", "sekar")}
    meanings = {("tunjungsekar",): spelled}
    assert parts_of(["tunjungsekar"], meanings) == (
        Part(("tunjungsekar",), (("tunjung", "sekar"),)),
    )


def test_a_phrase_that_holds_all_typed_words_adds_nothing():
    meanings = {("klojen",): {("klojen",), ("kecamatan", "klojen")}}
    assert parts_of(["klojen"], meanings) == (Part(("klojen",)),)


@pytest.mark.django_db
@given(text=st.text(max_size=120))
def test_whatever_is_typed_is_a_search_that_the_database_understands(text):
    assert search(text).count >= 0
