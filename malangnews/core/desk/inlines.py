"""Rows edited inside the form of another row."""

from django.contrib import admin
from django.forms.models import BaseInlineFormSet

from malangnews.core.desk.base import DeskFields


class DeskFormSet(BaseInlineFormSet):
    """Names every input of a table, and keeps what is released from being deleted."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            # A wrapper (the "+" beside a choice) passes on the attributes of what it wraps.
            widget = getattr(field.widget, "widget", field.widget)
            if field.label and not widget.is_hidden:
                widget.attrs.setdefault("aria-label", str(field.label).capitalize())
        if getattr(form.instance, "is_released", False) and "DELETE" in form.fields:
            form.fields["DELETE"].disabled = True


class DeskTabularInline(DeskFields, admin.TabularInline):
    """One row of inputs for each; on a phone, one card for each."""

    template = "admin/edit_inline/desk_tabular.html"
    formset = DeskFormSet
    extra = 0
    text_lines: dict[str, int] = {}


class DeskStackedInline(DeskFields, admin.StackedInline):
    """One small form for each."""

    formset = DeskFormSet
    extra = 0
