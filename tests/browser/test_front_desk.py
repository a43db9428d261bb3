"""The first screen of the desk on a phone, in light and dark."""

import datetime as dt

import pytest
from django.utils import timezone

from malangnews.news.models import Proposal, WorkingCopy
from tests import factories as make
from tests.browser.desk import log_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_first_screen_fits_and_leads_to_its_lists(visit, scheme, width):
    editor = make.make_user("penyunting", group="Penyunting")
    rubric = make.make_rubric(name="UMKM Of The Week", cadence="weekly")
    story = make.make_article(published=True, rubric=rubric, published_at=timezone.now())
    type(story).objects.update(updated_at=timezone.now() - dt.timedelta(days=500))
    Proposal.objects.create(article=story, base_version=1, snapshot={})
    WorkingCopy.objects.create(user=editor, data={"title": ["x"]}, kept_at=timezone.now())
    page = visit(viewport={"width": width, "height": 800}, color_scheme=scheme)
    log_in(page, "penyunting")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("a[href*='kaitan=tanpa']").first.click()
    assert page.locator("#result_list").inner_text().count(story.title) == 1
    page.goto(f"/admin/news/rubric/{rubric.pk}/change/")
    assert page.locator(".rhythm-periods li").count() == 12
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.problems == []
