"""What editors, or anybody, may put into the addresses and forms of the desk."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from awards.models import Award
from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
ARTICLES = "admin:news_article_changelist"
STRANGE = ["abc", "9" * 20, "\u00b2", "-1", "1.5"]


@pytest.fixture
def editor(client):
    client.force_login(make.make_user(group="Penyunting"))
    return client


@pytest.mark.parametrize("value", STRANGE)
def test_suggestions_prefilled_with_no_row_are_left_empty(editor, value):
    page = editor.get(reverse("admin:news_article_add"), {"kims": value, "rubric": value})
    assert page.status_code == 200


@pytest.mark.parametrize("value", STRANGE)
def test_form_with_no_row_gets_a_message(editor, value):
    page = editor.post(
        reverse("admin:news_article_add"), {"title": "x", "kims": value, "rubric": value}
    )
    assert page.status_code == 200
    assert {"kims", "rubric"} <= set(page.context["adminform"].form.errors)
    assert not Article.objects.exists()


@pytest.mark.parametrize("value", STRANGE)
def test_list_takes_only_rows_that_can_be_one(editor, value):
    make.make_article()
    data = {"action": "publish_rows", ACTION_CHECKBOX_NAME: value, "index": "0"}
    assert editor.post(reverse(ARTICLES), data).status_code == 302
    assert not Article.objects.published().exists()


def test_list_refuses_patterns(editor):
    assert editor.get(reverse(ARTICLES), {"title__regex": "("}).status_code == 400


def test_released_result_gets_no_hidden_kim_through_its_edition(editor):
    award = make.make_award(published=True)
    kim = make.make_kim()
    editor.post(
        reverse("admin:awards_edition_change", args=[award.edition_id]),
        {
            "programme": award.edition.programme_id,
            "year": award.edition.year,
            "conferred_on_precision": "day",
            "awards-TOTAL_FORMS": 1,
            "awards-INITIAL_FORMS": 1,
            "awards-0-id": award.pk,
            "awards-0-edition": award.edition_id,
            "awards-0-rank_label": award.rank_label,
            "awards-0-category": award.category,
            "awards-0-recipient_kim": kim.pk,
        },
    )
    assert not Award.objects.filter(recipients__kim=kim).exists()
