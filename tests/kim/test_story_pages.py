"""kim/story_pages.py: which stories stand on the page of a group or place."""

import pytest

from kim.story_pages import episodes_in, stories_by, stories_on
from tests.factories import kelurahan, make_article, make_byline, make_kim, make_rubric

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(rf):
    return lambda thing, page="": stories_on(rf.get("/", {"page": page}), thing, size=2)


@pytest.mark.parametrize(
    ("asked", "shown", "number", "queries"),
    [("", 2, 1, 1), ("1", 2, 1, 1), ("3", 1, 3, 1), ("4", 1, 3, 3), ("²", 2, 1, 1), ("0", 2, 1, 1)],
)
def test_stories_on_counts_as_it_reads(
    ask, asked, shown, number, queries, django_assert_num_queries
):
    samaan = kelurahan("Samaan")
    for _ in range(5):
        make_article(published=True, kelurahan=[samaan])
    make_article(kelurahan=[samaan])
    with django_assert_num_queries(queries):
        page = ask(samaan, asked)
        rows = list(page)
    assert (len(rows), page.number, page.paginator.count) == (shown, number, 5)
    assert page.paginator.num_pages == 3


def test_stories_on_nothing_is_one_empty_page(ask):
    page = ask(kelurahan("Samaan"))
    assert (list(page), page.paginator.count, page.has_other_pages()) == ([], 0, False)
    assert list(ask(kelurahan("Samaan"), "7")) == []


def test_stories_by_are_those_sent_and_those_signed_each_once():
    kim, other = make_kim(published=True), make_kim(published=True)
    sent = make_article(published=True, sent_by=kim)
    signed = make_article(published=True)
    make_byline(signed, "contributor", kim=kim)
    both = make_article(published=True, sent_by=kim)
    make_byline(both, "contributor", kim=kim)
    make_byline(both, "writer", kim=kim)
    make_article(published=True, kims=[kim])
    make_article(sent_by=kim)
    make_article(published=True, sent_by=other)
    rows = list(stories_by(kim))
    assert {row.pk for row in rows} == {sent.pk, signed.pk, both.pk}
    assert len(rows) == rows[0].in_all == 3


def test_episodes_are_stories_of_the_weekly_rubric_on_the_place():
    weekly = make_rubric(cadence="weekly", name="UMKM Of The Week")
    samaan = kelurahan("Samaan")
    episode = make_article(published=True, rubric=weekly, episode=7, kelurahan=[samaan])
    make_article(published=True, rubric=weekly, episode=8, kelurahan=[kelurahan("Kasin")])
    make_article(rubric=weekly, episode=9, kelurahan=[samaan])
    make_article(published=True, kelurahan=[samaan])
    assert [(row.pk, row.episode) for row in episodes_in(samaan)] == [(episode.pk, 7)]
