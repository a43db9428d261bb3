"""When a page changed last, as its readers are told."""

import datetime as dt

from malangnews.pages.models import Page


def changed_at(page: Page) -> dt.datetime:
    """Return when it was saved last, or came out, if that was later."""
    return max(page.updated_at, page.published_at or page.updated_at)
