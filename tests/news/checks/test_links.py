import pytest

from malangnews.news.checks.links import award_without_link, bare_address, kim_without_link
from tests.news.checks.manuscripts import found


def test_named_kim_without_link_is_found_once():
    text = "KIM Samaan dan KIM Purwoagung juara. KIM Purwo Agung bangga."
    assert found(kim_without_link, text) == [("KIM Purwoagung", "")]


@pytest.mark.parametrize(
    "text", ["KIM Samaan juara.", "KIM di tiap kelurahan.", "KIM Sukunan", "Purwo Agung"]
)
def test_linked_and_unknown_kim_are_left_in_peace(text):
    assert found(kim_without_link, text) == []


@pytest.mark.parametrize(
    "words",
    [
        "Anugerah Media Humas 2022",
        "Anugerah Media Humas (AMH) 2022",
        "AMH 2022",
        "Anugerah Media Humas tahun 2022",
    ],
)
def test_award_of_a_year_without_link_is_found(words):
    assert found(award_without_link, f"Pada {words} diraih juara.") == [(words, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Pada Anugerah Media Humas (AMH) 2023 dan Jatim Publik Relation Award (JPRA) 2023.",
        "Anugerah Media Humas diadakan tiap tahun.",
        "Anugerah Media Humas 2019 tidak tercatat.",
    ],
)
def test_linked_and_unknown_awards_are_left_in_peace(text):
    assert found(award_without_link, text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lihat https://malangkota.go.id/a?b=1.", "https://malangkota.go.id/a?b=1"),
        ("(www.malangkota.go.id)", "www.malangkota.go.id"),
    ],
)
def test_bare_address_is_found(text, words):
    assert found(bare_address, text) == [(words, "")]


def test_name_of_a_site_is_left_in_peace():
    assert found(bare_address, "Klojen (malangkota.go.id) – Situs kim.id dibuka.") == []
