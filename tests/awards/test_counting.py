"""Numbers that are counted when a text is shown."""

import pytest
from django.urls import reverse

from awards.counting import Question, count, parse, understand
from tests import factories as make


@pytest.mark.parametrize(
    "spec",
    ["", "tahun=2023", "tahun=2023;tingkat=nasional", "ajang=jpra;jenis=kim;peringkat=pertama"],
)
def test_question_is_read_and_written_alike(spec):
    assert parse(spec).spec == spec


def test_parts_stand_in_one_order():
    assert parse("tingkat=kota;tahun=2023") == parse("tahun=2023;tingkat=kota;")


@pytest.mark.parametrize(
    "spec",
    [
        "tahun=23",
        "tahun=99999",
        "tahun=2023;tahun=2024",
        "tingkat=galaksi",
        "jenis=planet",
        "kata=x",
        "ajang=A B",
        "tahun",
        "=",
        "x" * 200,
    ],
)
def test_what_is_no_question_is_none(spec):
    assert parse(spec) is None


@pytest.mark.parametrize(
    ("words", "spec"),
    [
        ("jumlah", ""),
        ("jumlah penghargaan 2023", "tahun=2023"),
        ("2023 nasional", "tahun=2023;tingkat=nasional"),
        ("berapa KIM juara pertama 2022", "tahun=2022;jenis=kim;peringkat=pertama"),
    ],
)
def test_words_of_staff_are_understood(words, spec):
    assert understand(words).spec == spec


def test_other_words_ask_nothing():
    assert understand("Lestari Tunjungsekar") is None


def test_question_is_told_in_words_and_leads_to_its_awards():
    question = parse("tahun=2023;tingkat=nasional;jenis=kim;peringkat=pertama")
    words = "Jumlah penghargaan KIM 2023 tingkat nasional peringkat pertama"
    assert question.words == words
    assert question.address.endswith("?tahun=2023&tingkat=nasional&jenis=kim&peringkat=pertama")


@pytest.mark.django_db
def test_one_query_counts_what_the_list_counts(client, django_assert_num_queries):
    kim = make.make_kim(published=True)
    for year, level, recipients, rank in (
        (2023, "nasional", None, "Terbaik I"),
        (2023, "provinsi", [kim], "Juara III"),
        (2023, "provinsi", [kim, make.make_organization()], "Juara I"),
        (2022, "kota", None, "Terbaik II"),
    ):
        programme = make.make_programme(level=level)
        edition = make.make_edition(programme=programme, year=year)
        fields = {"recipients": recipients} if recipients else {}
        make.make_award(edition=edition, rank_label=rank, published=True, **fields)
    make.make_award(edition=edition)
    specs = {
        "": 4,
        "tahun=2023": 3,
        "tahun=2023;tingkat=provinsi": 2,
        "jenis=kim": 2,
        "jenis=lembaga": 3,
        "peringkat=pertama": 2,
        f"ajang={programme.slug}": 1,
        "tahun=1999": 0,
    }
    with django_assert_num_queries(1):
        found = count(parse(spec) for spec in specs)
    assert {question.spec: number for question, number in found.items()} == specs
    for question, number in found.items():
        page = client.get(question.address)
        assert page.context["page"].paginator.count == number, question


@pytest.mark.django_db
def test_counting_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert count([]) == {}
    with django_assert_num_queries(1):
        assert count([Question(), Question()]) == {Question(): 0}


def test_list_understands_every_word_of_a_question():
    assert Question().address == reverse("awards:award_list")
