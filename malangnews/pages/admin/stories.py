"""Stories that editors hold at the top of the front page for a while."""

from django.contrib import admin, messages
from django.utils import timezone

from malangnews.core.desk import DeskAdmin
from malangnews.pages.admin.lists import NamesInputs, SaysWhenEmpty, badge_of
from malangnews.pages.admin.times import BADGES, StandingFilter, standing
from malangnews.pages.front import arrangement
from malangnews.pages.models import HomeStory

#: So many are seen in front of the newest stories (malangnews/home.py shows as many).
SEEN = 8


@admin.register(HomeStory)
class HomeStoryAdmin(SaysWhenEmpty, NamesInputs, DeskAdmin):
    empty_words = (
        "Belum ada berita pilihan: berita terbaru menjadi berita utama. Tambahkan satu untuk "
        "menahan sebuah berita di atas."
    )
    ordering = ["slot", "position", "-begins_at", "pk"]
    list_display = ["article", "slot", "shows", "begins_at", "ends_at", "position"]
    list_editable = ["position"]
    list_filter = ["slot", StandingFilter]
    search_fields = ["article__title"]
    autocomplete_fields = ["article"]
    fields = ["article", ("slot", "position"), ("begins_at", "ends_at")]

    def get_queryset(self, request):
        bodies = ("article__body", "article__body_html")
        return super().get_queryset(request).select_related("article").defer(*bodies)

    def get_changelist_instance(self, request):
        """Tell each row what the front page shows now."""
        changelist = super().get_changelist_instance(request)
        arranged = arrangement()
        for row in changelist.result_list:
            row.is_seen = row.article_id in {arranged.lead, *arranged.pinned[:SEEN]}
        return changelist

    @admin.display(description="sekarang")
    def shows(self, obj):
        if getattr(obj, "is_seen", False):
            return badge_of("published", "Tampil")
        now = standing(obj)
        if now != "berlaku":
            return badge_of(*BADGES[now])
        if not obj.article.is_public:
            return badge_of("review", "Tidak tampil", "beritanya tidak terbit")
        return badge_of("draft", "Menunggu", "ada yang lebih dulu di tempat itu")

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not obj.article.is_public:
            words = f"“{obj}” belum tampil: beritanya belum terbit."
            self.message_user(request, words, messages.WARNING)
        elif obj.ends_at and obj.ends_at <= timezone.now():
            words = f"“{obj}” tidak tampil: waktunya sudah lewat."
            self.message_user(request, words, messages.WARNING)
