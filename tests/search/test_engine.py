"""malangnews/search/engine.py over an index built from made rows."""

import datetime as dt

import pytest
from django.db import OperationalError, transaction
from django.utils import timezone

from awards.merging import merge
from awards.unmerging import undo
from kim.models import Kim
from malangnews.news.models import Article
from malangnews.search import engine
from malangnews.search.engine import search
from malangnews.search.index import rebuild
from malangnews.search.models import Synonym
from malangnews.search.results import results
from tests import factories
from tests.factories import kelurahan, make_article, make_award, make_kim, make_potential

pytestmark = pytest.mark.django_db


def counts(text: str, **narrowed) -> dict[str, int]:
    """How many rows of each kind hold ``text``."""
    rebuild()
    found = search(text, **narrowed)
    return {
        kind: sum(hit.kind == kind for hit in found.hits) for kind in {h.kind for h in found.hits}
    }


def names(text: str, **narrowed) -> list[str]:
    rebuild()
    shown = results(search(text, **narrowed).hits, frozenset())
    return ["".join(words for words, _ in result.name) for result in shown]


def test_search_wants_every_word_but_in_any_field():
    make_article(published=True, title="Pasar pagi", summary="Di Dinoyo.")
    assert counts("dinoyo pasar")["berita"] == 1
    assert counts("pasar sukun") == {}


@pytest.mark.parametrize("text", ["PASAR", "pasar", "pAsAr!", "pasar."])
def test_search_takes_any_case_and_signs(text):
    make_article(published=True, title="Pasar pagi")
    assert counts(text) == {"berita": 1}


def test_search_reads_title_summary_text_rubric_place_and_tags_of_a_story():
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


def test_search_finds_a_row_with_two_fitting_tags_or_recipients_once():
    make_article(published=True, tags=["pasar pagi", "pasar malam"])
    kims = [make_kim(published=True, name=f"KIM Kembar {n}") for n in ("Satria", "Wicaksana")]
    make_award(published=True, recipients=kims)
    assert counts("pasar") == {"berita": 1}
    assert counts("kembar") == {"penghargaan": 1, "kim": 2}


def test_search_knows_other_spellings_and_abbreviations():
    make_kim(published=True, name="KIM Purwo Agung", aliases="KIM Purwoagung")
    programme = factories.make_programme(
        name="Jatim Public Relations Award", abbreviation="JPRA", aliases="Jatim Publik Relation"
    )
    make_award(published=True, edition=factories.make_edition(programme=programme))
    assert counts("kim purwoagung") == {"kim": 1}
    assert counts("jatim publik relation") == {"penghargaan": 1, "ajang": 1}
    assert counts("jpra") == {"penghargaan": 1, "ajang": 1}


def test_a_story_that_writes_a_name_in_full_is_found_by_its_abbreviation():
    programme = factories.make_programme(name="Jatim Public Relations Award", abbreviation="JPRA")
    make_award(published=True, edition=factories.make_edition(programme=programme))
    make_article(published=True, body="Menang pada Jatim Public Relations Award.")
    make_article(published=True, body="Public relations di Jatim.")
    assert counts("jpra")["berita"] == 1


def test_synonyms_of_an_editor_are_the_same():
    make_article(published=True, title="Angkot jalur baru")
    assert counts("mikrolet") == {}
    Synonym.objects.create(phrases="angkot\nmikrolet")
    assert counts("mikrolet") == {"berita": 1}


def test_a_place_is_not_what_its_name_would_be_the_stem_of():
    make_article(published=True, title="Panen di Samaan")
    make_article(published=True, title="Bersamaan dengan panen")
    assert names("samaan")[0] == "Samaan"
    assert "Bersamaan dengan panen" not in names("samaan")


def test_stems_find_less_directly_than_the_word_itself():
    make_article(published=True, title="Meraih juara")
    make_article(published=True, title="Peraih juara", published_at=None)
    assert names("peraih") == ["Peraih juara", "Meraih juara"]


def test_what_bears_the_name_comes_first_then_titles_then_texts():
    make_article(published=True, title="Gerabah naik kelas")
    make_article(published=True, title="Pasar", body="Ada gerabah.")
    make_potential(published=True, name="Gerabah")
    assert names("gerabah") == ["Gerabah", "Gerabah naik kelas", "Pasar"]


def test_newest_puts_the_newest_first():
    day = dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
    make_article(title="Pasar lama")
    Article.objects.publish(day)
    make_article(published=True, title="Berita", body="Pasar.")
    assert names("pasar") == ["Pasar lama", "Berita"]
    assert names("pasar", newest=True) == ["Berita", "Pasar lama"]


def test_marks_narrow_what_is_found():
    place = kelurahan("Polowijen")
    story = make_article(published=True, title="Topeng", kelurahan=[place])
    make_article(published=True, title="Topeng lain")
    make_potential(published=True, name="Topeng", kelurahan=place)
    assert counts("topeng", marks=(f"p{place.pk}",)) == {"berita": 1, "potensi": 1}
    assert counts("topeng", marks=(f"r{story.rubric_id}", "y2023")) == {"berita": 1}
    assert counts("topeng", kind="potensi") == {"potensi": 1}
    assert counts("topeng", marks=("y1999",)) == {}


@pytest.mark.parametrize("typed", ["tunjungskar", "tunjugsekar", "tunjungseakr"])
def test_a_typing_error_gets_a_suggestion(typed):
    rebuild()
    assert search(typed).meant.words == ["tunjungsekar"]
    assert search("tunjungsekar").meant is None


def test_a_suggestion_is_made_only_when_it_finds_something():
    make_article(published=True, title="Gerabah naik kelas")
    rebuild()
    Article.objects.all().delete()
    rebuild()
    assert search("gerabha").meant is None


def test_search_leaves_out_what_a_story_does_not_show():
    make_article(published=True, body="<p>Terbaca</p><!-- tersembunyi -->")
    assert counts("terbaca") == {"berita": 1}
    assert counts("tersembunyi") == {}


def test_a_story_to_come_is_found_when_its_time_has_come_and_no_longer_when_it_is_over():
    soon = timezone.now() + dt.timedelta(hours=1)
    article = make_article(title="Pawai", published_until=soon + dt.timedelta(hours=2))
    Article.objects.filter(pk=article.pk).publish(soon)
    rebuild()
    assert search("pawai").hits == []
    for hours, found in ((2, 1), (4, 0)):
        now = timezone.now() + dt.timedelta(hours=hours)
        rows = engine.store.find([search("pawai").expression], 5)
        assert sum(engine._shows(row[4], row[5], now) for row in rows) == found


@pytest.mark.parametrize("state", ["draft", "review", "scheduled", "withdrawn"])
def test_nothing_that_is_not_public_is_found_by_itself_or_by_what_it_is_named_in(state):
    make_article(state=state, title="Rahasia")
    make_potential(state=state, name="Rahasia")
    programme = factories.make_programme(name="Ajang Rahasia")
    make_award(state=state, edition=factories.make_edition(programme=programme))
    make_article(published=True, kims=[make_kim(state=state, name="KIM Rahasia")])
    assert counts("rahasia") == {}


def test_what_is_public_no_longer_is_not_shown_even_by_an_index_that_does_not_know():
    article = make_article(published=True, title="Pasar pagi")
    rebuild()
    Article.objects.filter(pk=article.pk).update(status="draft")
    assert results(search("pasar").hits, frozenset()) == []


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_index_follows_what_is_saved_moved_linked_and_deleted():
    kim = make_kim(published=True, name="KIM Lawasraya")
    with transaction.atomic():
        article = make_article(published=True, title="Panen", kims=[kim])

    def found(text):
        return sorted(hit.kind for hit in search(text).hits)

    assert found("lawasraya") == ["berita", "kim"]
    kim.name = "KIM Wicaksana"
    kim.save()
    assert found("lawasraya") == []
    assert found("wicaksana") == ["berita", "kim"]
    Kim.objects.withdraw("Untuk uji.")
    assert found("wicaksana") == []
    Kim.objects.publish()
    assert found("wicaksana") == ["berita", "kim"]
    with transaction.atomic():
        article.save()
        article.kims.clear()
    assert found("wicaksana") == ["kim"]
    with transaction.atomic():
        article.save()
        article.tags.add("wicaksana")
    assert found("wicaksana") == ["berita", "kim"]
    article.delete()
    assert found("wicaksana") == ["kim"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_others_are_renewed_when_a_name_changes_and_only_then():
    office = factories.make_organization(name="Dinas Lawasraya")
    make_award(published=True, recipients=[office], category="Kriya")
    rubric = factories.make_rubric(name="Lawasraya")
    make_article(published=True, title="Panen", rubric=rubric)

    def found(text):
        return sorted(hit.kind for hit in search(text).hits)

    assert found("lawasraya") == ["berita", "penghargaan"]
    for one in (office, rubric):
        one.name = "Wicaksana"
        one.save()
    assert found("lawasraya") == []
    assert found("wicaksana") == ["berita", "penghargaan"]
    Article.objects.update(title="Diganti diam-diam")
    rubric.about = "Rubrik tentang panen."
    rubric.save()
    assert found("panen") == ["berita"], "nothing that tells of the rubric was written again"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_search_that_cannot_be_counted_is_answered_all_the_same(client, monkeypatch, caplog):
    rebuild()
    monkeypatch.setattr("malangnews.search.misses._count", _locked)
    assert "Tidak ada hasil" in client.get("/cari/", {"q": "entahapa"}).content.decode()
    assert "was not counted" in caplog.text


def _locked(text):
    raise OperationalError("database is locked")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_index_follows_what_is_merged_and_parted_again():
    kept, gone = (
        factories.make_organization(name=f"Dinas {n}") for n in ("Wicaksana", "Lawasraya")
    )
    make_award(published=True, recipients=[gone], category="Kriya")

    def found(text):
        return [hit.kind for hit in search(text).hits]

    assert found("lawasraya kriya") == ["penghargaan"]
    row = merge(kept, gone)
    assert found("lawasraya kriya") == []
    assert found("wicaksana kriya") == ["penghargaan"]
    undo(row)
    assert found("lawasraya kriya") == ["penghargaan"]
    assert found("wicaksana kriya") == []
