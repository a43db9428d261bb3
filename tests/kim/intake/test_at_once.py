"""Two presses of "Simpan" at the same moment, on two lines, save a member once."""

import threading

import pytest
from django.db import connection, connections
from django.test import Client

from tests import factories as make
from tests.kim.intake.test_desk import address, members, parcel_of, upload

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite in memory lets one in at a time"
    ),
]


def test_two_savings_at_once_are_one(client):
    user = make.make_user(group="Pembina KIM")
    kim = make.make_kim()
    client.force_login(user)
    packed = parcel_of(upload(client, "pengurus", members(kim)))
    start, answers = threading.Barrier(2, timeout=30), []

    def press():
        try:
            browser = Client()
            browser.force_login(user)
            start.wait()
            answers.append(browser.post(address(), {"parcel": packed}).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [302, 302]
    assert kim.members.count() == 1
