import pytest

from malangnews.news.checks.numbers import count_of_awards
from tests.news.checks.manuscripts import SEVEN, found


@pytest.mark.parametrize(
    ("text", "words", "mend"),
    [
        ("Kota meraih enam penghargaan.", "enam penghargaan", "tujuh penghargaan"),
        ("Delapan buah penghargaan diraih.", "Delapan buah penghargaan", "Tujuh buah penghargaan"),
        ("Ada 6 penghargaan Kota Malang.", "6 penghargaan", "7 penghargaan"),
        ("Ada lima belas penghargaan.", "belas", None),
        (
            "Diraih tujuh penghargaan, lima penghargaan tingkat provinsi.",
            "lima penghargaan tingkat provinsi",
            "enam penghargaan tingkat provinsi",
        ),
    ],
)
def test_number_that_is_not_the_linked_one_is_found(text, words, mend):
    expected = [] if mend is None else [(words, mend)]
    assert found(count_of_awards, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kota meraih tujuh penghargaan. Lima penghargaan diraih Diskominfo.",
        "Enam penghargaan provinsi dan satu penghargaan nasional.",
        "Lima penghargaan diraih Diskominfo dan dua oleh KIM.",
        "Empat penghargaan lain berasal dari provinsi.",
        "Dua penghargaan pada ajang itu. Tiga penghargaan pada 2022.",
        "Satu penghargaan lagi, sejumlah penghargaan, lebih dari 5 penghargaan.",
        "Sebanyak 31 penghargaan diraih pemerintah kota. Pada 2023 penghargaan bertambah.",
        "Salah satu dari enam penghargaan itu.",
    ],
)
def test_parts_and_other_counts_are_left_in_peace(text):
    assert found(count_of_awards, text) == []


def test_story_without_links_is_left_in_peace():
    assert found(count_of_awards, "Enam penghargaan diraih.", linked_awards=()) == []


def test_story_of_one_award_may_speak_of_all():
    text = "Video itu satu dari tujuh. Tujuh penghargaan diserahkan."
    assert found(count_of_awards, text, linked_awards=SEVEN[:1]) == []
