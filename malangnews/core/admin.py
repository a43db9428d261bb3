"""Accounts and groups, in the desk's form. Only superusers see them: no group has their rights."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from malangnews.core.desk.fields import OVERRIDES

# Importing Django's module registered its own admins.
admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Django's own, with labelled inputs for moments and suggestions instead of two long boxes."""

    formfield_overrides = OVERRIDES
    show_facets = admin.ShowFacets.ALWAYS
    filter_horizontal = ()
    autocomplete_fields = ["groups"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Orangnya", {"fields": ["first_name", "last_name", "email"]}),
        ("Haknya", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("Waktu", {"fields": ["last_login", "date_joined"]}),
    ]
    list_display = ["username", "first_name", "last_name", "is_staff", "is_active", "last_login"]


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Groups are the roles of the office."""

    search_fields = ["name"]
