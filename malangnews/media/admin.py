"""The photo library at the desk."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from malangnews.core.desk import DeskAdmin
from malangnews.media.models import Photo
from malangnews.media.uploads import AT_ONCE, UploadsMany, WordsForm


def picture(photo: Photo, css_class: str) -> str:
    """Return a photo as a small picture, for lists and forms of the desk."""
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        css_class,
        photo.small_url,
        photo.width,
        photo.height,
        photo.alt,
    )


class CompleteFilter(admin.SimpleListFilter):
    """Photos that still lack alternative text or credit."""

    title = "kelengkapan"
    parameter_name = "lengkap"

    def lookups(self, request, model_admin):
        return [("belum", "Belum lengkap")]

    def queryset(self, request, queryset):
        return queryset.incomplete() if self.value() == "belum" else queryset


class PhotoForm(WordsForm):
    class Meta(WordsForm.Meta):
        fields = "__all__"


@admin.register(Photo)
class PhotoAdmin(UploadsMany, DeskAdmin):
    form = PhotoForm
    change_list_template = "admin/media/library.html"
    change_form_template = "admin/media/photo_form.html"
    actions = ["describe_rows"]
    list_display = ["thumbnail", "name", "credit", "complete", "taken_on", "size"]
    list_display_links = ["thumbnail", "name"]
    list_filter = [CompleteFilter, "licence", "is_decorative"]
    search_fields = ["caption", "alt", "credit", "place"]
    date_hierarchy = "created_at"
    readonly_fields = ["preview", "used_by"]
    fieldsets = [
        (None, {"fields": ["preview", "file"]}),
        (
            "Bagi pembaca",
            {
                "fields": [
                    "alt",
                    "is_decorative",
                    "caption",
                    ("credit", "licence"),
                    ("place", "taken_on"),
                ]
            },
        ),
        ("Bila dipotong", {"fields": [("focal_x", "focal_y")]}),
        ("Pemakaian", {"fields": ["used_by"]}),
    ]
    # A photo of a released story or award is changed by those who may publish these.
    shown_by = ("lead_of", "shown_in", "certificates")

    def choice_label(self, obj):
        return f"{obj} · {obj.credit}" if obj.credit else str(obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.in_public = obj is not None and self.is_in_public(obj)
        return form

    def has_delete_permission(self, request, obj=None):
        """One in use is deleted by nobody: its page says where it is used."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and not (isinstance(obj, Photo) and obj.pk and obj.uses())

    def get_deleted_objects(self, objs, request):
        gone, counts, lacking, protected = super().get_deleted_objects(objs, request)
        used = Photo.objects.filter(pk__in=[photo.pk for photo in objs]).in_use()
        words = [f"{photo}: dipakai di {self._names(photo)}" for photo in used]
        return gone, counts, lacking, [*protected, *words]

    @staticmethod
    def _names(photo) -> str:
        return "; ".join(f"{row._meta.verbose_name} “{row}”" for row in photo.uses())

    @admin.action(description="Lengkapi keterangan", permissions=["change"])
    def describe_rows(self, request, queryset):
        keys = queryset.values_list("pk", flat=True)[:AT_ONCE]
        if queryset.count() > AT_ONCE:
            words = f"Dibuka {AT_ONCE} foto pertama; sisanya sesudah yang ini disimpan."
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(self._describe_address(keys))

    @admin.display(description="foto")
    def thumbnail(self, obj):
        return picture(obj, "desk-thumbnail")

    @admin.display(description="foto sekarang")
    def preview(self, obj):
        return picture(obj, "desk-preview") if obj.pk else "Belum ada berkas."

    @admin.display(description="keterangan")
    def name(self, obj):
        return str(obj)

    @admin.display(description="lengkap", boolean=True)
    def complete(self, obj):
        return not obj.missing_for_publication()

    @admin.display(description="dipakai di")
    def used_by(self, obj):
        if not obj.pk:
            return "Belum dipakai."
        rows = [
            (
                reverse(
                    f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]
                ),
                f"{row._meta.verbose_name}: {row}",
            )
            for row in obj.uses()
        ]
        if not rows:
            return "Belum dipakai."
        return format_html_join("", '<a class="photo-use" href="{}">{}</a>', rows)

    @admin.display(description="ukuran")
    def size(self, obj):
        return f"{obj.width} × {obj.height}"
