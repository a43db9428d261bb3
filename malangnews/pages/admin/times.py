"""Rows that hold from one time until another: where each stands, and a filter by it."""

import datetime as dt

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone

#: Value in the address, key of the badge (admin-publication.css), words.
STANDINGS = (
    ("berlaku", "published", "Berlaku"),
    ("akan-datang", "scheduled", "Akan datang"),
    ("selesai", "expired", "Selesai"),
)
BADGES = {value: (key, words) for value, key, words in STANDINGS}


def standing(row, at: dt.datetime | None = None) -> str:
    """Return "berlaku", "akan-datang" or "selesai" of a row with ``begins_at`` and ``ends_at``."""
    now = at or timezone.now()
    if row.ends_at is not None and row.ends_at <= now:
        return "selesai"
    return "akan-datang" if row.begins_at > now else "berlaku"


class StandingFilter(admin.SimpleListFilter):
    """A list's filter by where a row stands now."""

    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request, model_admin):
        return [(value, words) for value, _, words in STANDINGS]

    def queryset(self, request, queryset):
        now = timezone.now()
        over = Q(ends_at__lte=now, ends_at__isnull=False)
        questions = {
            "berlaku": Q(begins_at__lte=now) & ~over,
            "akan-datang": Q(begins_at__gt=now) & ~over,
            "selesai": over,
        }
        return queryset.filter(questions.get(self.value(), Q()))
