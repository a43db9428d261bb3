"""The photo library at the desk."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.defaultfilters import truncatechars
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from malangnews.core.dates import format_date
from malangnews.core.desk import DeskAdmin
from malangnews.core.desk.queues import moment
from malangnews.media.filters import CompleteFilter, UploaderFilter, UseFilter
from malangnews.media.models import Photo
from malangnews.media.uploads import AT_ONCE, UploadsMany, WordsForm

NAME_SHOWN = 80


def picture(photo: Photo, css_class: str, alt: str | None = None) -> str:
    """Return a photo as a small picture, for lists and forms of the desk.

    ``alt`` is said in place of the photo's own words: "" where its name stands beside it.
    """
    return format_html(
        '<img class="{}" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        css_class,
        photo.small_url,
        photo.width,
        photo.height,
        photo.alt if alt is None else alt,
    )


class PhotoForm(WordsForm):
    class Meta(WordsForm.Meta):
        fields = "__all__"


@admin.register(Photo)
class PhotoAdmin(UploadsMany, DeskAdmin):
    form = PhotoForm
    change_list_template = "admin/media/library.html"
    change_form_template = "admin/media/photo_form.html"
    actions = ["describe_rows"]
    # Each row is a card of the grid: see static/css/admin-photos.css.
    list_display = ["card", "credited", "complete", "used", "uploaded", "taken"]
    list_filter = [CompleteFilter, UseFilter, UploaderFilter, "licence", "is_decorative"]
    search_fields = ["caption", "alt", "credit", "place"]
    date_hierarchy = "created_at"
    readonly_fields = ["preview", "used_by", "uploader"]
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
        ("Pemakaian", {"fields": ["used_by", "uploader"]}),
    ]
    # A photo of a released story or award is changed by those who may publish these.
    shown_by = ("lead_of", "shown_in", "certificates")

    def choice_label(self, obj):
        return f"{obj} · {obj.credit}" if obj.credit else str(obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.in_public = obj is not None and self.is_in_public(obj)
        return form

    def save_model(self, request, obj, form, change):
        if not change:
            obj.uploaded_by = request.user
        super().save_model(request, obj, form, change)

    def get_changelist_instance(self, request):
        """Let each photo of the page know how often it is used."""
        changelist = super().get_changelist_instance(request)
        counts = Photo.objects.use_counts([photo.pk for photo in changelist.result_list])
        for photo in changelist.result_list:
            photo.use_count = counts[photo.pk]
        return changelist

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

    @admin.display(description="foto sekarang")
    def preview(self, obj):
        return picture(obj, "desk-preview") if obj.pk else "Belum ada berkas."

    @admin.display(description="foto")
    def card(self, obj):
        shown = picture(obj, "desk-thumbnail", alt="")
        return format_html("{}<span>{}</span>", shown, truncatechars(str(obj), NAME_SHOWN))

    @admin.display(description="kredit", ordering="credit")
    def credited(self, obj):
        return obj.credit or "Tanpa kredit"

    @admin.display(description="kelengkapan")
    def complete(self, obj):
        lacks = " dan ".join(obj.lacks().values())
        if not lacks:
            return "Lengkap"
        return format_html('<span class="photo-lacks">Belum ada {}</span>', lacks)

    @admin.display(description="pemakaian")
    def used(self, obj):
        return f"Dipakai di {obj.use_count} tempat" if obj.use_count else "Belum dipakai"

    @admin.display(description="diunggah", ordering="created_at")
    def uploaded(self, obj):
        return f"Diunggah {format_date(timezone.localdate(obj.created_at))}"

    @admin.display(description="dipotret", ordering="taken_on")
    def taken(self, obj):
        day = f", dipotret {format_date(obj.taken_on)}" if obj.taken_on else ""
        return f"{obj.width} × {obj.height} piksel{day}"

    @admin.display(description="diunggah")
    def uploader(self, obj):
        if not obj.pk:
            return "Belum diunggah."
        by = obj.uploaded_by
        name = f" oleh {by.get_full_name() or by.get_username()}" if by else ""
        return f"{moment(obj.created_at)}{name}"

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
