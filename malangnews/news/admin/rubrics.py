"""What stories are sorted by: rubrics, some with a rhythm to keep."""

from django.contrib import admin

from malangnews.core.dates import format_date
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.front import DeskList, changelist
from malangnews.news.admin.addresses import KeepsAddresses
from malangnews.news.models import Rubric
from malangnews.news.rhythm import never_served, rhythms


@admin.register(Rubric)
class RubricAdmin(KeepsAddresses, DeskAdmin):
    list_display = ["name", "cadence", "streak", "palette", "position", "article_count"]
    list_filter = ["cadence"]
    search_fields = ["name", "about"]
    fixed_fields = ("slug",)
    change_form_template = "admin/news/rubric_form.html"
    fieldsets = [
        ("Rubrik", {"fields": ["name", "about", "cadence"]}),
        ("Tampilan", {"fields": [("palette", "position"), "slug"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_counts()

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        found = rhythms(changelist.result_list)
        for rubric in changelist.result_list:
            rubric.rhythm = found.get(rubric.pk)
        return changelist

    @admin.display(description="berita terbit", ordering="article_count")
    def article_count(self, obj):
        return obj.article_count

    @admin.display(description="rentetan")
    def streak(self, obj):
        rhythm = getattr(obj, "rhythm", None)
        return f"{rhythm.current} {rhythm.unit}" if rhythm else ""

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        found = rhythms([obj]) if obj is not None and obj.pk else {}
        if found:
            context["rhythm"] = found[obj.pk]
            if obj.cadence == Rubric.Cadence.WEEKLY:
                context["unserved"] = never_served(obj)
                stories = obj.articles.published().newest_first().defer("body", "body_html")
                context["stories"] = stories.prefetch_related("potentials")[:12]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def desk_lists(self, request) -> list[DeskList]:
        """How the rubrics with a cadence keep their rhythm."""
        rubrics = list(Rubric.objects.exclude(cadence=Rubric.Cadence.NONE))
        found = rhythms(rubrics)
        rows = [
            {
                "title": rubric.name,
                "url": changelist(Rubric, f"{rubric.pk}/change/"),
                "kind": f"{found[rubric.pk].current} {found[rubric.pk].unit} berturut-turut",
                "moment": f"berikutnya paling lambat {format_date(found[rubric.pk].due)}; "
                f"terlewat {found[rubric.pk].missed} dari 12 {found[rubric.pk].unit} terakhir",
            }
            for rubric in rubrics
        ]
        counts = [{"label": "rubrik berirama", "count": len(rows), "url": changelist(Rubric)}]
        empty = "Belum ada rubrik berirama. Atur “Irama terbit” pada rubriknya."
        return [DeskList("Rentetan rubrik", empty, counts if rows else [], rows)]
