"""What stories are sorted and signed by: rubrics, initials, tags."""

# taggit registers an admin of its own; this import makes sure that it did, and ours replaces it.
import taggit.admin  # noqa: F401
from django.contrib import admin
from django.db.models import Count
from taggit.models import Tag

from malangnews.core.desk import DeskAdmin
from malangnews.news.models import Rubric, StaffInitial

admin.site.unregister(Tag)


@admin.register(Rubric)
class RubricAdmin(DeskAdmin):
    list_display = ["name", "cadence", "palette", "position", "article_count"]
    list_filter = ["cadence"]
    search_fields = ["name", "about"]
    fixed_fields = ("slug",)
    fieldsets = [
        ("Rubrik", {"fields": ["name", "about", "cadence"]}),
        ("Tampilan", {"fields": [("palette", "position"), "slug"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    @admin.display(description="berita terbit", ordering="article_count")
    def article_count(self, obj):
        return obj.article_count


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


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    """Tags are made by typing them on a story; here they are renamed or removed."""

    # taggit has no Indonesian names of its own.
    room, listed_as = "news", "Tag"
    list_display = ["name", "slug", "item_count"]
    search_fields = ["name", "slug"]
    fixed_fields = ("slug",)
    fields = ["name", "slug"]
    ordering = ["name"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(item_count=Count("taggit_taggeditem_items"))

    @admin.display(description="dipakai", ordering="item_count")
    def item_count(self, obj):
        return obj.item_count

    def view_on_site(self, obj):
        return None
