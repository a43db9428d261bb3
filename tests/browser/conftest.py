"""A real Chromium, the machine's own, pointed at a live server."""

import os
import shutil
import threading

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

# Playwright's sync API runs an event loop in this thread; the ORM calls here are ours alone.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """The browser; the tests that need it fail, not skip, when it is missing."""
    assert CHROMIUM, "Chromium is not installed (Debian package: chromium)."
    left_by_migrations = connection._test_serialized_contents
    with sync_playwright() as playwright:
        # Beside Playwright's event loop Django opens a connection of its own. It must know too
        # what the migrations left: each browser test empties the tables when it ends.
        connection._test_serialized_contents = left_by_migrations
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, live_server):
    """Return a function that opens a fresh visitor's page, which collects what goes wrong."""
    contexts = []

    def open_page(**options):
        context = chromium.new_context(
            base_url=live_server.url, locale="id-ID", timezone_id="Asia/Jakarta", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda message: (
                page.problems.append(f"{page.url}: {message.text}")
                if "Content Security Policy" in message.text
                else None
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    # What the server still answers must end before the database is emptied or the server stops.
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(3)
