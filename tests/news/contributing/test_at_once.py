"""Two presses at the same moment, on two lines, make one story and one sending."""

import threading

import pytest
from django.db import connection, connections
from django.test import Client

from malangnews.news.models import Article, Revision

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory lets one in at a time"
    ),
]


def test_two_sends_at_once_are_one(writer, sheet):
    fields, answers = sheet(kirim="1"), []
    start = threading.Barrier(2, timeout=30)

    def press():
        try:
            browser = Client()
            browser.force_login(writer)
            start.wait()
            answers.append(browser.post("/admin/tulis/baru/", fields).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [302, 302]
    assert Article.objects.in_review().count() == Article.objects.count() == 1
    assert Revision.objects.filter(kind="submitted").count() == 1
