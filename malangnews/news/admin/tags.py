"""Tags at the desk: renamed, removed, and merged."""

# taggit registers an admin of its own; this import makes sure that it did, and ours replaces it.
import taggit.admin  # noqa: F401
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Count
from django.template.response import TemplateResponse
from taggit.models import Tag

from malangnews.core.desk import DeskAdmin
from malangnews.news.addresses import merge_tags
from malangnews.news.admin.addresses import KeepsAddresses

admin.site.unregister(Tag)


@admin.register(Tag)
class TagAdmin(KeepsAddresses, DeskAdmin):
    """Tags are made by typing them on a story; here they are renamed, merged or removed."""

    # taggit has no Indonesian names of its own.
    room, listed_as = "news", "Tag"
    list_display = ["name", "slug", "item_count"]
    search_fields = ["name", "slug"]
    fixed_fields = ("slug",)
    fields = ["name", "slug"]
    ordering = ["name"]
    actions = ["merge_rows"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(item_count=Count("taggit_taggeditem_items"))

    @admin.display(description="dipakai", ordering="item_count")
    def item_count(self, obj):
        return obj.item_count

    def view_on_site(self, obj):
        return None

    def has_merge_permission(self, request) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    @admin.action(description="Gabungkan", permissions=["merge"])
    def merge_rows(self, request, queryset):
        """Ask which of the ticked tags stays, then merge the others into it."""
        tags = list(queryset.order_by("-item_count", "name"))
        if len(tags) < 2:
            self.message_user(request, "Pilih sedikitnya dua tag.", messages.WARNING)
            return None
        stays = next((tag for tag in tags if str(tag.pk) == request.POST.get("stays")), None)
        if stays is None:
            return self._ask_which(request, tags)
        gained = merge_tags(stays, tags)
        others = ", ".join(tag.name for tag in tags if tag != stays)
        self.log_change(request, stays, f"Digabung dari: {others}.")
        words = f"{others} digabung ke {stays.name}; {gained} berita mendapat tag itu."
        self.message_user(request, words, messages.SUCCESS)
        return None

    def _ask_which(self, request, tags):
        context = {
            **self.admin_site.each_context(request),
            "title": "Gabungkan tag",
            "opts": self.opts,
            "tags": tags,
            "checkbox": ACTION_CHECKBOX_NAME,
            "unanswered": "stays" in request.POST or "merge" in request.POST,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/news/merge_tags.html", context)
