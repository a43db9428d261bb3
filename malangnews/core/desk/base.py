"""DeskAdmin: how every table of the portal is listed, searched and edited."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.db import models, transaction
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch

from malangnews.core.changes import changed
from malangnews.core.desk.fields import OVERRIDES, RowSelect, RowsField, RowsSelect, is_row_id
from malangnews.core.desk.rights import GuardedRows

SLUG_HELP = "Kosongkan agar dibuat sendiri. Sesudah tampil di situs, alamat tidak berubah lagi."

SEARCH_LENGTH, SEARCH_WORDS = 200, 12


class DeskFields:
    """Form fields of the desk, for whole forms and for inlines."""

    formfield_overrides = OVERRIDES
    #: Height of text areas in lines, by field; 3 where nothing is said.
    text_lines: dict[str, int] = {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        if isinstance(db_field, models.TextField):
            field.widget.attrs["rows"] = self.text_lines.get(db_field.name, 3)
        if isinstance(db_field, models.SlugField):
            field.help_text = field.help_text or SLUG_HELP
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowsSelect(db_field, self.admin_site))
            kwargs.setdefault("form_class", RowsField)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_field_queryset(self, db, db_field, request):
        """Let a field's choices be loaded with what their names are made of."""
        queryset = super().get_field_queryset(db, db_field, request)
        remote = self.admin_site._registry.get(db_field.remote_field.model)
        if not isinstance(remote, DeskAdmin):
            return queryset
        rows = queryset if queryset is not None else remote.model._default_manager.using(db).all()
        return remote.with_names(rows)


class DeskAdmin(GuardedRows, DeskFields, admin.ModelAdmin):
    """Give ``search_fields`` and ``list_display``; the rest has house defaults."""

    show_facets = admin.ShowFacets.ALWAYS
    list_per_page = 50
    list_max_show_all = 500
    #: Fields that are never changed after the first save.
    fixed_fields: tuple[str, ...] = ()

    def get_queryset(self, request):
        return self.with_names(super().get_queryset(request))

    def with_names(self, queryset: models.QuerySet) -> models.QuerySet:
        """Load what ``choice_label`` and ``str`` of many rows need."""
        return queryset

    def choice_label(self, obj: models.Model) -> str:
        """Return the words that tell this row apart in a list of suggestions."""
        return str(obj)

    def get_search_results(self, request, queryset, search_term):
        """Each word costs a join or more: no more words than somebody types."""
        words = search_term[:SEARCH_LENGTH].split()[:SEARCH_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))

    def get_readonly_fields(self, request, obj=None):
        fields = [*super().get_readonly_fields(request, obj)]
        if obj is not None and obj.pk:
            fields += self.fixed_fields
            if any(field.name == "slug" for field in self.opts.fields) and self.is_in_public(obj):
                fields.append("slug")
        return list(dict.fromkeys(fields))

    def view_on_site(self, obj):
        """Link straight to the public page: staff see drafts there too."""
        address = getattr(obj, "get_absolute_url", None)
        return address() if address else None

    def get_view_on_site_url(self, obj=None):
        try:
            return self.view_on_site(obj) if obj is not None and obj.pk else None
        except NoReverseMatch:
            # A form sent back with an emptied address.
            return None

    def lookup_allowed(self, lookup, value, request):
        """Patterns in an address are refused: a wrong one is an error of the database."""
        return "regex" not in lookup and super().lookup_allowed(lookup, value, request)

    def desk_page(self, request, template, context, status=None) -> TemplateResponse:
        """Return a page of its own for this table, with what every page of the desk is given."""
        request.current_app = self.admin_site.name
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, template, context, status=status)

    def delete_queryset(self, request, queryset):
        """Delete the ticked rows, and tell of each as deleting one by one does."""
        with transaction.atomic():
            changed(queryset)
            super().delete_queryset(request, queryset)

    def changelist_view(self, request, extra_context=None):
        """Of the ticked rows take only what can be one."""
        if ACTION_CHECKBOX_NAME in request.POST:
            ticked = request.POST.getlist(ACTION_CHECKBOX_NAME)
            request.POST = request.POST.copy()
            request.POST.setlist(ACTION_CHECKBOX_NAME, [row for row in ticked if is_row_id(row)])
        return super().changelist_view(request, extra_context)

    def get_changelist_instance(self, request):
        """A list's address may hold anything; what a database cannot compare is a bad filter."""
        try:
            return super().get_changelist_instance(request)
        except (ValueError, OverflowError, TypeError) as error:
            raise IncorrectLookupParameters(error) from error
