"""Programmes and editions; an edition lists its awards, so that four results take a minute."""

from django import forms
from django.contrib import admin
from django.utils import timezone

from awards.admin.confirming import write_down
from awards.admin.merges import MergesRows
from awards.admin.ranks import RankForm
from awards.models import Award, Edition, Organization, Programme, Recipient, Source
from kim.models import Kim
from malangnews.core.desk import DeskAdmin, DeskStackedInline, DeskTabularInline, badge
from malangnews.core.desk.fields import RowSelect


def _choice_of(model, name: str, label: str) -> forms.ModelChoiceField:
    """A field that suggests rows of ``model`` as the field ``name`` of a recipient does."""
    return forms.ModelChoiceField(
        model._default_manager.all(),
        label=label,
        required=False,
        widget=RowSelect(Recipient._meta.get_field(name), admin.site),
    )


class QuickAwardForm(RankForm):
    """An award in three lines, with one recipient and one source to begin with."""

    recipient_organization = _choice_of(Organization, "organization", "Penerima: lembaga")
    recipient_kim = _choice_of(Kim, "kim", "atau KIM")
    source_title = forms.CharField(label="Judul sumber", max_length=250, required=False)
    source_url = forms.URLField(
        label="Alamat sumber", max_length=500, required=False, assume_scheme="https"
    )

    def clean(self):
        cleaned = super().clean()
        kim = cleaned.get("recipient_kim")
        if kim and self.instance.is_released and not kim.is_public:
            self.add_error("recipient_kim", f"Hasil ini sudah terbit: terbitkan dahulu {kim}.")
        return cleaned

    def add_quick_rows(self) -> None:
        """Add the recipients and the source to the saved award, each once."""
        award, data = self.instance, self.cleaned_data
        for kind in ("organization", "kim"):
            if target := data.get(f"recipient_{kind}"):
                position = award.recipients.count() + 1
                Recipient.objects.get_or_create(
                    award=award, detail="", **{kind: target}, defaults={"position": position}
                )
        title, url = data.get("source_title"), data.get("source_url")
        if (title or url) and not award.sources.filter(title=title, url=url).exists():
            Source.objects.create(
                award=award, title=title, url=url, retrieved_on=timezone.localdate()
            )


class AwardInline(DeskStackedInline):
    model = Award
    form = QuickAwardForm
    verbose_name = "hasil"
    verbose_name_plural = "hasil edisi ini"
    show_change_link = True
    readonly_fields = [badge, "recorded"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("rank_label", "category", "participant_class"),
                    ("recipient_organization", "recipient_kim"),
                    ("source_title", "source_url"),
                    (badge, "recorded"),
                ]
            },
        )
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).for_card().prefetch_related("sources")

    @admin.display(description="tercatat")
    def recorded(self, obj):
        """What the award has already; the two lines above add to it."""
        if not obj.pk:
            return "Penerima dan sumber lain ditambahkan pada formulir penghargaannya."
        return f"{obj.recipient_names or 'tanpa penerima'}; {len(obj.sources.all())} sumber"


class EditionInline(DeskTabularInline):
    model = Edition
    fields = ["year", "ordinal", "conferred_on", "conferred_on_precision", "place"]
    show_change_link = True


@admin.register(Edition)
class EditionAdmin(MergesRows, DeskAdmin):
    class Media:
        js = [forms.Script("js/admin-carry-over.js", type="module")]

    list_display = ["__str__", "organizer", "conferred_on", "place"]
    list_filter = ["programme__level", "year"]
    list_select_related = ["programme__organizer"]
    search_fields = [
        "programme__name",
        "programme__abbreviation",
        "programme__aliases",
        "year",
        "theme",
    ]
    autocomplete_fields = ["programme", "co_organizers"]
    date_hierarchy = "conferred_on"
    inlines = [AwardInline]
    shown_by = ("awards",)
    fieldsets = [
        ("Edisi", {"fields": ["programme", ("year", "ordinal"), "theme", "co_organizers"]}),
        ("Penganugerahan", {"fields": [("conferred_on", "conferred_on_precision"), "place"]}),
    ]

    def with_names(self, queryset):
        return queryset.select_related("programme")

    def choice_label(self, obj):
        short = obj.programme.abbreviation
        return f"{obj} ({short})" if short else str(obj)

    def save_related(self, request, form, formsets, change):
        """Date, place and year of an edition are facts of all its awards: they are checked anew."""
        super().save_related(request, form, formsets, change)
        if change and form.changed_data:
            write_down(request.user, *form.instance.awards.all())

    def save_formset(self, request, form, formset, change):
        """Awards begin as drafts of who entered them, with the recipients and sources beside."""
        if formset.model is not Award:
            return super().save_formset(request, form, formset, change)
        kept = [
            row for row in formset.forms if row not in formset.deleted_forms and row.has_changed()
        ]
        for row in kept:
            if not row.instance.pk:
                row.instance.created_by = request.user
        formset.save()
        for row in kept:
            row.add_quick_rows()
        write_down(request.user, *[row.instance for row in kept])

    @admin.display(description="penyelenggara")
    def organizer(self, obj):
        return obj.programme.organizer


@admin.register(Programme)
class ProgrammeAdmin(MergesRows, DeskAdmin):
    list_display = ["name", "abbreviation", "level", "organizer"]
    list_filter = ["level"]
    list_select_related = ["organizer"]
    search_fields = ["name", "abbreviation", "aliases"]
    autocomplete_fields = ["organizer"]
    inlines = [EditionInline]
    shown_by = ("editions__awards",)
    fieldsets = [
        ("Ajang", {"fields": [("name", "abbreviation"), "level", "organizer", "aliases"]}),
        ("Keterangan", {"fields": ["about", "website", "slug"]}),
    ]

    def choice_label(self, obj):
        return f"{obj} ({obj.abbreviation})" if obj.abbreviation else str(obj)
