"""Two presses of one button at the same moment, on two lines. For databases that let two in."""

import threading

import pytest
from django.db import connection, connections
from django.test import Client

MARKS = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory lets one in at a time"
    ),
]


def press_twice(user, address: str, fields: dict) -> list[int]:
    """Send the same form from two browsers of ``user`` at once; return both statuses."""
    start, answers = threading.Barrier(2, timeout=30), []

    def press():
        try:
            browser = Client()
            browser.force_login(user)
            start.wait()
            answers.append(browser.post(address, fields).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers
