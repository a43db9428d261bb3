"""What the public sees and nobody at the desk has saved for a year."""

import datetime as dt

from django.contrib import admin
from django.utils import timezone

YEAR = dt.timedelta(days=365)


def stale(rows):
    """Return those of ``rows`` that were last saved more than a year ago."""
    return rows.filter(updated_at__lt=timezone.now() - YEAR)


class StaleFilter(admin.SimpleListFilter):
    """A list's filter: saved last more than a year ago."""

    title = "disimpan terakhir"
    parameter_name = "lama"

    def lookups(self, request, model_admin):
        return [("setahun", "Lebih dari setahun lalu")]

    def queryset(self, request, queryset):
        return stale(queryset) if self.value() == "setahun" else queryset
