import datetime as dt

import pytest
from django.utils import timezone

from malangnews.news.models import Article
from tests import factories as make

pytestmark = pytest.mark.django_db
REASON = "Keliru tanggal."


def test_withdrawn_page_gives_its_reason(client):
    article = make.make_article(state="withdrawn")
    page = client.get(article.get_absolute_url())
    assert page.status_code == 410
    assert article.withdrawal_reason in page.content.decode()


def test_plan_dropped_before_its_time_is_never_seen(client):
    article = make.make_article()
    rows = Article.objects.filter(pk=article.pk)
    rows.publish(timezone.now() + dt.timedelta(days=1))
    rows.withdraw(REASON)
    yesterday = timezone.now() - dt.timedelta(days=1)
    rows.update(published_at=yesterday, withdrawn_at=yesterday - dt.timedelta(days=1))
    page = client.get(article.get_absolute_url())
    assert page.status_code == 404
    assert REASON not in page.content.decode()
