"""What KIM sent to the desk: who sent it, which stories, and who belongs elsewhere."""

from django.contrib import admin
from django.urls import reverse

from malangnews.core.desk.front import DeskList, changelist
from malangnews.core.desk.queues import SHOWN, moment
from malangnews.news.admin.versions import name_of
from malangnews.news.contributing.access import is_only_contributor, kims_of
from malangnews.news.models import Article


class SentFilter(admin.SimpleListFilter):
    """Stories that a KIM sent."""

    title = "kiriman"
    parameter_name = "kiriman"

    def lookups(self, request, model_admin):
        return [("kim", "Kiriman KIM")]

    def queryset(self, request, queryset):
        return queryset.exclude(sent_by=None) if self.value() == "kim" else queryset


class ShowsSent:
    """Part of ArticleAdmin."""

    def get_list_filter(self, request):
        return [*super().get_list_filter(request), SentFilter]

    def desk_home(self, request) -> str:
        """Who only writes for a KIM begins at her own small desk."""
        return reverse("contributing:home") if is_only_contributor(request.user) else ""

    def desk_lists(self, request) -> list[DeskList]:
        lists = super().desk_lists(request)
        if self.has_publish_permission(request):
            lists.insert(0, self._sent_by_kim())
        if kims := kims_of(request.user):
            lists.append(self._writes_for(kims))
        return lists

    @staticmethod
    def _sent_by_kim() -> DeskList:
        waiting = Article.objects.in_review().exclude(sent_by=None)
        number = waiting.count()
        address = changelist(Article, "?antrean=tinjauan&kiriman=kim")
        rows = [
            {
                "kind": str(story.sent_by),
                "title": str(story),
                "url": changelist(Article, f"{story.pk}/change/"),
                "moment": moment(story.updated_at),
            }
            for story in waiting.select_related("sent_by").order_by("updated_at", "pk")[:SHOWN]
        ]
        counts = [{"label": "naskah", "count": number, "url": address}] if number else []
        empty = "Tidak ada. Berita yang dikirim kontributor KIM tampil di sini."
        return DeskList("Kiriman KIM menunggu tinjauan", empty, counts, rows)

    @staticmethod
    def _writes_for(kims: list) -> DeskList:
        """The way from the desk to the pages of a contributor, for who is both."""
        home = reverse("contributing:home")
        rows = [{"kind": "KIM", "title": str(kim), "url": home, "moment": ""} for kim in kims]
        counts = [{"label": "KIM", "count": len(kims), "url": home}]
        return DeskList("Saya menulis untuk", "", counts, rows[:SHOWN])

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk and obj.sent_by_id:
            panel = {
                "template": "admin/news/_sent_panel.html",
                "kim": obj.sent_by,
                "by": name_of(obj.created_by),
                "at": moment(obj.created_at),
            }
            context.setdefault("desk_panels", []).append(panel)
        return super().render_change_form(request, context, add, change, form_url, obj)
