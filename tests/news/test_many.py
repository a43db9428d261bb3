"""What keeps pages of the newsroom from growing dear with the archive."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncMonth

from malangnews.core.periods import LocalMonth
from malangnews.news.models import Article, Rubric
from tests.factories import kelurahan, make_article, make_rubric

pytestmark = pytest.mark.django_db

INDEX_ONLY = {"sqlite": "COVERING INDEX news_article_", "postgresql": "Index Only Scan using news_"}


def plan_of(rows) -> str:
    """How the database would read ``rows``; small tables are not an excuse to read them whole."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
    return rows.explain()


def test_stories_are_counted_without_being_read():
    counted = Article.objects.published().order_by().values("status").annotate(Count("pk"))
    assert INDEX_ONLY[connection.vendor] in plan_of(counted)
    read = Article.objects.filter(title="x").values("status").annotate(Count("pk"))
    assert INDEX_ONLY[connection.vendor] not in plan_of(read)


def test_stories_of_rubrics_are_counted_without_being_read():
    assert INDEX_ONLY[connection.vendor] in plan_of(Rubric.objects.with_counts())


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (dt.datetime(2023, 12, 31, 16, 59, 59, tzinfo=dt.UTC), (2023, 12)),
        (dt.datetime(2023, 12, 31, 17, 0, tzinfo=dt.UTC), (2024, 1)),
        (dt.datetime(2023, 2, 28, 20, 30, 15, 120, tzinfo=dt.UTC), (2023, 3)),
    ],
)
def test_local_month_is_what_truncmonth_says(moment, month):
    make_article(published=True, published_at=moment)
    rows = Article.objects.annotate(
        ours=LocalMonth("published_at"), theirs=TruncMonth("published_at")
    )
    found = rows.get()
    assert found.ours == found.theirs
    assert (found.ours.year, found.ours.month) == month


def test_related_stories_are_the_newest_of_the_rubric_and_of_the_kelurahan():
    rubric, other, here = make_rubric(), make_rubric(), kelurahan()

    def story(day, **fields):
        at = dt.datetime(2023, 11, day, tzinfo=dt.UTC)
        return make_article(published=True, published_at=at, **fields)

    told = story(30, rubric=rubric, kelurahan=[here])
    alike = [story(day, rubric=rubric) for day in (1, 3, 5)]
    near = [story(day, rubric=other, kelurahan=[here]) for day in (2, 4, 6)]
    story(29, rubric=other)
    make_article(rubric=rubric, kelurahan=[here])
    found = list(Article.objects.published().related_to(told, 2))
    assert found == [near[2], alike[2], near[1], alike[1]]
