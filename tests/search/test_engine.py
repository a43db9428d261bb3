import pytest

from malangnews.search.engine import MOST_CHARACTERS, find, read_words
from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim, make_potential

pytestmark = pytest.mark.django_db


def counts(text: str) -> dict[str, int]:
    """How many rows each shelf holds for ``text``, zeros left out."""
    return {found.shelf.key: found.count for found in find(read_words(text)) if found.count}


def test_read_words_takes_six_words_of_a_hundred_characters():
    assert read_words(" satu  dua\ttiga ") == ["satu", "dua", "tiga"]
    assert len(read_words("kata " * 20)) == 6
    assert read_words("a" * 500) == ["a" * MOST_CHARACTERS]


def test_find_wants_every_word_but_in_any_field():
    make_article(published=True, title="Pasar pagi", summary="Di Dinoyo.")
    assert counts("dinoyo pasar") == {"berita": 1}
    assert counts("pasar sukun") == {}


@pytest.mark.parametrize("text", ["PASAR", "pasar", "pAsAr", "asa"])
def test_find_takes_any_case_and_parts_of_words(text):
    make_article(published=True, title="Pasar pagi")
    assert counts(text) == {"berita": 1}


@pytest.mark.parametrize("text", ["%", "_asar", "pas%r", "\\", "pasar_pagi"])
def test_find_takes_signs_of_sql_as_they_are(text):
    make_article(published=True, title="Pasar pagi")
    assert counts(text) == {}


def test_find_reads_title_summary_text_rubric_place_and_tags_of_a_story():
    make_article(
        published=True,
        title="Judulnya",
        summary="Ringkasnya.",
        body="Isinya.",
        dateline_place="Tempatnya",
        rubric=factories.make_rubric(name="Rubriknya"),
        tags=["Tandanya"],
    )
    assert counts("judulnya ringkasnya isinya rubriknya tempatnya tandanya") == {"berita": 1}


def test_find_counts_a_story_with_two_fitting_tags_once():
    make_article(published=True, tags=["pasar pagi", "pasar malam"])
    assert counts("pasar") == {"berita": 1}


def test_find_counts_an_award_with_two_fitting_recipients_once():
    kims = [make_kim(published=True, name=f"KIM Kembar {n}") for n in "AB"]
    make_award(published=True, recipients=kims)
    assert counts("kembar") == {"penghargaan": 1, "kim": 2}


def test_find_knows_other_spellings():
    kim = make_kim(published=True, name="KIM Purwo Agung", aliases="KIM Purwoagung")
    programme = factories.make_programme(aliases="Jatim Publik Relation Award")
    make_award(published=True, edition=factories.make_edition(programme=programme))
    assert counts("purwoagung") == {"kim": 1}
    assert counts("publik relation") == {"penghargaan": 1, "ajang": 1}
    assert kim.name


def test_find_reads_the_kelurahan_of_kim_and_potentials():
    place = kelurahan("Polowijen")
    make_kim(published=True, kelurahan=place)
    make_potential(published=True, name="Topeng", kelurahan=place)
    assert counts("polowijen") == {"kim": 1, "kelurahan": 1, "potensi": 1}


def test_find_lists_programmes_through_a_public_award_only():
    factories.make_edition(programme=factories.make_programme(name="Ajang sunyi"))
    assert counts("sunyi") == {}


def test_find_puts_new_stories_first():
    names = [make_article(published=True, title=f"Pasar {n}").title for n in range(3)]
    found = next(group for group in find(["pasar"]) if group.shelf.key == "berita")
    assert [article.title for article in found.rows] == names[::-1]
    assert not found.has_more


def test_find_leaves_out_what_a_story_does_not_show():
    make_article(published=True, body="<p>Terbaca</p><!-- tersembunyi -->")
    assert counts("terbaca") == {"berita": 1}
    assert counts("tersembunyi") == {}


def test_find_knows_the_name_of_today_of_a_kim_in_a_story():
    kim, hidden = make_kim(published=True, name="KIM Lama"), make_kim(name="KIM Rahasia")
    for one in (kim, hidden):
        article = make_article(
            published=True, body=f'<p>Oleh <a data-record="kim:{one.pk}">kelompok itu</a>.</p>'
        )
        article.link_what_it_tells_of()
    kim.name = "KIM Wicaksana"
    kim.save()
    assert counts("wicaksana")["berita"] == 1
    assert "berita" not in counts("rahasia")
