"""What every reading keeps to: evidence, history, no surprise on any input, time."""

import ast
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards import reading
from awards.reading.marks import FIELDS, Names
from awards.reading.reader import read
from tests.awards.reading.score import cases

TEXTS = [text for _, text, _ in (*cases("dev"), *cases("held"))]
WORDS = (
    "Juara I II III 1 | ! juara harapan umum Terbaik peringkat medali emas perak Bintang 5 "
    "WTP predikat kategori tingkat nasional Kota Malang Pemkot Kelurahan Dinoyo KIM Samaan RW "
    "05 SMPN 3 oleh dari diraih meraih menyerahkan kepada diserahkan yakni adalah : ; , . \n ( "
    ") ' \" - dan sedangkan disusul Anugerah Media Humas (AMH) 2023 Lomba Festival Award di "
    "ajang pada tahun lalu akan semoga berjudul (6/11/2023) 31/2/2023 Senin se-Jawa Timur "
    "tersebut ia keduanya \x00 \u200b ﬁ İ ǅ 🏆 ٣ "
).split(" ")


def assert_sound(text: str) -> None:
    """Assert what holds of any text's readings."""
    for row in read(text):
        assert 0 <= row.start <= row.end <= len(text)
        assert row.recipient
        assert row.event or row.rank or row.rank_norm
        for name, (start, end) in row.evidence.items():
            assert name in FIELDS
            assert getattr(row, name) is not None
            assert row.start <= start < end <= row.end
        assert row.reasons


@given(st.text(max_size=300))
def test_any_text_is_read_without_failing(text):
    assert_sound(text)


@given(st.lists(st.sampled_from(WORDS), max_size=80))
def test_any_words_are_read_without_failing(words):
    assert_sound(" ".join(words))


@given(st.randoms(use_true_random=False), st.sampled_from(TEXTS))
def test_shuffled_sentences_are_read_without_failing(chance, text):
    parts = text.replace("\n", " ").split(". ")
    chance.shuffle(parts)
    assert_sound(". ".join(parts))


@pytest.mark.parametrize("text", TEXTS[::9])
def test_texts_cut_anywhere_are_read_without_failing(text):
    chance = random.Random(len(text))
    for _ in range(5):
        assert_sound(text[chance.randrange(len(text)) :])


def test_evidence_points_at_the_words():
    text = (
        "Klojen – Pada Anugerah Pewarta Warga (APW) 2023 yang digelar "
        "Diskominfo Provinsi Jawa Timur, "
        "KIM Samaan meraih “Juara III” kategori Videografis lewat video berjudul ‘Pasar’."
    )
    (row,) = read(text)
    said = {name: text[start:end] for name, (start, end) in row.evidence.items()}
    assert said["recipient"] == row.recipient == "KIM Samaan"
    assert said["category"] == row.category == "Videografis"
    assert said["work"] == row.work == "Pasar"
    assert said["organiser"] == row.organiser == "Diskominfo Provinsi Jawa Timur"
    assert said["rank"] == row.rank == "Juara III"
    assert said["event"].startswith("Anugerah Pewarta Warga")
    assert said["year"] == "2023"
    assert text[row.start : row.end].startswith("Anugerah")


@pytest.mark.parametrize(
    "text",
    [
        "Pada 2017, Kota Malang pernah meraih Adipura.",
        "Kota Malang meraih Juara II Lomba Arsip, Senin (6/2/2023). "
        "Pada 2019 Kota Malang juga menjadi Juara I Lomba Arsip.",
        "Tahun lalu, Kelurahan Dinoyo menjadi juara I Lomba Kelurahan.",
    ],
)
def test_history_is_marked(text):
    assert [row.historic for row in read(text)][-1] is True


def test_gazetteer_adds_names_and_spells_them_as_the_registry_does():
    text = "Pokmas Kampung Biru meraih Juara I Lomba Kampung 2022. Sumber Waras menyabet juara II."
    plain = [row.recipient for row in read(text)]
    names = Names(organisations={"Pokmas Kampung Biru": "Pokmas Kampung Biru Arema"})
    known = [row.recipient for row in read(text, names)]
    assert known[0] == "Pokmas Kampung Biru Arema"
    assert plain != known


def test_a_long_text_takes_time_in_proportion():
    text = "\n".join(TEXTS[:80])
    spent = []
    for times in (1, 4):
        start = time.perf_counter()
        read(text * times)
        spent.append(time.perf_counter() - start)
    assert spent[1] < spent[0] * 4 * 2.5 + 0.5, spent


@pytest.mark.parametrize(
    "text",
    [
        "Juara I Kota Malang dan Kelurahan ",
        "Kota A, ",
        "(A ",
        "'\"",
        "Aa ",
        "juara 1 ",
        "Juara 1\n",
        "kategori A, ",
        "di ajang ",
        "dan dan ",
    ],
)
def test_strange_texts_take_no_longer(text):
    start = time.perf_counter()
    read((text * 20_000)[:20_000])
    assert time.perf_counter() - start < 8


def test_the_reader_knows_nothing_of_django_nor_of_the_registry():
    for path in Path(reading.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = [getattr(node, "module", None) or node.names[0].name]
                own = ("awards.reading", "re", "dataclasses", "datetime", "functools", "itertools")
                assert modules[0].startswith(own), (path.name, modules)
