"""What readers are told of a released story: corrections and public notes."""

from django.utils import timezone

from malangnews.core.desk import DeskStackedInline
from malangnews.news.models import Correction


class CorrectionInline(DeskStackedInline):
    model = Correction
    fieldsets = [(None, {"fields": [("kind", "noted_at"), "text", "reason"]})]


class TellsReaders:
    """Part of ArticleAdmin."""

    def finish(self, request, obj, formsets):
        """A new note on a story makes it revised."""
        super().finish(request, obj, formsets)
        notes = [rows.new_objects for rows in formsets if rows.model is Correction]
        if any(notes):
            obj.revised_at = timezone.now()
            obj.save(update_fields=["revised_at", "updated_at"])
