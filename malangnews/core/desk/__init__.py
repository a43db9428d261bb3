"""The desk: what the admin of every room is built from. Rows of a room belong in its own admin."""

from malangnews.core.desk.base import DeskAdmin
from malangnews.core.desk.inlines import DeskStackedInline, DeskTabularInline
from malangnews.core.desk.publishing import PublishableAdmin, PublishableForm
from malangnews.core.desk.queues import badge

__all__ = [
    "DeskAdmin",
    "DeskStackedInline",
    "DeskTabularInline",
    "PublishableAdmin",
    "PublishableForm",
    "badge",
]
