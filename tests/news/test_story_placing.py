"""The small atlas on the page of a story: it marks every linked kelurahan."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import kelurahan, make_article

pytestmark = pytest.mark.django_db


def get(client, article) -> str:
    response = client.get(article.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_story_marks_all_its_kelurahan_once(client):
    places = [kelurahan("Samaan"), kelurahan("Jodipan")]
    page = get(client, make_article(published=True, kelurahan=places))
    assert page.count('class="here"') == 2
    assert "Letak pada atlas 57 kelurahan: " in page
    assert "css/kim-placing.css" in page


def test_story_without_kelurahan_has_no_atlas(client):
    page = get(client, make_article(published=True))
    assert "placing" not in page


def test_atlas_of_a_story_costs_no_query(client):
    bare = make_article(published=True)
    placed = make_article(published=True, rubric=bare.rubric, kelurahan=[kelurahan("Samaan")])
    costs = []
    for article in (placed, bare):
        with CaptureQueriesContext(connection) as queries:
            get(client, article)
        costs.append(len(queries))
    assert costs[0] == costs[1]
