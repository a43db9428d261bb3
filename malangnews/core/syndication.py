"""What every feed of the portal does: stay valid and stay still."""

import datetime as dt
import re

from django.utils import timezone

# What XML 1.0 cannot hold; an editor may have pasted it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def writable(value):
    """Return ``value`` (text, a list of texts, anything else) without what XML cannot hold."""
    if isinstance(value, list):
        return [writable(item) for item in value]
    return UNWRITABLE.sub("", value) if isinstance(value, str) else value


class SteadyFeedMixin:
    """For a feed generator: cleans what goes in, and dates an empty feed by the day."""

    def __init__(self, **kwargs):
        super().__init__(**{name: writable(value) for name, value in kwargs.items()})

    def add_item(self, **kwargs):
        super().add_item(**{name: writable(value) for name, value in kwargs.items()})

    def latest_post_date(self) -> dt.datetime:
        """Return the time of the youngest entry; without one, the start of the day."""
        if self.items:
            return super().latest_post_date()
        return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
