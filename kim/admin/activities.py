"""What groups did, at the desk: a list of its own."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import urlencode

from kim.models import Kim, KimActivity
from malangnews.core.csv_file import Day, csv_lines
from malangnews.core.dates import format_date
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.rights import publish_permission

COLUMNS = (
    "kim",
    "kelurahan",
    "jenis",
    "kegiatan",
    "tanggal",
    "keterangan",
    "sumber",
    "alamat_sumber",
)
IN_PUBLIC = "KIM ini sudah terbit: kegiatannya dicatat oleh yang boleh menerbitkan KIM."


class YearFilter(admin.SimpleListFilter):
    title = "tahun"
    parameter_name = "tahun"

    def lookups(self, request, model_admin):
        years = KimActivity.objects.dates("happened_on", "year", order="DESC")
        return [(str(day.year), str(day.year)) for day in years]

    def queryset(self, request, queryset):
        year = self.value() or ""
        known = year.isascii() and year.isdigit() and len(year) == 4
        return queryset.filter(happened_on__year=int(year)) if known else queryset


class ActivityForm(forms.ModelForm):
    may_publish = False

    class Meta:
        labels = {"kim": "KIM"}

    def clean_kim(self):
        """What a released group did is in public at once, so only its publishers add to it."""
        kim = self.cleaned_data["kim"]
        if kim.is_released and not self.may_publish:
            raise ValidationError(IN_PUBLIC)
        return kim


@admin.register(KimActivity)
class KimActivityAdmin(DeskAdmin):
    form = ActivityForm
    list_display = ["title", "group", "kind", "day", "source_name"]
    list_filter = ["kind", YearFilter, "kim__kelurahan__kecamatan"]
    list_select_related = ["kim__kelurahan"]
    search_fields = ["title", "note", "kim__name", "kim__aliases", "kim__kelurahan__name"]
    autocomplete_fields = ["kim"]
    actions = ["as_csv"]
    fieldsets = [
        (
            "Kegiatan",
            {
                "fields": [
                    "kim",
                    ("kind", "title"),
                    ("happened_on", "happened_on_precision"),
                    "note",
                ]
            },
        ),
        ("Sumber", {"fields": ["source_name", "source_url"]}),
    ]
    # An activity of a released group is in public from the moment that it is saved.
    shown_by = ("kim",)

    def with_names(self, queryset):
        return queryset.select_related("kim__kelurahan")

    def choice_label(self, obj):
        return f"{obj} · {obj.kim}"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.may_publish = request.user.has_perm(publish_permission(Kim))
        return form

    def _may_remove(self, request, obj):
        """A wrong entry goes: nothing leads to it but its group's page."""
        return self._may_touch(request, obj)

    def response_add(self, request, obj, post_url_continue=None):
        """Another one is of the same group."""
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST and isinstance(response, HttpResponseRedirect):
            return HttpResponseRedirect(f"{request.path}?{urlencode({'kim': obj.kim_id})}")
        return response

    @admin.display(description="KIM", ordering="kim__name")
    def group(self, obj):
        return obj.kim

    @admin.display(description="tanggal", ordering="happened_on")
    def day(self, obj):
        return format_date(obj.happened_on, obj.happened_on_precision)

    @admin.action(description="Unduh sebagai CSV", permissions=["view"])
    def as_csv(self, request, queryset):
        """The ticked activities as a file, in the order of the list."""
        rows = (
            (
                row.kim.name,
                row.kim.kelurahan.name,
                row.get_kind_display(),
                row.title,
                Day(row.happened_on, row.happened_on_precision),
                row.note,
                row.source_name,
                row.source_url,
            )
            for row in self.with_names(queryset)
        )
        name = f"kegiatan-kim-{timezone.localdate().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        lines = csv_lines(COLUMNS, rows)
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
