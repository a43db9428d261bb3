"""What the reader is given from the database."""

import datetime as dt

import pytest
from django.utils import timezone

from malangnews.news.checks.manuscript import body_text, from_article
from malangnews.news.checks.papers import LinkedAward, Named
from malangnews.news.checks.reading import read
from malangnews.news.models import Article
from tests.factories import (
    make_article,
    make_award,
    make_byline,
    make_initial,
    make_kim,
    make_photo,
)


def test_paragraphs_of_plain_text_are_lines():
    assert body_text("Satu  dua.\n\nTiga & empat.") == "Satu  dua.\nTiga & empat."


def test_markup_is_read_as_a_reader_sees_it():
    source = (
        "<h2>Judul</h2><p>Ia <b>te</b>bal &amp; <a href='https://kim.id'>ber\n tautan</a>.</p>"
        "<ul><li>satu</li><li>dua</li></ul><table><tr><td>a</td><td>b</td></tr></table>"
        "<p>baris<br>baru</p><script>alert(1)</script>"
    )
    assert body_text(source) == ("Judul\nIa tebal & ber tautan.\nsatu\ndua\na\nb\nbaris\nbaru")


@pytest.mark.django_db
def test_story_brings_its_words_dates_links_and_what_is_known():
    kim = make_kim(name="KIM Uji", aliases="KIM Coba\n")
    award = make_award()
    make_initial(initials="lama", is_active=False)
    article = make_article(
        body="Isi.", dateline_place="Klojen", lead_photo=make_photo(alt="IMG_1.jpg")
    )
    article.awards.add(award)
    article.kims.add(kim)
    byline = make_byline(article)
    manuscript = from_article(article)
    edition = award.edition
    programme = edition.programme
    assert manuscript.body_text == "Isi."
    assert manuscript.title == article.title
    assert manuscript.dateline_place == "Klojen"
    assert manuscript.published_on == timezone.localdate()
    assert manuscript.event_on == article.event_on
    assert manuscript.initials == {byline.initial.initials}
    assert manuscript.linked_kims == {"KIM Uji"}
    assert manuscript.linked_awards == (LinkedAward(programme.name, edition.year, programme.level),)
    assert Named("KIM Uji", ("KIM Coba",)) in manuscript.kims
    assert (programme.name, edition.year) in {(one.name, one.year) for one in manuscript.editions}
    assert manuscript.photo_alts == ("IMG_1.jpg",)
    places = {place.name: place for place in manuscript.kelurahan}
    assert len(places) == 57
    assert places["Rampalcelaket"].kecamatan == "Klojen"
    assert "Rampal Celaket" in places["Rampalcelaket"].aliases


@pytest.mark.django_db
def test_published_day_is_the_day_in_malang():
    late = dt.datetime(2023, 11, 5, 17, 30, tzinfo=dt.UTC)
    article = make_article(published=True, published_at=late)
    assert from_article(article).published_on == dt.date(2023, 11, 6)


@pytest.mark.django_db
def test_initials_of_someone_who_left_are_known_in_their_own_story():
    gone = make_initial(initials="lama", is_active=False)
    article = make_article()
    make_byline(article, initial=gone)
    assert "lama" in from_article(article).initials
    assert "lama" not in from_article(make_article()).initials


@pytest.mark.django_db
def test_story_that_is_not_saved_can_be_read():
    article = Article(title="Uji", body="Warga yang yang hadir.")
    assert [one.words for one in read(from_article(article))] == ["yang yang"]


@pytest.mark.django_db
def test_queries_do_not_grow(django_assert_num_queries):
    article = make_article()
    for _ in range(3):
        article.awards.add(make_award())
        article.kims.add(make_kim())
        make_byline(article)
    article = Article.objects.get(pk=article.pk)
    with django_assert_num_queries(7):
        read(from_article(article))
