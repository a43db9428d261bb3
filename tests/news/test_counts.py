"""Numbers in a story that are counted when it is read, and awards that were merged since."""

import pytest
from django.urls import reverse

from awards.merging import merge
from awards.unmerging import undo
from malangnews.core.text import clean_html
from malangnews.news.embeds import Embeds, fill
from tests import factories as make

pytestmark = pytest.mark.django_db


def chip(spec, words="7"):
    return f'<p>Ada <a data-record="count:{spec}">{words}</a> penghargaan.</p>'


def test_mark_survives_cleaning_and_only_a_plain_one():
    assert 'data-record="count:tahun=2023;tingkat=kota"' in clean_html(
        chip("tahun=2023;tingkat=kota")
    )
    for junk in ("tahun=2023&amp;x=1", "TAHUN=2023", "<b>", "x" * 161):
        assert "data-record" not in clean_html(chip(junk))


def test_number_in_a_story_never_drifts_from_the_registry(client):
    edition = make.make_edition(year=2023)
    article = make.make_article(published=True, body=chip("tahun=2023", "99"))
    for count in (1, 2):
        make.make_award(edition=edition, published=True)
        make.make_award(edition=edition)
        page = client.get(article.get_absolute_url()).content.decode()
        assert f'<a href="/penghargaan/?tahun=2023">{count}</a> penghargaan' in page
    feed = client.get(reverse("news:article_rss")).content.decode()
    assert "99" not in feed.split("<item>")[1]


def test_what_is_no_question_leaves_its_words():
    article = make.make_article(body=chip("planet=mars", "99"))
    assert "<p>Ada 99 penghargaan.</p>" in fill(article)


def test_all_numbers_of_all_texts_cost_one_query(django_assert_num_queries):
    texts = [chip(f"tahun={year}") for year in range(2001, 2031)]
    with django_assert_num_queries(1):
        embeds = Embeds(texts)
    with django_assert_num_queries(0):
        assert ">0</a>" in embeds.fill(texts[0])


def test_chip_of_a_merged_award_leads_to_the_one_that_it_became():
    edition = make.make_edition()
    kept, gone = (make.make_award(edition=edition, published=True) for _ in range(2))
    body = f'<p><a data-record="award:{gone.pk}">juara</a></p>'
    article = make.make_article(body=body)
    row = merge(kept, gone)
    assert f'<a href="{kept.get_absolute_url()}">juara</a>' in fill(article)
    undo(row)
    assert f'<a href="{gone.get_absolute_url()}">juara</a>' in fill(article)


@pytest.fixture
def rian(client):
    client.force_login(make.make_user("rian", group="Penyunting"))
    make.make_award(edition=make.make_edition(year=2023), published=True)
    return client


def test_editor_is_offered_a_number_for_her_words(rian):
    answer = rian.get(reverse("admin:news_article_records"), {"q": "jumlah 2023"}).json()
    first = answer["results"][0]
    assert (first["record"], first["words"]) == ("count:tahun=2023", "1")
    assert "Jumlah penghargaan 2023" in first["note"]
    other = rian.get(reverse("admin:news_article_records"), {"q": "Samaan"}).json()
    assert not any(row["record"].startswith("count:") for row in other["results"])


def test_editor_shows_what_a_number_counts_today(rian):
    query = {"m": "count:tahun=2023,count:planet=mars,count:"}
    marks = rian.get(reverse("admin:news_article_marks"), query).json()["marks"]
    assert set(marks) == {"count:tahun=2023", "count:"}
    assert marks["count:tahun=2023"]["words"] == "1"
