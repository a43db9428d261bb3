"""All rules together: on the real hand-over story, and on every story of the demo."""

import dataclasses
import time

import pytest

from malangnews.news.checks.manuscript import from_article
from malangnews.news.checks.reading import RULES, read
from malangnews.news.models import Article
from tests.news.checks.manuscripts import ROOT, checked, make_manuscript

STORY = ROOT.parent / "shared" / "data" / "handover-story.txt"

# Slips of the real story itself: "sudah ada ada di 40 sekian", "potensi potensi itu".
TRUE_FINDINGS = ["potensi potensi", "ada ada"]

# What was written, what is planted for it, and the words that must be pointed at.
FAULTS = [
    ("Senin (6/11/2023)", "Selasa (6/11/2023)", "Selasa (6/11/2023)"),
    ("yang diraih yakni", "yang yang diraih yakni", "yang yang"),
    ("KIM Samaan meraih", "KIM Saman meraih", "Saman"),
    ("KIM Lestari Tunjungsekar", "KIM Lestari Tunjungseker", "Lestari Tunjungseker"),
    ("rentetan prestasi", "enam penghargaan", "enam penghargaan"),
    ("Kayutangan Heritage", "Kelurahan Kauman, Kecamatan Sukun", "Kecamatan Sukun"),
    ("(say/yon)", "(say/yan)", "yan"),
    ("Klojen (", "Sukun (", "Sukun"),
    ("pandemi Covid-19", "pandemi Covid-19 menurut DLH", "DLH"),
    ("mitra Diskominfo", "mitra  Diskominfo", "  "),
    ("tahun pertama", "tahun pertama (https://kim.id/a)", "https://kim.id/a"),
    ("salah satu stakeholder", "KIM Purwoagung", "KIM Purwoagung"),
    (
        "Anugerah Media Humas (AMH) 2023",
        "Anugerah Media Humas (AMH) 2022",
        "Anugerah Media Humas (AMH) 2022",
    ),
    (
        "Tak berhenti di situ,",
        "Pada Selasa, 7 November 2023,",
        "Selasa, 7 November 2023",
    ),
]


@pytest.fixture(scope="module")
def story() -> str:
    if not STORY.exists():
        pytest.skip("the hand-over story does not lie beside this repository")
    return STORY.read_text(encoding="utf-8")


def words(text: str, **fields) -> list[str]:
    manuscript = make_manuscript(text, **fields)
    return [one.words for one in checked(manuscript, read(manuscript))]


def test_real_story_has_its_own_two_slips_and_no_other(story):
    assert words(story) == TRUE_FINDINGS


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[2] for fault in FAULTS])
def test_planted_fault_is_found_at_its_words_and_alone(story, fault):
    written, planted, expected = fault
    assert written in story
    found = words(story.replace(written, planted, 1))
    assert [one for one in found if one not in TRUE_FINDINGS] == [expected]


def test_other_faults_at_the_same_places_are_found(story):
    others = {
        "Rabu (6/11/2024)": story.replace("Senin (6/11/2023)", "Rabu (6/11/2024)"),
        "APW": story.replace("Anugerah Pewarta Warga (APW)", "APW"),
        "Kecamatan Sukun": story.replace("KIM Samaan", "KIM Samaan (Kecamatan Sukun)"),
    }
    for expected, text in others.items():
        assert [one for one in words(text) if one not in TRUE_FINDINGS] == [expected]


def test_all_faults_planted_together_are_found(story):
    for written, planted, _expected in FAULTS:
        story = story.replace(written, planted, 1)
    found = words(story, photo_alts=("IMG-20231106-WA0012.jpg",))
    expected = [fault[2] for fault in FAULTS] + ["IMG-20231106-WA0012.jpg"]
    assert sorted(found) == sorted([*expected, *TRUE_FINDINGS])


def test_findings_come_in_the_order_of_the_text_with_pictures_last():
    found = words("Ada ada  https://kim.id", photo_alts=("a.jpg",))
    assert found == ["Ada ada", "  ", "https://kim.id", "a.jpg"]


def test_title_and_summary_are_read_too():
    manuscript = make_manuscript(
        "Isi.", title="KIM Saman juara", summary="Diserahkan Selasa (6/11/2023) di  Klojen."
    )
    found = [(one.part, one.words) for one in checked(manuscript, read(manuscript))]
    assert found == [("title", "Saman"), ("summary", "Selasa (6/11/2023)"), ("summary", "  ")]


@pytest.mark.parametrize(
    "unit",
    [
        ".", "Dr. ", "(", "A (a ", "enam penghargaan ", "Senin (6/11/2033) telah ", "yang ", " ",
        "KIM Saman ", "Kelurahan Samaan, ", "- ", "AB AC ", "Tunjungseker ", "www.",
    ],
)  # fmt: skip
def test_absurd_text_is_read_in_time(unit):
    started = time.monotonic()
    read(make_manuscript("Satu" + unit * (30_000 // len(unit)) + "\n"))
    assert time.monotonic() - started < 10


def test_empty_story_is_read():
    assert words("", photo_alts=()) == []
    bare = dataclasses.replace(
        make_manuscript("KIM Samaan, Kelurahan Samaan."), kelurahan=(), kims=(), editions=()
    )
    assert read(bare) == []


def test_every_rule_is_listed_once_and_says_what_it_finds():
    assert len(set(RULES)) == len(RULES)
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.django_db
def test_demo_stories_are_clean(demo):
    """Only names mentioned in passing without a link, and abbreviations, are pointed at there."""
    from_registry = {"kim-belum-ditautkan", "penghargaan-belum-ditautkan", "singkatan"}
    for article in Article.objects.all():
        found = read(from_article(article))
        assert {one.rule for one in found} <= from_registry, (article.slug, found)
