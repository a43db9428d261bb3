"""Stories: the text, what it tells of, its picture, who made it.

What the desk does beside the form lies in files of its own: keeping, history, proposals, preview,
reading, notes.
"""

from django.contrib import admin

from malangnews.core.desk import DeskTabularInline, PublishableAdmin, badge
from malangnews.media.admin import picture
from malangnews.news.admin.addresses import KeepsAddresses
from malangnews.news.admin.award_reading import ReadsAwards
from malangnews.news.admin.beginnings import BeginsFilled, own_initial
from malangnews.news.admin.dossier import CollectsEvidence
from malangnews.news.admin.editor import WritesRich
from malangnews.news.admin.episodes import NumbersEpisodes
from malangnews.news.admin.front import FillsFirstScreen
from malangnews.news.admin.history import KeepsHistory
from malangnews.news.admin.keeping import KeepsWork
from malangnews.news.admin.marks import NamesMarks
from malangnews.news.admin.notes import TellsReaders
from malangnews.news.admin.photo_intake import TakesPhotos
from malangnews.news.admin.pickers import OffersPickers
from malangnews.news.admin.places import FiltersByPlace
from malangnews.news.admin.preview import ShowsPreview
from malangnews.news.admin.proposals import TakesProposals
from malangnews.news.admin.reading import ReadsAlong
from malangnews.news.admin.sent import ShowsSent
from malangnews.news.models import Article, Byline


class BylineInline(DeskTabularInline):
    model = Byline
    verbose_name_plural = "pembuat (inisial atau KIM, satu baris satu pembuat)"
    fields = ["role", "initial", "kim", "position"]
    autocomplete_fields = ["initial", "kim"]

    def get_extra(self, request, obj=None, **kwargs):
        """A new story of somebody with initials begins with a row for these."""
        return 1 if obj is None and own_initial(request.user) else 0


@admin.register(Article)
class ArticleAdmin(
    KeepsWork,
    KeepsHistory,
    TakesProposals,
    ShowsPreview,
    ReadsAlong,
    TellsReaders,
    BeginsFilled,
    WritesRich,
    NamesMarks,
    TakesPhotos,
    OffersPickers,
    KeepsAddresses,
    NumbersEpisodes,
    ShowsSent,
    FillsFirstScreen,
    FiltersByPlace,
    CollectsEvidence,
    ReadsAwards,
    PublishableAdmin,
):
    ordering = ["-updated_at", "-pk"]
    list_display = ["photo", "title", "rubric", badge, "published_at"]
    list_display_links = ["title"]
    list_filter = ["rubric"]
    list_select_related = ["rubric", "lead_photo"]
    search_fields = ["title", "summary", "slug"]
    date_hierarchy = "published_at"
    autocomplete_fields = ["rubric", "lead_photo", "kims", "kelurahan", "awards", "potentials"]
    inlines = [BylineInline]
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
        """Link what the text itself points at, and the home kelurahan of every KIM."""
        obj.link_what_it_tells_of()
        super().finish(request, obj, formsets)

    @admin.display(description="foto")
    def photo(self, obj):
        return picture(obj.lead_photo, "desk-thumbnail") if obj.lead_photo else ""

    @admin.display(description="foto sekarang")
    def photo_now(self, obj):
        if not obj.lead_photo:
            return "Tanpa foto, portal menggambar kain batik."
        return picture(obj.lead_photo, "desk-preview")
