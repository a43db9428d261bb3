"""Stories: the text, what it tells of, its picture, who made it."""

from django.contrib import admin
from django.utils import timezone

from malangnews.core.desk import DeskStackedInline, DeskTabularInline, PublishableAdmin, badge
from malangnews.media.admin import picture
from malangnews.news.checks.manuscript import from_article
from malangnews.news.checks.reading import read
from malangnews.news.models import Article, Byline, Correction


class BylineInline(DeskTabularInline):
    model = Byline
    verbose_name_plural = "pembuat (inisial atau KIM, satu baris satu pembuat)"
    fields = ["role", "initial", "kim", "position"]
    autocomplete_fields = ["initial", "kim"]


class CorrectionInline(DeskStackedInline):
    model = Correction
    fieldsets = [(None, {"fields": [("kind", "noted_at"), "text", "reason"]})]


@admin.register(Article)
class ArticleAdmin(PublishableAdmin):
    ordering = ["-updated_at", "-pk"]
    list_display = ["photo", "title", "rubric", badge, "published_at"]
    list_display_links = ["title"]
    list_filter = ["rubric"]
    list_select_related = ["rubric", "lead_photo"]
    search_fields = ["title", "summary", "slug"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["rubric", "lead_photo", "kims", "kelurahan", "awards", "potentials"]
    inlines = [BylineInline, CorrectionInline]
    text_lines = {"body": 20, "summary": 3}
    readonly_fields = ["photo_now"]
    fieldsets = [
        (
            "Naskah",
            {"fields": ["title", "summary", ("dateline_place", "event_on"), "body"]},
        ),
        (
            "Kaitan",
            {
                "fields": [
                    ("rubric", "episode"),
                    "tags",
                    "kims",
                    "kelurahan",
                    "awards",
                    "potentials",
                ]
            },
        ),
        ("Foto", {"fields": ["lead_photo", "photo_now"]}),
    ]

    def finish(self, request, obj, formsets):
        """Link the home kelurahan of every KIM; a new note on a story makes it revised."""
        obj.add_home_kelurahan()
        notes = [rows.new_objects for rows in formsets if rows.model is Correction]
        if any(notes):
            obj.revised_at = timezone.now()
            obj.save(update_fields=["revised_at", "updated_at"])

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Beside the form: what the desk's reader finds in the text as it stands."""
        if obj is not None and obj.pk:
            context["findings"] = read(from_article(obj))
            context["desk_panel"] = "admin/news/_reader.html"
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="foto")
    def photo(self, obj):
        return picture(obj.lead_photo, "desk-thumbnail") if obj.lead_photo else ""

    @admin.display(description="foto sekarang")
    def photo_now(self, obj):
        if not obj.lead_photo:
            return "Tanpa foto, portal menggambar kain batik."
        return picture(obj.lead_photo, "desk-preview")
