"""One award with its recipients and sources in one form."""

from django.contrib import admin

from awards.admin.cards import SharesCards
from awards.admin.confirming import FourEyes
from awards.admin.merges import MergesRows
from awards.admin.ranks import RankForm
from awards.admin.readings import ReadsTexts
from awards.models import Award, Recipient, Source
from malangnews.core.desk import DeskTabularInline, PublishableAdmin, PublishableForm, badge

#: The input that tells which save the form was drawn from.
SEEN_AT = "seen_at"
CHANGED = (
    "Belum disimpan: catatan ini disimpan orang lain sesudah Anda membukanya. Isian Anda masih di "
    "sini. Buka catatannya di tab lain dan bandingkan; simpan sekali lagi bila isian Anda benar."
)


class AwardForm(RankForm, PublishableForm):
    """Nobody saves over what somebody else saved meanwhile without having been told."""

    def clean(self):
        cleaned = super().clean()
        seen = self.data.get(SEEN_AT)
        if self.instance.pk and seen:
            row = Award.objects.select_for_update().filter(pk=self.instance.pk).first()
            if row and row.updated_at.isoformat() != seen:
                # Who saves once more has been told, and means it.
                self.told_at = row.updated_at
                self.add_error(None, CHANGED)
        return cleaned


class RecipientInline(DeskTabularInline):
    model = Recipient
    verbose_name_plural = "penerima (satu baris satu penerima: pilih salah satu kolom)"
    fields = ["organization", "kim", "kelurahan", "person", "detail", "position"]
    autocomplete_fields = ["organization", "kim", "kelurahan", "person"]


class SourceInline(DeskTabularInline):
    model = Source
    fields = ["title", "publisher", "url", "published_on", "retrieved_on"]


@admin.register(Award)
class AwardAdmin(ReadsTexts, SharesCards, MergesRows, FourEyes, PublishableAdmin):
    change_list_template = "admin/awards/awards.html"
    form = AwardForm
    list_display = ["rank_label", "category", "edition", "recipient_names", badge]
    list_display_links = ["rank_label", "category"]
    list_filter = ["edition__programme__level", "edition__year", "rank_scheme"]
    search_fields = [
        "edition__programme__name",
        "edition__programme__abbreviation",
        "edition__programme__aliases",
        "edition__year",
        "category",
        "rank_label",
        "recipients__organization__name",
        "recipients__organization__abbreviation",
        "recipients__kim__name",
        "recipients__kelurahan__name",
        "recipients__person__name",
    ]
    autocomplete_fields = ["edition", "work", "certificate"]
    date_hierarchy = "edition__conferred_on"
    inlines = [RecipientInline, SourceInline]
    fieldsets = [
        (
            "Ajang dan hasil",
            {
                "fields": [
                    "edition",
                    ("category", "participant_class"),
                    "rank_label",
                    ("rank_scheme", "rank_order"),
                ]
            },
        ),
        (
            "Tanggal",
            {
                "fields": [
                    ("decided_on", "decided_on_precision"),
                    ("conferred_on", "conferred_on_precision"),
                ]
            },
        ),
        (
            "Karya dan piagam",
            {
                "fields": [
                    "work",
                    ("certificate_number", "certificate"),
                    "certificate_file",
                    "remarks",
                ]
            },
        ),
        ("Bila disanggah", {"fields": ["dispute"]}),
    ]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None and obj.pk:
            told = getattr(context["adminform"].form, "told_at", None) or obj.updated_at
            seen = told.isoformat()
            if request.method == "POST" and not hasattr(context["adminform"].form, "told_at"):
                seen = request.POST.get(SEEN_AT, seen)
            part = {"template": "admin/awards/_seen_at.html", "name": SEEN_AT, "value": seen}
            context.setdefault("desk_form_parts", []).append(part)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def with_names(self, queryset):
        return queryset.for_card()

    def choice_label(self, obj):
        return f"{obj} · {obj.recipient_names or 'tanpa penerima'}"

    @admin.display(description="penerima")
    def recipient_names(self, obj):
        return obj.recipient_names
