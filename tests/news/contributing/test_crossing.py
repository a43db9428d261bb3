"""A contributor and the desk move one story in the same moment: what the desk did stands."""

import pytest
from django.db import connection

from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
MOVES = {
    "draft": lambda rows: rows.submit("Catatan"),
    "review": lambda rows: rows.return_to_draft(""),
}


@pytest.mark.parametrize("state", MOVES)
def test_story_that_the_desk_publishes_meanwhile_stays_published(state):
    story = make.make_article(state=state)
    rows, crossed = Article.objects.filter(pk=story.pk), []

    def publish_first(execute, sql, params, many, context):
        if sql.startswith("UPDATE") and not crossed:
            crossed.append(True)
            rows.publish()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(publish_first):
        moved = MOVES[state](rows)
    story.refresh_from_db()
    assert crossed and moved == 0
    assert story.is_public and not story.review_note
