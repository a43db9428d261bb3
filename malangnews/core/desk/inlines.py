"""Rows edited inside the form of another row."""

from django.contrib import admin
from django.forms.models import BaseInlineFormSet

from malangnews.core.desk.base import DeskFields


class DeskFormSet(BaseInlineFormSet):
    """Names every input of a table; a row with an admin of its own keeps that admin's rights."""

    def may_change(self, row) -> bool:
        return True

    def may_delete(self, row) -> bool:
        return True

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            # A wrapper (the "+" beside a choice) passes on the attributes of what it wraps.
            widget = getattr(field.widget, "widget", field.widget)
            if field.label and not widget.is_hidden:
                widget.attrs.setdefault("aria-label", str(field.label).capitalize())
        if not form.instance.pk:
            return
        if not self.may_change(form.instance):
            for field in form.fields.values():
                field.disabled = True
        elif "DELETE" in form.fields and not self.may_delete(form.instance):
            form.fields["DELETE"].disabled = True


class DeskInline(DeskFields):
    """What a form inside a form must not allow more than the row's own form does."""

    formset = DeskFormSet
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        own = self.admin_site._registry.get(self.model)
        if own is not None:
            formset.may_change = lambda _, row: own.has_change_permission(request, row)
            formset.may_delete = lambda _, row: own.has_delete_permission(request, row)
        return formset


class DeskTabularInline(DeskInline, admin.TabularInline):
    """One row of inputs for each; where there is no room, one card for each."""

    template = "admin/edit_inline/desk_tabular.html"


class DeskStackedInline(DeskInline, admin.StackedInline):
    """One small form for each."""
