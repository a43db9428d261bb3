import pytest
from hypothesis import given
from hypothesis import strategies as st

from malangnews.search.spelling import distance, nearest, slips

words = st.text("abcdefg", min_size=4, max_size=9)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("samaan", "samaan", 0),
        ("samaam", "samaan", 1),
        ("tunjungskar", "tunjungsekar", 1),
        ("penghragaan", "penghargaan", 1),
        ("kim", "", 3),
    ],
)
def test_distance_counts_letters(one, other, letters):
    assert distance(one, other) == distance(other, one) == letters


@given(word=words, at=st.integers(0, 8), letter=st.sampled_from("abcdefg"))
def test_a_word_with_one_wrong_letter_shares_a_form_with_the_right_one(word, at, letter):
    at %= len(word)
    for wrong in (word[:at] + letter + word[at + 1 :], word[:at] + letter + word[at:]):
        if len(wrong) >= 4:
            assert slips(word) & slips(wrong)


def test_nearest_wants_a_word_that_is_near_enough():
    assert nearest("tunjungskar", {"tunjungsekar", "tulusrejo"}) == "tunjungsekar"
    assert nearest("kota", {"kata", "kita"}) == "kata"
    assert nearest("kota", {"keramik"}) == ""
    assert nearest("kota", {"kota"}) == ""


def test_numbers_and_short_words_have_no_slips():
    assert slips("2023") == slips("kim") == set()
