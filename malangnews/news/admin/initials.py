"""What stories are signed by: the initials of the office."""

from django.contrib import admin

from malangnews.core.desk import DeskAdmin
from malangnews.news.models import StaffInitial


@admin.register(StaffInitial)
class StaffInitialAdmin(DeskAdmin):
    list_display = ["initials", "full_name", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["initials", "full_name"]
    autocomplete_fields = ["user"]

    def get_fields(self, request, obj=None):
        """The account beside the initials is for those who may see accounts."""
        fields = ["initials", "full_name", "is_active"]
        return [*fields, "user"] if request.user.has_perm("auth.view_user") else fields
