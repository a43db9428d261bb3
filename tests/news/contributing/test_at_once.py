"""Two presses at the same moment, on two lines, make one story and one sending."""

from malangnews.news.models import Article, Revision
from tests import at_once

pytestmark = at_once.MARKS


def test_two_sends_at_once_are_one(writer, sheet):
    fields = sheet(kirim="1")
    assert at_once.press_twice(writer, "/admin/tulis/baru/", fields) == [302, 302]
    assert Article.objects.in_review().count() == Article.objects.count() == 1
    assert Revision.objects.filter(kind="submitted").count() == 1
