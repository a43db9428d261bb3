import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.models import Award
from awards.ranks import ROMAN, Roundel, read_rank, roundel

FORMS = {"gold", "silver", "bronze", "plain", "merit", "star", "seal", "crown", "nominee"}


@pytest.mark.parametrize(
    ("label", "scheme", "order"),
    [
        ("Terbaik I", "terbaik", 1),
        ("Terbaik II", "terbaik", 2),
        ("terbaik ke-3", "terbaik", 3),
        ("Terbaik kedua", "terbaik", 2),
        ("Predikat Terbaik Pertama", "terbaik", 1),
        ("Terbaik", "terbaik", None),
        ("Juara III", "juara", 3),
        ("JUARA 1", "juara", 1),
        ("Juara pertama", "juara", 1),
        ("Pemenang kedua", "juara", 2),
        ("Runner up", "juara", 2),
        ("Juara Harapan I", "harapan", 1),
        ("Harapan II", "harapan", 2),
        ("Juara Umum", "overall", None),
        ("Peringkat 4", "peringkat", 4),
        ("Peringkat ketiga", "peringkat", 3),
        ("Gold Winner", "medal", 1),
        ("Medali Perak", "medal", 2),
        ("Perunggu", "medal", 3),
        ("Level Stars 4", "stars", 4),
        ("Bintang 5", "stars", 5),
        ("Predikat WTP", "predikat", None),
        ("Nominator", "nominator", None),
        ("Finalis", "nominator", None),
        ("Madya", "tier", None),
        ("Terinovatif", "other", None),
        ("", "other", None),
    ],
)
def test_rank_is_read_as_printed(label, scheme, order):
    assert read_rank(label) == (scheme, order)


@given(st.text(max_size=80))
def test_rank_of_any_words_is_a_known_scheme_that_can_be_drawn(label):
    scheme, order = read_rank(label)
    assert scheme in Award.RankScheme.values
    assert order is None or order >= 1
    drawn = roundel(scheme, order, label)
    assert drawn.form in FORMS
    assert len(drawn.text) <= 4


@given(
    st.sampled_from(["Terbaik", "Juara", "Juara Harapan", "Peringkat"]),
    st.integers(min_value=1, max_value=10),
)
def test_roman_and_arabic_places_are_the_same_rank(words, order):
    assert read_rank(f"{words} {ROMAN[order]}") == read_rank(f"{words} {order}")


@pytest.mark.parametrize(
    ("scheme", "order", "label", "expected"),
    [
        ("terbaik", 1, "Terbaik I", Roundel("gold", "I")),
        ("juara", 2, "Juara II", Roundel("silver", "II")),
        ("medal", 3, "Perunggu", Roundel("bronze", "III")),
        ("peringkat", 4, "Peringkat 4", Roundel("plain", "IV")),
        ("peringkat", 12, "Peringkat 12", Roundel("plain", "12")),
        ("harapan", 1, "Juara Harapan I", Roundel("merit", "I")),
        ("stars", 4, "Level Stars 4", Roundel("star", "4")),
        ("predikat", None, "Predikat WTP", Roundel("seal", "WTP")),
        ("tier", None, "Nindya", Roundel("seal", "")),
        ("overall", None, "Juara Umum", Roundel("crown", "")),
        ("nominator", None, "Nominator", Roundel("nominee", "")),
        ("other", None, "Terinovatif", Roundel("plain", "")),
    ],
)
def test_each_rank_has_its_own_form(scheme, order, label, expected):
    assert roundel(scheme, order, label) == expected
