"""What the marks of a text are called by now: the editor shows names of today, not those stored."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.views.decorators.http import require_safe

from awards.counting import parse
from awards.models import Award
from kim.models import Kim
from malangnews.core.desk.fields import is_row_id
from malangnews.media.models import Photo
from malangnews.news.admin.pickers import (
    UNPUBLISHED,
    count_told,
    photo_card,
    private,
    record_name,
)

#: So many marks of one text are looked up, in a query for each kind.
ASKED = 300
#: And so many numbers, each counted by itself.
MOST_COUNTS = 20
KINDS = {"photo": Photo, "kim": Kim, "award": Award}


class NamesMarks:
    """Part of ArticleAdmin: one address that the editor asks when it opens."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.marks_view))
        return [path("tanda/", view, name="news_article_marks"), *super().get_urls()]

    def marks_view(self, request):
        """For ``?m=kim:5,photo:12``: what is known of each; a lost row, or a hidden one, is none.

        Answers {"marks": {"kim:5": {"words", "public", "note"}, "photo:12": {card of a photo}}}.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = [mark.partition(":") for mark in request.GET.get("m", "").split(",")[:ASKED]]
        marks = {}
        for kind, model in KINDS.items():
            keys = {int(key) for name, _, key in asked if name == kind and is_row_id(key)}
            desk = self.admin_site._registry[model]
            if not keys or not desk.has_view_permission(request):
                continue
            for row in desk.with_names(model.objects.filter(pk__in=keys)):
                marks[f"{kind}:{row.pk}"] = self._told(kind, row, desk)
        questions = {spec: parse(spec) for name, _, spec in asked if name == "count"}
        for spec in list(questions)[:MOST_COUNTS]:
            if questions[spec] is not None:
                marks[f"count:{spec}"] = count_told(questions[spec])
        return private(marks=marks)

    @staticmethod
    def _told(kind, row, desk) -> dict:
        if kind == "photo":
            return photo_card(row)
        note = "" if row.is_public else UNPUBLISHED
        return {"words": record_name(kind, row, desk), "public": row.is_public, "note": note}
