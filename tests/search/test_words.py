import pytest

from malangnews.search.words import fold, stem, telling, words_of


def test_words_are_folded_and_parted_at_signs():
    assert words_of("Rampal-Celaket, Ma’ruf & Café: Rp1.000,50 ke-3") == [
        *("rampal", "celaket", "maruf", "cafe", "rp", "1", "000", "50", "ke", "3"),
    ]
    assert fold("É’") == "e"


@pytest.mark.parametrize("text", ["", "  ", "…", "\x00", "🏺", "<>", "ﷺ" * 50, "a" * 5000])
def test_any_text_has_words_of_letters_and_digits(text):
    assert all(word.isascii() and 0 < len(word) <= 40 for word in words_of(text))


@pytest.mark.parametrize(
    "family",
    [
        "meraih peraih diraih",
        "menerima penerima diterima",
        "penghargaan dihargai menghargai",
        "peresmian diresmikan meresmikan",
        "pelatihan dilatih melatih",
        "pembentukan dibentuk membentuk",
        "keterbukaan dibuka membuka",
        "wisata wisatawan pariwisata",
    ],
)
def test_words_of_a_family_share_their_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("penghargaan", "harga"), ("berita", "terima")])
def test_words_of_two_families_do_not(one, other):
    assert stem(one) != stem(other)


def test_numbers_and_short_words_have_no_stem():
    assert [stem(word) for word in ("2023", "ub", "000")] == ["", "", ""]


def test_words_of_every_text_tell_nothing():
    assert telling(["yang", "gerabah", "dan"]) == ["gerabah"]
