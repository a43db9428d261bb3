"""What the lists of this room share: words where nothing is, names for inputs, the last place."""

from django.db.models import Max, Model
from django.utils.html import format_html

#: What fits into the column, one less, so that something can still stand behind.
LAST = 32_000


def next_position(model: type[Model]) -> int:
    """Return the position behind all rows of ``model``."""
    last = model._default_manager.aggregate(last=Max("position"))["last"]
    return min((last or 0) + 1, LAST)


class SaysWhenEmpty:
    """Part of a ModelAdmin: ``empty_words`` stand where the list has no row at all.

    ``list_notice(request)`` may give words to stand above the list.
    """

    change_list_template = "admin/pages/change_list.html"
    empty_words = ""

    def list_notice(self, request) -> str:
        return ""

    def changelist_view(self, request, extra_context=None):
        words = {"empty_words": self.empty_words, "list_notice": self.list_notice(request)}
        return super().changelist_view(request, {**words, **(extra_context or {})})


class StandsLast:
    """Part of a ModelAdmin or an inline: a new row begins with the position behind all others."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["initial"] = next_position(self.model)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class NamesInputs:
    """Part of a ModelAdmin with ``list_editable``: each input in the list is named for its row."""

    def get_changelist_form(self, request, **kwargs):
        form = super().get_changelist_form(request, **kwargs)

        class Named(form):
            def __init__(self, *args, **kwargs):
                super().__init__(*args, **kwargs)
                for field in self.fields.values() if self.instance.pk else ():
                    words = f"{str(field.label).capitalize()} “{self.instance}”"
                    field.widget.attrs.setdefault("aria-label", words)

        return Named


def badge_of(key: str, words: str, note: str = "") -> str:
    """Return where a row stands as the desk shows it; ``key`` as in admin-publication.css."""
    return format_html(
        '<span class="desk-badge is-{}">{}</span>{}', key, words, f" {note}" if note else ""
    )
